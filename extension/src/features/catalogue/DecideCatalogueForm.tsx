import { useState } from 'react';
import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { TextField } from '../../ui/Field.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { DecideCatalogueDocument } from './catalogue.operations.ts';
import type { Proposal } from './ProposalSection.tsx';

type DecideCatalogueFormProps = { readonly accepted: readonly Proposal[]; readonly onClose: () => void };

/** The decision of a new version: the consolidated proposals that were chosen go in, what was there stays. */
export function DecideCatalogueForm({ accepted, onClose }: DecideCatalogueFormProps) {
  const texts = useTexts(catalogueTexts).decide;
  const { today } = useViewer();
  const [draft, setDraft] = useState({ code: '', name: '', number: '', decidedOn: today, validFrom: today });
  const change = (name: keyof typeof draft) => (text: string) => setDraft((now) => ({ ...now, [name]: text }));
  const [state, send] = useWrite(DecideCatalogueDocument);
  const decide = async () => {
    const input = {
      code: toText(draft.code) ?? '',
      name: toText(draft.name) ?? '',
      decisionNumber: toText(draft.number) ?? '',
      decidedOn: draft.decidedOn,
      validFrom: draft.validFrom,
      accepted: accepted.map(({ id }) => id),
    };
    const after = await send(input, `${texts.title} · ${draft.number}`);
    if (after.state === 'DONE') onClose();
  };
  return (
    <StepForm
      title={texts.title}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void decide()}
      onCancel={onClose}
      notice={<WriteNotice state={state} />}
    >
      <p className="full small quiet">{texts.what(accepted.length)}</p>
      <TextField label={texts.code} value={draft.code} maxLength={64} required onText={change('code')} />
      <TextField label={texts.name} value={draft.name} maxLength={200} required onText={change('name')} />
      <TextField label={texts.number} value={draft.number} maxLength={200} required onText={change('number')} />
      <TextField
        label={texts.date}
        type="date"
        value={draft.decidedOn}
        max={today}
        required
        onText={change('decidedOn')}
      />
      <TextField label={texts.from} type="date" value={draft.validFrom} required onText={change('validFrom')} />
    </StepForm>
  );
}
