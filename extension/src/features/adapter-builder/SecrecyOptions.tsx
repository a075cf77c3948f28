import { useId } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import type { PickedField } from '../../messaging/builder-messages.ts';
import { normalWords, type PageDraft } from './page-draft.ts';

type SecrecyOptionsProps = {
  readonly draft: PageDraft;
  readonly picked: PickedField | null;
  readonly onDraft: (draft: PageDraft) => void;
};

/** Which words at the place of secrecy mean that a document may be read. Everything else there is passed over. */
export function SecrecyOptions({ draft, picked, onDraft }: SecrecyOptionsProps) {
  const texts = useTexts(teachingTexts);
  const id = useId();
  const { secrecy } = draft.fields;
  if (!('normal' in secrecy)) return <p className="small quiet">{texts.anywhere}</p>;
  const words = [...new Set([...(picked?.words ?? []), ...secrecy.normal, ...normalWords])].slice(0, 24);
  const choose = (word: string, isNormal: boolean) => {
    const normal = isNormal ? [...secrecy.normal, word] : secrecy.normal.filter((each) => each !== word);
    // With no word at all every row would be secret: the shape asks for one.
    if (normal.length > 0) onDraft({ ...draft, fields: { ...draft.fields, secrecy: { ...secrecy, normal } } });
  };
  return (
    <fieldset className="words">
      <legend className="small">{texts.normal}</legend>
      {words.map((word, at) => (
        <label key={word} htmlFor={`${id}-${at}`} className="row small">
          <input
            id={`${id}-${at}`}
            type="checkbox"
            checked={secrecy.normal.includes(word)}
            onChange={(event) => choose(word, event.currentTarget.checked)}
          />
          {word === '' ? texts.emptyWord : word}
        </label>
      ))}
      <p className="small quiet">{texts.normalWhat}</p>
    </fieldset>
  );
}
