import { useState } from 'react';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { ConfirmSheet } from './ConfirmSheet.tsx';
import { CriteriaTable } from './CriteriaTable.tsx';
import { Explanation } from './Explanation.tsx';
import { LeaderFields } from './LeaderFields.tsx';
import { type LeaderFigures, toLeaderFigure } from './live-score.ts';
import { ScoreFigure } from './ScoreFigure.tsx';
import { SelfScore } from './SelfScore.tsx';
import { SheetRevisions } from './SheetRevisions.tsx';
import { SheetFragment } from './scoring.operations.ts';
import { countMissing, draftOf, pointsSoFar } from './sheet-draft.ts';
import { useLiveScore } from './use-live-score.ts';

type SheetProps = { readonly sheet: FragmentType<typeof SheetFragment>; readonly employee: string };

/** One sheet: the figure that moves while typing, its reasons, the ten criteria, and the act that is this person's. */
export function Sheet({ sheet: masked, employee }: SheetProps) {
  const sheet = readFragment(SheetFragment, masked);
  const texts = useTexts(scoringTexts);
  const decimalMark = useLanguage() === 'vi' ? ',' : '.';
  const [draft, setDraft] = useState(() => draftOf(sheet.criteria, decimalMark));
  const [figures, setFigures] = useState<LeaderFigures>(() => ({
    unitResult: toLeaderFigure(sheet.unitResult),
    organising: toLeaderFigure(sheet.organising),
    cohesion: toLeaderFigure(sheet.cohesion),
  }));
  const isEditable = sheet.canConfirm || sheet.canSelfScore;
  const live = useLiveScore({ sheet, employee, points: pointsSoFar(sheet.criteria, draft), figures, isOn: isEditable });
  return (
    <div className="stack">
      <ScoreFigure sheet={sheet} live={live} missing={isEditable ? countMissing(sheet.criteria, draft) : 0} />
      {sheet.score !== null && <Explanation score={sheet.score} />}
      <CriteriaTable
        criteria={sheet.criteria}
        draft={isEditable ? draft : null}
        column={sheet.canConfirm ? texts.confirmColumn : texts.selfColumn}
        onChange={(code, typed) => setDraft((now) => ({ ...now, [code]: typed }))}
      />
      {sheet.role === 'LEADER' && (
        <LeaderFields figures={figures} isEditable={sheet.canConfirm} onChange={setFigures} />
      )}
      {sheet.canConfirm && <ConfirmSheet sheet={sheet} draft={draft} figures={figures} />}
      {sheet.canSelfScore && !sheet.canConfirm && <SelfScore sheet={sheet} draft={draft} />}
      {!isEditable && <p className="small quiet">{texts.readOnly}</p>}
      <SheetRevisions sheet={sheet} />
    </div>
  );
}
