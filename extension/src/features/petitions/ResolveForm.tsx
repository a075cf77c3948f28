import { LEVELS } from '@congvu/schema/evaluation';
import { levelMarks, petitionOutcomeTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { PetitionCard_PetitionFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { petitionTexts } from '../../locales/petition-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { ResolvePetitionDocument } from './petitions.operations.ts';

type ResolveFormProps = { readonly petition: PetitionCard_PetitionFragment; readonly onCancel: () => void };

/** The authority's answer. Upheld, it brings a new decision; the old one stays beside it. */
export function ResolveForm({ petition, onCancel }: ResolveFormProps) {
  const texts = useTexts(petitionTexts);
  const { notClassified } = useTexts(yearTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState({
    outcome: 'DISMISSED',
    level: '',
    decisionNumber: '',
    overrideDocument: '',
    documentNumber: '',
    resolution: '',
  });
  const change = (name: keyof typeof draft) => (text: string) => setDraft((now) => ({ ...now, [name]: text }));
  const [state, send] = useWrite(ResolvePetitionDocument);
  const isUpheld = draft.outcome === 'UPHELD';
  const title = texts.resolveTitle(petition.employee.name);
  const resolve = () =>
    void send(
      {
        petition: petition.id,
        outcome: isUpheld ? 'UPHELD' : 'DISMISSED',
        resolution: toText(draft.resolution) ?? '',
        documentNumber: toText(draft.documentNumber),
        level: isUpheld ? (LEVELS.find((level) => level === draft.level) ?? null) : null,
        notClassified: isUpheld && draft.level === 'NONE',
        decisionNumber: isUpheld ? toText(draft.decisionNumber) : null,
        overrideDocument: isUpheld ? toText(draft.overrideDocument) : null,
        handling: null,
      },
      title,
    );
  return (
    <StepForm
      title={title}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={resolve}
      onCancel={onCancel}
      notice={<WriteNotice state={state} />}
    >
      <SelectField
        label={texts.outcome}
        value={draft.outcome}
        choices={choicesOf(petitionOutcomeTexts, language)}
        onChoose={change('outcome')}
      />
      <TextField label={texts.number} value={draft.documentNumber} maxLength={200} onText={change('documentNumber')} />
      {isUpheld && (
        <>
          <SelectField
            label={texts.level}
            value={draft.level}
            required
            choices={[
              { value: '', label: '—' },
              ...LEVELS.map((level) => ({ value: level, label: levelMarks[level] })),
              { value: 'NONE', label: notClassified },
            ]}
            onChoose={change('level')}
          />
          <TextField
            label={texts.decisionNumber}
            value={draft.decisionNumber}
            maxLength={200}
            required
            onText={change('decisionNumber')}
          />
          <TextField
            label={texts.override}
            value={draft.overrideDocument}
            maxLength={2000}
            onText={change('overrideDocument')}
          />
        </>
      )}
      <div className="full">
        <TextArea label={texts.content} value={draft.resolution} required onText={change('resolution')} />
      </div>
    </StepForm>
  );
}
