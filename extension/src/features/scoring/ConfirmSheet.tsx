import { useState } from 'react';
import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodWithin } from '../../locales/period-sentence.ts';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { type LeaderDraft, leaderProblems, toLeaderInput } from './leader-draft.ts';
import { ConfirmPeriodSheetDocument } from './scoring.operations.ts';
import { type SheetDraft, toCriteria } from './sheet-draft.ts';

type ConfirmSheetProps = {
  readonly sheet: Sheet_SheetFragment;
  readonly draft: SheetDraft;
  /** Null for who is no leader. */
  readonly leader: LeaderDraft | null;
  /** The person tried to send it: what is missing is now told. */
  readonly onTry: () => void;
  /** Leaves a correction; null where the sheet is confirmed for the first time. */
  readonly onCancel: (() => void) | null;
  readonly onDone: () => void;
};

/** The manager's word on the general criteria. A sheet that was confirmed before takes a reason. */
export function ConfirmSheet({ sheet, draft, leader, onTry, onCancel, onDone }: ConfirmSheetProps) {
  const texts = useTexts(scoringTexts);
  const common = useTexts(stateTexts);
  const [opinion, setOpinion] = useState(sheet.opinion ?? '');
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [state, send] = useWrite(ConfirmPeriodSheetDocument);
  const isCorrection = onCancel !== null;
  const period = periodWithin(sheet.period, useLanguage());
  const label = isCorrection ? texts.correct(period) : texts.confirm(period);
  const confirm = async () => {
    const criteria = toCriteria(sheet.criteria, draft);
    setIsMissing(criteria === null);
    onTry();
    if (criteria === null || (leader !== null && Object.keys(leaderProblems(leader)).length > 0)) return;
    const figures = leader === null ? {} : toLeaderInput(leader);
    const words = { opinion: toText(opinion), reason: isCorrection ? toText(reason) : null };
    const after = await send({ sheet: sheet.id, revision: sheet.revision, criteria, ...figures, ...words }, label);
    if (after.state === 'DONE' || after.state === 'QUEUED') onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      {isCorrection && <p className="small quiet">{texts.correctionNote}</p>}
      <TextField label={texts.opinion} value={opinion} maxLength={2000} onText={setOpinion} />
      {isCorrection && <TextField label={texts.reason} value={reason} maxLength={2000} required onText={setReason} />}
      <div className="row">
        <Button type="submit" kind="primary" isBusy={state.state === 'SENDING'}>
          {label}
        </Button>
        {onCancel !== null && <Button onClick={onCancel}>{common.cancel}</Button>}
      </div>
      {isMissing && <Problem code="CRITERION_MISSING" />}
      <WriteNotice state={state} />
    </form>
  );
}

/** One Unicode form, and null for nothing. */
export function toText(typed: string): string | null {
  const text = typed.trim().normalize('NFC');
  return text === '' ? null : text;
}
