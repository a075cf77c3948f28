import { summaryKindTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { summaryTexts } from '../../locales/summary-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { screenPaths } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { FreezeSummaryDocument } from './summaries.operations.ts';
import { type AskedSummary, SUMMARY_PURPOSES } from './summary-question.ts';

/** Freezes what a question answers now; then the summary itself is shown. */
export function FreezeForm({ asked }: { readonly asked: AskedSummary }) {
  const texts = useTexts(summaryTexts);
  const language = useLanguage();
  const kind = summaryKindTexts[asked.kind][language];
  const [title, setTitle] = useState(kind);
  const [purpose, setPurpose] = useState(asked.purpose);
  const [state, send] = useWrite(FreezeSummaryDocument);
  const freeze = async () => {
    const input = { kind: asked.kind, title: title.trim().normalize('NFC'), purpose, question: asked.question };
    const after = await send(input, `${texts.freeze} · ${title}`);
    if (after.state === 'DONE') goTo({ path: screenPaths.summaries, item: after.answer.id, filters: {} });
  };
  return (
    <StepForm
      title={texts.freezeTitle}
      act={texts.freeze}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void freeze()}
      onCancel={() => goTo({ path: screenPaths.summaries, item: null, filters: {} })}
      notice={<WriteNotice state={state} />}
    >
      <p className="full">{texts.freezeWhat(kind)}</p>
      <TextField label={texts.input.title} value={title} maxLength={200} required onText={setTitle} />
      <SelectField
        label={texts.input.purpose}
        value={purpose}
        choices={SUMMARY_PURPOSES.map((value) => ({ value, label: texts.purposes[value] }))}
        onChoose={(value) => setPurpose(SUMMARY_PURPOSES.find((each) => each === value) ?? purpose)}
      />
    </StepForm>
  );
}
