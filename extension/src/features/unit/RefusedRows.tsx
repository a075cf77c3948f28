import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { unitTexts } from '../../locales/unit-texts.ts';
import { Button } from '../../ui/Button.tsx';
import type { BulkRow } from './bulk-draft.ts';
import { LineFields } from './LineFields.tsx';

type RefusedRowsProps = {
  readonly rows: readonly BulkRow[];
  readonly onChange: (rows: readonly BulkRow[]) => void;
};

/** Each row the server refused: whose, why, and the fields to put it right; or to be dropped. */
export function RefusedRows({ rows, onChange }: RefusedRowsProps) {
  const texts = useTexts(unitTexts).bulk;
  const language = useLanguage();
  return (
    <ul className="plain-list stack">
      {rows.map((row, index) => {
        const { person, problems } = row;
        // What no field below takes: the person, or the row as a whole.
        const others = Object.entries(problems).filter(
          ([field]) => !['product', 'quantity', 'deadline'].includes(field),
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows of one person can be alike
          <li key={index} className="card stack">
            <p className="row spread">
              <strong>{person.name}</strong>
              <Button
                kind="link"
                aria-label={texts.dropOf(person.name)}
                onClick={() => onChange(rows.filter((each) => each !== row))}
              >
                {texts.drop}
              </Button>
            </p>
            {others.map(([field, code]) => (
              <p key={field} className="field-problem" role="alert">
                {problemText(code, language)}
              </p>
            ))}
            <LineFields
              line={row}
              problems={problems}
              onChange={(part) => onChange(rows.with(index, { ...row, ...part, problems: {} }))}
            />
          </li>
        );
      })}
    </ul>
  );
}
