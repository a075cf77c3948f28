import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { PageDraft } from './page-draft.ts';

type PlaceFieldsProps = {
  readonly draft: PageDraft;
  readonly hosts: string;
  readonly onDraft: (draft: PageDraft) => void;
  readonly onHosts: (hosts: string) => void;
};

/** Which addresses the page has and where the strip lies: proposed, rarely to be corrected, so folded. */
export function PlaceFields({ draft, hosts, onDraft, onHosts }: PlaceFieldsProps) {
  const texts = useTexts(teachingTexts);
  const { drawing } = draft;
  return (
    <details>
      <summary>{texts.place}</summary>
      <div className="stack">
        <TextArea label={texts.hosts} value={hosts} rows={2} onText={onHosts} />
        <TextField
          label={texts.path}
          value={draft.path}
          spellCheck={false}
          onText={(path) => onDraft({ ...draft, path })}
        />
        <TextField
          label={texts.hash}
          value={draft.hash ?? ''}
          spellCheck={false}
          onText={(hash) => onDraft({ ...draft, hash: hash === '' ? null : hash })}
        />
        {drawing !== null && (
          <>
            <TextField
              label={texts.box}
              value={drawing.box}
              spellCheck={false}
              onText={(box) => onDraft({ ...draft, drawing: { ...drawing, box } })}
            />
            <TextField
              label={texts.beside}
              value={drawing.beside}
              spellCheck={false}
              onText={(beside) => onDraft({ ...draft, drawing: { ...drawing, beside } })}
            />
            <TextField
              label={texts.minimumShare}
              type="number"
              min={50}
              max={100}
              value={String(Math.round(draft.minimumShare * 100))}
              onText={(share) => onDraft({ ...draft, minimumShare: Number(share) / 100 })}
            />
          </>
        )}
      </div>
    </details>
  );
}
