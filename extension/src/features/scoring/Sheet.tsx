import { useState } from 'react';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { Button } from '../../ui/Button.tsx';
import type { Person } from '../open-document/person.ts';
import { ConfirmSheet } from './ConfirmSheet.tsx';
import { CriteriaTable } from './CriteriaTable.tsx';
import { Explanation } from './Explanation.tsx';
import { LeaderFields } from './LeaderFields.tsx';
import { leaderDraftOf, leaderProblems } from './leader-draft.ts';
import { QuotaPlace } from './QuotaPlace.tsx';
import { ScoreFigure } from './ScoreFigure.tsx';
import { SelfScore } from './SelfScore.tsx';
import { SheetFacts } from './SheetFacts.tsx';
import { SheetRevisions } from './SheetRevisions.tsx';
import { SheetFragment } from './scoring.operations.ts';
import { countMissing, draftOf, pointsSoFar } from './sheet-draft.ts';
import { useLiveScore } from './use-live-score.ts';

type SheetProps = {
  readonly sheet: FragmentType<typeof SheetFragment>;
  readonly employee: string;
  /** The month has a sheet in another unit too. */
  readonly isOneOfSeveral: boolean;
  readonly closedAt: string | null;
  readonly onPerson: (person: Person) => void;
};

/** One sheet: the figure that moves while typing, its reasons, the ten criteria, and the act that is this person's. */
export function Sheet({ sheet: masked, employee, isOneOfSeveral, closedAt, onPerson }: SheetProps) {
  const sheet = readFragment(SheetFragment, masked);
  const texts = useTexts(scoringTexts);
  const decimalMark = useLanguage() === 'vi' ? ',' : '.';
  const [draft, setDraft] = useState(() => draftOf(sheet.criteria, decimalMark));
  const [leader, setLeader] = useState(() => leaderDraftOf(sheet, sheet.canConfirm));
  const [isCorrecting, setIsCorrecting] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const mayDecide = sheet.canConfirm || (sheet.canCorrect && isCorrecting);
  const isEditable = mayDecide || sheet.canSelfScore;
  const points = pointsSoFar(sheet.criteria, draft);
  const unit = isOneOfSeveral ? sheet.unit.code : null;
  const live = useLiveScore({ sheet, employee, unit, points, figures: leader, isOn: isEditable });
  const typedLevel = live.state === 'LIVE' && live.score?.state === 'SCORED' ? live.score.level : null;
  const startCorrection = (isStarting: boolean) => {
    setDraft(draftOf(sheet.criteria, decimalMark));
    setLeader(leaderDraftOf(sheet, isStarting));
    setIsTried(false);
    setIsCorrecting(isStarting);
  };
  return (
    <div className="stack">
      <ScoreFigure sheet={sheet} live={live} missing={isEditable ? countMissing(sheet.criteria, draft) : 0} />
      {(sheet.canConfirm || sheet.canCorrect) && (
        <QuotaPlace
          unit={sheet.unit.code}
          period={sheet.period}
          employee={employee}
          level={typedLevel ?? sheet.score?.level ?? null}
        />
      )}
      {sheet.score !== null && <Explanation score={sheet.score} />}
      <CriteriaTable
        sheet={sheet.id}
        criteria={sheet.criteria}
        draft={isEditable ? draft : null}
        column={mayDecide ? texts.confirmColumn : texts.selfColumn}
        onChange={(code, typed) => setDraft((now) => ({ ...now, [code]: typed }))}
      />
      {sheet.role === 'LEADER' && (
        <LeaderFields
          sheet={sheet}
          draft={mayDecide ? leader : leaderDraftOf(sheet, false)}
          problems={isTried ? leaderProblems(leader) : {}}
          isEditable={mayDecide}
          onChange={(part) => setLeader((now) => ({ ...now, ...part }))}
          onPerson={onPerson}
        />
      )}
      {mayDecide && (
        <ConfirmSheet
          sheet={sheet}
          draft={draft}
          leader={sheet.role === 'LEADER' ? leader : null}
          onTry={() => setIsTried(true)}
          onCancel={isCorrecting ? () => startCorrection(false) : null}
          onDone={() => setIsCorrecting(false)}
        />
      )}
      {sheet.canSelfScore && !sheet.canConfirm && <SelfScore sheet={sheet} draft={draft} unit={unit} />}
      {sheet.canCorrect && !isCorrecting && (
        <Button onClick={() => startCorrection(true)}>{texts.startCorrection}</Button>
      )}
      {!isEditable && !sheet.canCorrect && <p className="small quiet">{texts.readOnly}</p>}
      <SheetFacts sheet={sheet} closedAt={closedAt} />
      <SheetRevisions sheet={sheet} />
    </div>
  );
}
