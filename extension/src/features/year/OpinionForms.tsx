import { useState } from 'react';
import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from './decision-draft.ts';
import { RecordPartyOpinionDocument, SynthesiseDocument } from './year-steps.operations.ts';

type OpinionFormProps = { readonly sheet: YearSheet_SheetFragment };

/** What the Party committee said, entered by personnel; it may be put right until the decision. */
export function PartyOpinionForm({ sheet }: OpinionFormProps) {
  const texts = useTexts(yearSheetTexts).sheet;
  const { today } = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const [body, setBody] = useState(sheet.partyOpinion?.body ?? '');
  const [opinion, setOpinion] = useState(sheet.partyOpinion?.opinion ?? '');
  const [givenOn, setGivenOn] = useState(sheet.partyOpinion?.givenOn ?? today);
  const [state, send] = useWrite(RecordPartyOpinionDocument);
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{texts.partyAct}</Button>;
  const record = async () => {
    const after = await send(
      {
        classification: sheet.id,
        revision: sheet.rowRevision,
        body: toText(body) ?? '',
        opinion: toText(opinion) ?? '',
        givenOn,
      },
      `${texts.party} · ${sheet.employee.name}`,
    );
    if (after.state === 'DONE') setIsOpen(false);
  };
  return (
    <StepForm
      title={texts.party}
      act={texts.partyAct}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void record()}
      onCancel={() => setIsOpen(false)}
      notice={<WriteNotice state={state} />}
    >
      <TextField label={texts.partyBody} value={body} maxLength={200} required onText={setBody} />
      <TextField label={texts.partyOn} type="date" value={givenOn} max={today} required onText={setGivenOn} />
      <div className="full">
        <TextArea label={texts.partyText} value={opinion} required onText={setOpinion} />
      </div>
    </StepForm>
  );
}

/** What personnel made of all opinions on a head. */
export function SynthesisForm({ sheet }: OpinionFormProps) {
  const texts = useTexts(yearSheetTexts).sheet;
  const [isOpen, setIsOpen] = useState(false);
  const [synthesis, setSynthesis] = useState(sheet.synthesis ?? '');
  const [state, send] = useWrite(SynthesiseDocument);
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{texts.synthesisAct}</Button>;
  const record = async () => {
    const input = { classification: sheet.id, revision: sheet.rowRevision, synthesis: toText(synthesis) ?? '' };
    const after = await send(input, `${texts.synthesis} · ${sheet.employee.name}`);
    if (after.state === 'DONE') setIsOpen(false);
  };
  return (
    <StepForm
      title={texts.synthesis}
      act={texts.synthesisAct}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void record()}
      onCancel={() => setIsOpen(false)}
      notice={<WriteNotice state={state} />}
    >
      <div className="full">
        <TextArea label={texts.synthesis} value={synthesis} required onText={setSynthesis} />
      </div>
    </StepForm>
  );
}
