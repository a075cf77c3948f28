import type { Certainty } from '@congvu/schema/scoring';
import { citation } from '@congvu/schema/texts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { shownDate } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { disciplinePath } from '../discipline/discipline-path.ts';
import { RecordLink } from '../register-list/RecordLink.tsx';
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
  /** The decision of discipline it rests on; null where there is none or one may not see it, as with the act. */
  readonly decision?: { readonly id: string; readonly decisionNumber: string; readonly decidedOn: string } | null;
  /** The act in a led unit it rests on. */
  readonly violation?: { readonly id: string; readonly summary: string | null } | null;
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
          <TraceRecord line={line} />
        </li>
      ))}
    </ol>
  );
}

/** The record of the register that the step was taken for, and the way to it. */
function TraceRecord({ line: { decision, violation } }: { readonly line: TraceLine }) {
  const texts = useTexts(yearSheetTexts).sheet;
  const discipline = useTexts(disciplineTexts);
  if (!decision && !violation) return null;
  return (
    <p className="small">
      {texts.record}:{' '}
      {decision && (
        <RecordLink path={disciplinePath} item={decision.id}>
          {discipline.numberOf(decision.decisionNumber, shownDate(decision.decidedOn))}
        </RecordLink>
      )}
      {decision && violation && ' · '}
      {violation && (
        <RecordLink path={disciplinePath} item={violation.id}>
          {violation.summary ?? discipline.untold}
        </RecordLink>
      )}
    </p>
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
