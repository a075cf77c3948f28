import { useState } from 'react';
import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodWithin } from '../../locales/period-sentence.ts';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import type { LeaderFigures } from './live-score.ts';
import { ConfirmPeriodSheetDocument } from './scoring.operations.ts';
import { type SheetDraft, toCriteria } from './sheet-draft.ts';

type ConfirmSheetProps = {
  readonly sheet: Sheet_SheetFragment;
  readonly draft: SheetDraft;
  readonly figures: LeaderFigures;
};

/** The manager's word on the general criteria. A sheet that was confirmed before takes a reason. */
export function ConfirmSheet({ sheet, draft, figures }: ConfirmSheetProps) {
  const texts = useTexts(scoringTexts);
  const [opinion, setOpinion] = useState(sheet.opinion ?? '');
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [state, send] = useWrite(ConfirmPeriodSheetDocument);
  const isCorrection = sheet.confirmedBy !== null;
  const label = texts.confirm(periodWithin(sheet.period, useLanguage()));
  const confirm = () => {
    const criteria = toCriteria(sheet.criteria, draft);
    setIsMissing(criteria === null);
    if (criteria === null) return;
    const leader = sheet.role === 'LEADER' ? { organising: figures.organising, cohesion: figures.cohesion } : {};
    const words = { opinion: toText(opinion), reason: isCorrection ? toText(reason) : null };
    void send({ sheet: sheet.id, revision: sheet.revision, criteria, ...leader, ...words }, label);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <TextField label={texts.opinion} value={opinion} maxLength={2000} onText={setOpinion} />
      {isCorrection && <TextField label={texts.reason} value={reason} maxLength={2000} required onText={setReason} />}
      <div className="row">
        <Button type="submit" kind="primary" disabled={state.state === 'SENDING'}>
          {label}
        </Button>
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
