import { useState } from 'react';
import type { AbsenceKind } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import type { Member } from './StaffMember.tsx';
import { RecordAbsenceDocument } from './staff.operations.ts';

const kinds: readonly AbsenceKind[] = ['UNPAID', 'SICK', 'MATERNITY', 'OTHER'];

type AbsenceFormProps = { readonly employee: Member; readonly onClose: () => void };

export function AbsenceForm({ employee, onClose }: AbsenceFormProps) {
  const all = useTexts(serviceTexts);
  const texts = all.staff;
  const { today } = useViewer();
  const [kind, setKind] = useState<AbsenceKind>('SICK');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState('');
  const [document, setDocument] = useState('');
  const [state, send] = useWrite(RecordAbsenceDocument);
  const record = async () => {
    const input = {
      employee: employee.code,
      kind,
      from,
      to: to === '' ? null : to,
      document: toText(document) ?? '',
    };
    const after = await send(input, `${texts.absence} · ${employee.name}`);
    if (after.state === 'DONE') onClose();
  };
  return (
    <StepForm
      title={texts.absence}
      act={texts.absenceAct}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void record()}
      onCancel={onClose}
      notice={<WriteNotice state={state} />}
    >
      <SelectField
        label={texts.kind}
        value={kind}
        choices={kinds.map((value) => ({ value, label: texts.kinds[value] }))}
        onChoose={(value) => setKind(kinds.find((each) => each === value) ?? 'OTHER')}
      />
      <TextField label={all.document} value={document} maxLength={200} required onText={setDocument} />
      <TextField label={all.from} type="date" value={from} required onText={setFrom} />
      <TextField label={all.to} type="date" value={to} onText={setTo} />
    </StepForm>
  );
}
