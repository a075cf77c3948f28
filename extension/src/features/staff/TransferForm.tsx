import { useQuery } from '@apollo/client/react';
import { POSTS, type Post, SUBJECT_TYPES } from '@congvu/schema/evaluation';
import { postTexts, subjectTypeTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { groupsUpwards } from './groups-upwards.ts';
import type { Member } from './StaffMember.tsx';
import { TransferEmployeeDocument, UnitGroupsDocument } from './staff.operations.ts';

type TransferFormProps = { readonly employee: Member; readonly onClose: () => void };

/** Ends the present assignment the day before and begins a new one; the rule set follows from it. */
export function TransferForm({ employee, onClose }: TransferFormProps) {
  const all = useTexts(serviceTexts);
  const texts = all.staff;
  const language = useLanguage();
  const { today } = useViewer();
  const { assignment } = employee;
  const [draft, setDraft] = useState({
    unit: assignment?.unit.code ?? '',
    group: assignment?.group.code ?? '',
    title: assignment?.title ?? '',
    post: (assignment?.post ?? 'STAFF') as string,
    subjectType: (assignment?.subjectType ?? 'CIVIL_SERVANT') as string,
    from: today,
    document: '',
  });
  const change = (name: keyof typeof draft) => (text: string) => setDraft((now) => ({ ...now, [name]: text }));
  const [state, send] = useWrite(TransferEmployeeDocument);
  const groups = groupsUpwards(useQuery(UnitGroupsDocument, { variables: { unit: draft.unit } }).data?.unit);
  const transfer = async () => {
    const input = {
      employee: employee.code,
      unit: draft.unit,
      group: draft.group,
      title: toText(draft.title) ?? '',
      post: POSTS.find((post) => post === draft.post) ?? ('STAFF' satisfies Post),
      subjectType: SUBJECT_TYPES.find((type) => type === draft.subjectType) ?? 'CIVIL_SERVANT',
      from: draft.from,
      document: toText(draft.document) ?? '',
    };
    const after = await send(input, `${texts.transfer} · ${employee.name}`);
    if (after.state === 'DONE') onClose();
  };
  return (
    <StepForm
      title={texts.transfer}
      act={texts.transferAct}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void transfer()}
      onCancel={onClose}
      notice={<WriteNotice state={state} />}
    >
      <UnitSelect
        label={texts.newUnit}
        value={draft.unit}
        onChoose={(unit) => setDraft((now) => ({ ...now, unit, group: '' }))}
      />
      <SelectField
        label={texts.group}
        value={draft.group}
        required
        choices={[{ value: '', label: '—' }, ...groups.map(({ code, name }) => ({ value: code, label: name }))]}
        onChoose={change('group')}
      />
      <TextField label={texts.titleOfPost} value={draft.title} maxLength={200} required onText={change('title')} />
      <SelectField
        label={texts.post}
        value={draft.post}
        choices={choicesOf(postTexts, language)}
        onChoose={change('post')}
      />
      <SelectField
        label={texts.subjectType}
        value={draft.subjectType}
        choices={choicesOf(subjectTypeTexts, language)}
        onChoose={change('subjectType')}
      />
      <TextField label={all.from} type="date" value={draft.from} required onText={change('from')} />
      <TextField label={all.document} value={draft.document} maxLength={200} required onText={change('document')} />
    </StepForm>
  );
}
