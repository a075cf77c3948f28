import { useState } from 'react';
import type { YearLine_RowFragment } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { DecisionTable } from './DecisionTable.tsx';
import { type DecisionDraft, type Proposed, startDecision, toDecisionRows, toText } from './decision-draft.ts';
import { outcomesOf, type RowOutcome } from './decision-outcomes.ts';
import { DecideClassificationsDocument } from './year-steps.operations.ts';

type DecideFormProps = {
  readonly rows: readonly YearLine_RowFragment[];
  readonly onCancel: () => void;
  readonly onDone: () => void;
};

/**
 * One decision about many people. What was refused stays here with its reason, to be put right and sent again; what was
 * decided is not sent twice.
 */
export function DecideForm({ rows: chosen, onCancel, onDone }: DecideFormProps) {
  const texts = useTexts(yearTexts).decide;
  const { today } = useViewer();
  // The choice as it was when the form opened: the table below is read anew after each write.
  const [rows] = useState(() => chosen.map((row) => ({ ...row, revision: row.rowRevision })));
  const [number, setNumber] = useState('');
  const [decidedOn, setDecidedOn] = useState(today);
  const [drafts, setDrafts] = useState<Readonly<Record<string, DecisionDraft>>>({});
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, RowOutcome>>>({});
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [state, send] = useWrite(DecideClassificationsDocument);
  const left = rows.filter(({ id }) => outcomes[id] !== 'DONE');
  const decide = async () => {
    const ready = toDecisionRows(left, drafts);
    setIsIncomplete(ready === null);
    if (ready === null) return;
    const input = { decisionNumber: toText(number) ?? '', decidedOn, rows: [...ready] };
    const after = await send(input, `${texts.title(ready.length)} · ${number}`);
    if (after.state === 'DONE') setOutcomes((now) => ({ ...now, ...outcomesOf(ready, after.answer.rows) }));
  };
  const done = Object.values(outcomes).filter((outcome) => outcome === 'DONE').length;
  return (
    <StepForm
      title={texts.title(rows.length)}
      act={texts.act}
      isSending={state.state === 'SENDING' || left.length === 0}
      onSubmit={() => void decide()}
      onCancel={() => {
        if (done > 0) onDone();
        onCancel();
      }}
      notice={
        state.state === 'DONE' ? (
          <Notice>{texts.result(done, rows.length - done)}</Notice>
        ) : (
          <WriteNotice state={state} />
        )
      }
    >
      <TextField label={texts.number} value={number} maxLength={200} required onText={setNumber} />
      <TextField label={texts.date} type="date" value={decidedOn} max={today} required onText={setDecidedOn} />
      <div className="full">
        <DecisionTable
          rows={rows}
          drafts={drafts}
          outcomes={outcomes}
          showsProblems={isIncomplete}
          onChange={(row: Proposed, part: Partial<DecisionDraft>) =>
            setDrafts((now) => ({ ...now, [row.id]: { ...(now[row.id] ?? startDecision(row)), ...part } }))
          }
        />
      </div>
    </StepForm>
  );
}
