import { COMMENDATION_TITLE_TABLE } from '@congvu/schema/registers';
import type { Language } from '../../locales/language.ts';
import type { Choice } from '../../ui/SelectField.tsx';

/** The titles of the built-in table, by code. An office's own code is shown as it stands. */
export function titleChoices(language: Language, subject: 'PERSON' | 'COLLECTIVE' | null = null): readonly Choice[] {
  return COMMENDATION_TITLE_TABLE.filter((row) => subject === null || row.subject === subject).map(
    ({ code, name }) => ({ value: code, label: name[language] }),
  );
}

export function titleName(code: string, language: Language): string {
  return COMMENDATION_TITLE_TABLE.find((row) => row.code === code)?.name[language] ?? code;
}
