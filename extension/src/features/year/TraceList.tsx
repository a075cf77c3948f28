import type { Certainty } from '@congvu/schema/scoring';
import { citation } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { isLevel, stepValueText } from './level-word.ts';

/** A row of the pipeline, of a person or of a unit. `before` and `after`: a level, a word of the pipeline or an exact figure. */
export type TraceLine = {
  readonly text: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly source: {
    readonly instrument: string;
    readonly clause: string | null;
    readonly certainty: Certainty;
  };
};

/** A line a step of the law: what stood before it, what after, the rule in a sentence, its article, and how sure it is. */
export function TraceList({ lines }: { readonly lines: readonly TraceLine[] }) {
  const texts = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  if (lines.length === 0) return <p className="quiet">{texts.noTrace}</p>;
  return (
    <ol className="trace">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a stored trace never change their order
        <li key={index}>
          <p className="row">
            {line.before !== null && <Value value={line.before} />}
            {line.before !== null && isChange(line) && <span aria-hidden="true">→</span>}
            {isChange(line) && <Value value={line.after} />}
          </p>
          <p>{line.text}</p>
          <p className="small quiet">
            {texts.article}: {citation(line.source, language)} <CertaintyMark certainty={line.source.certainty} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** A step that leaves everything as it was shows it once. */
function isChange(line: TraceLine): line is TraceLine & { readonly after: string } {
  return line.after !== null && line.after !== line.before;
}

function Value({ value }: { readonly value: string }) {
  const language = useLanguage();
  return isLevel(value) ? <LevelMark level={value} /> : <strong>{stepValueText(value, language)}</strong>;
}
