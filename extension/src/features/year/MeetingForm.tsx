import { MEETING_KINDS } from '@congvu/schema/procedure';
import { meetingKindTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from './decision-draft.ts';
import type { StepFormProps } from './step-form-props.ts';
import { RecordMeetingDocument } from './year-steps.operations.ts';

/** The minutes of a meeting, for everybody of the unit that met or for the people chosen. */
export function MeetingForm({ unit, year, employees, onCancel }: StepFormProps) {
  const texts = useTexts(yearTexts).meeting;
  const language = useLanguage();
  const { today } = useViewer();
  const [draft, setDraft] = useState({
    unit,
    heldOn: today,
    kind: '',
    chair: '',
    secretary: '',
    present: '',
    absent: '0',
    documentNumber: '',
    content: '',
  });
  const change = (name: keyof typeof draft) => (text: string) => setDraft((now) => ({ ...now, [name]: text }));
  const [state, send] = useWrite(RecordMeetingDocument);
  const record = () => {
    const kind = MEETING_KINDS.find((each) => each === draft.kind) ?? 'ALL_STAFF';
    const input = {
      unit: draft.unit,
      year,
      heldOn: draft.heldOn,
      kind,
      chair: toText(draft.chair) ?? '',
      secretary: toText(draft.secretary) ?? '',
      present: Number(draft.present),
      absent: Number(draft.absent),
      content: toText(draft.content) ?? '',
      documentNumber: toText(draft.documentNumber),
      employees: employees === null ? null : [...employees],
    };
    void send(input, `${texts.title} · ${draft.heldOn}`);
  };
  return (
    <StepForm
      title={`${texts.title} · ${texts.people(employees?.length ?? 0)}`}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={record}
      onCancel={onCancel}
      notice={<WriteNotice state={state} />}
    >
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={change('unit')} />
      <TextField label={texts.heldOn} type="date" value={draft.heldOn} max={today} required onText={change('heldOn')} />
      <SelectField
        label={texts.kind}
        value={draft.kind === '' ? 'ALL_STAFF' : draft.kind}
        choices={choicesOf(meetingKindTexts, language)}
        onChoose={change('kind')}
      />
      <TextField label={texts.number} value={draft.documentNumber} maxLength={200} onText={change('documentNumber')} />
      <TextField label={texts.chair} value={draft.chair} maxLength={200} required onText={change('chair')} />
      <TextField
        label={texts.secretary}
        value={draft.secretary}
        maxLength={200}
        required
        onText={change('secretary')}
      />
      <TextField
        label={texts.present}
        type="number"
        min={1}
        value={draft.present}
        required
        onText={change('present')}
      />
      <TextField label={texts.absent} type="number" min={0} value={draft.absent} required onText={change('absent')} />
      <div className="full">
        <TextArea label={texts.content} value={draft.content} required onText={change('content')} />
      </div>
    </StepForm>
  );
}
