import type { AdapterPage } from '@congvu/schema/adapter';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { PageDraft } from './page-draft.ts';
import type { TaughtFrame, Teaching } from './teaching.ts';

type RowsStepProps = {
  readonly teaching: Teaching;
  readonly onPick: () => void;
  readonly onStart: (level: number, rowsAt: number) => void;
  readonly onDraft: (draft: PageDraft) => void;
  readonly onBegin: (page: AdapterPage, frame: TaughtFrame) => void;
};

/** Which part of the page is one row: pointed at, or taken from what the generic reading makes of the page. */
export function RowsStep({ teaching, onPick, onStart, onDraft, onBegin }: RowsStepProps) {
  const texts = useTexts(teachingTexts);
  const { draft, starts, frames, picking } = teaching;
  const isBegun = draft !== null && draft.rows !== null;
  const level = starts.findIndex(({ rows }) => rows.some((way) => way.rows === draft?.rows));
  const ways = starts[level]?.rows ?? [];
  const generic = frames
    .flatMap((frame) => (frame.facts.generic === null ? [] : [{ frame, ...frame.facts.generic }]))
    .toSorted((left, right) => right.certainty - left.certainty)[0];
  return (
    <section className="stack" aria-label={texts.stepRow}>
      <h3>{texts.stepRow}</h3>
      {!isBegun && <p className="small quiet">{texts.stepRowWhat}</p>}
      <div className="row">
        <Button kind={isBegun ? 'plain' : 'primary'} disabled={picking !== null} onClick={onPick}>
          {isBegun ? texts.pickRowAgain : texts.pickRow}
        </Button>
        {!isBegun && generic !== undefined && (
          <Button disabled={picking !== null} onClick={() => onBegin(generic.page, generic.frame)}>
            {texts.generic(generic.certainty)}
          </Button>
        )}
      </div>
      {isBegun && ways[0] !== undefined && <p role="status">{texts.rowsFound(ways[0].found)}</p>}
      {starts.length > 1 && (
        <SelectField
          label={texts.level}
          value={String(level)}
          choices={starts.map(({ found }, at) => ({ value: String(at), label: texts.levelOption(found, at) }))}
          onChoose={(chosen) => onStart(Number(chosen), 0)}
        />
      )}
      {ways.length > 1 && (
        <SelectField
          label={texts.rowsBy}
          value={String(ways.findIndex(({ rows }) => rows === draft?.rows))}
          choices={ways.map(({ ground, found, rows }, at) => ({
            value: String(at),
            label: `${texts.ground[ground]} · ${found} · ${rows}`,
          }))}
          onChoose={(chosen) => draft !== null && onDraft({ ...draft, rows: ways[Number(chosen)]?.rows ?? draft.rows })}
        />
      )}
      {isBegun && (
        <details>
          <summary className="small">{texts.correct}</summary>
          <div className="stack">
            <TextField
              label={texts.selector}
              value={draft.rows ?? ''}
              spellCheck={false}
              onText={(rows) => onDraft({ ...draft, rows })}
            />
            <TextField
              label={texts.headingsAt}
              value={draft.headings ?? ''}
              spellCheck={false}
              onText={(headings) => onDraft({ ...draft, headings: headings === '' ? null : headings })}
            />
            <TextField
              label={texts.cellsAt}
              value={draft.cells ?? ''}
              spellCheck={false}
              onText={(cells) => onDraft({ ...draft, cells: cells === '' ? null : cells })}
            />
          </div>
        </details>
      )}
    </section>
  );
}
