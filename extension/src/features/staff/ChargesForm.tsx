import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { readCodes } from './read-codes.ts';
import type { Member } from './StaffMember.tsx';
import { SetChargesDocument } from './staff.operations.ts';

type ChargesFormProps = { readonly employee: Member; readonly onClose: () => void };

/** The units and people a deputy answers for from a day on, by their codes; none at all means the whole unit. */
export function ChargesForm({ employee, onClose }: ChargesFormProps) {
  const all = useTexts(serviceTexts);
  const texts = all.staff;
  const { today } = useViewer();
  const [units, setUnits] = useState('');
  const [people, setPeople] = useState('');
  const [from, setFrom] = useState(today);
  const [state, send] = useWrite(SetChargesDocument);
  const set = async () => {
    const input = { employee: employee.code, from, units: [...readCodes(units)], people: [...readCodes(people)] };
    const after = await send(input, `${texts.setCharges} · ${employee.name}`);
    if (after.state === 'DONE') onClose();
  };
  return (
    <StepForm
      title={texts.setCharges}
      act={texts.chargesAct}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void set()}
      onCancel={onClose}
      notice={<WriteNotice state={state} />}
    >
      <TextField label={texts.chargeUnits} value={units} onText={setUnits} />
      <TextField label={texts.chargePeople} value={people} onText={setPeople} />
      <TextField label={all.from} type="date" value={from} required onText={setFrom} />
    </StepForm>
  );
}
