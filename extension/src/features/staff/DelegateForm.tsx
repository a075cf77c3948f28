import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { type ChosenPerson, PersonField } from './PersonField.tsx';
import { DelegateDocument } from './staff.operations.ts';

/** Gives one's right over the unit to somebody, between two dates and by a document. */
export function DelegateForm({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const all = useTexts(serviceTexts);
  const texts = all.delegation;
  const viewer = useViewer();
  const [person, setPerson] = useState<ChosenPerson | null>(null);
  const [draft, setDraft] = useState({ kind: 'DELEGATION', from: viewer.today, to: '', document: '' });
  const [classifies, setClassifies] = useState(false);
  const change = (name: keyof typeof draft) => (text: string) => setDraft((now) => ({ ...now, [name]: text }));
  const [state, send] = useWrite(DelegateDocument);
  const delegate = async () => {
    if (person === null) return;
    const input = {
      unit,
      employee: person.code,
      kind: draft.kind === 'ACTING_HEAD' ? ('ACTING_HEAD' as const) : ('DELEGATION' as const),
      from: draft.from,
      to: draft.to === '' ? null : draft.to,
      document: toText(draft.document) ?? '',
      classifies,
    };
    const after = await send(input, `${texts.form} · ${person.name}`);
    if (after.state === 'DONE') onClose();
  };
  return (
    <StepForm
      title={texts.form}
      act={texts.act}
      isSending={state.state === 'SENDING' || person === null}
      onSubmit={() => void delegate()}
      onCancel={onClose}
      notice={<WriteNotice state={state} />}
    >
      <div className="full">
        <PersonField person={person} onChoose={setPerson} />
      </div>
      <SelectField
        label={texts.kind}
        value={draft.kind}
        choices={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
        onChoose={change('kind')}
      />
      <TextField label={all.document} value={draft.document} maxLength={200} required onText={change('document')} />
      <TextField label={all.from} type="date" value={draft.from} required onText={change('from')} />
      <TextField label={all.to} type="date" value={draft.to} onText={change('to')} />
      {may(viewer, 'CLASSIFICATION_DECIDE') && (
        <label className="check full">
          <input
            type="checkbox"
            checked={classifies}
            onChange={(event) => setClassifies(event.currentTarget.checked)}
          />
          {texts.classifies}
        </label>
      )}
    </StepForm>
  );
}
