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
import { toText } from './ConfirmSheet.tsx';
import { SelfScoreDocument } from './scoring.operations.ts';
import { type SheetDraft, toCriteria } from './sheet-draft.ts';

type SelfScoreProps = {
  readonly sheet: Sheet_SheetFragment;
  readonly draft: SheetDraft /** Of two sheets in one month, the one meant; else null. */;
  readonly unit: string | null;
};

/** The person's own points for the ten criteria, with strengths and limitations in words. */
export function SelfScore({ sheet, draft, unit }: SelfScoreProps) {
  const texts = useTexts(scoringTexts);
  const [strengths, setStrengths] = useState(sheet.strengths ?? '');
  const [limitations, setLimitations] = useState(sheet.limitations ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const [state, send] = useWrite(SelfScoreDocument);
  const label = texts.saveSelf(periodWithin(sheet.period, useLanguage()));
  const save = () => {
    const criteria = toCriteria(sheet.criteria, draft);
    setIsMissing(criteria === null);
    if (criteria === null) return;
    const words = { strengths: toText(strengths), limitations: toText(limitations) };
    void send({ period: sheet.period, revision: sheet.revision, unit, criteria, ...words }, label);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField label={texts.strengths} value={strengths} maxLength={2000} onText={setStrengths} />
      <TextField label={texts.limitations} value={limitations} maxLength={2000} onText={setLimitations} />
      <div className="row">
        <Button type="submit" kind="primary" isBusy={state.state === 'SENDING'}>
          {label}
        </Button>
      </div>
      {isMissing && <Problem code="CRITERION_MISSING" />}
      <WriteNotice state={state} />
    </form>
  );
}
