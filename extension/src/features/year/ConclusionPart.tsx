import { isDecided } from '@congvu/schema/procedure';
import { useState } from 'react';
import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from './decision-draft.ts';
import { RecordConclusionDocument } from './year-steps.operations.ts';

type ConclusionPartProps = { readonly sheet: YearSheet_SheetFragment };

/** What the authority has concluded of the person (NĐ 335/2025 art. 20(4)); for personnel the form that records it. */
export function ConclusionPart({ sheet }: ConclusionPartProps) {
  const texts = useTexts(yearSheetTexts).sheet.conclusion;
  const viewer = useViewer();
  const concluded = [
    ...(sheet.concludedDegradation ? [texts.degradation] : []),
    ...(sheet.concludedCorruption ? [texts.corruption] : []),
  ];
  const mayRecord = may(viewer, 'CLASSIFICATION_PROPOSE') && sheet.current && !isDecided(sheet.state);
  return (
    <>
      {concluded.length > 0 && (
        <div className="notice">
          <p>
            {texts.title}: {concluded.join('; ')}
          </p>
          <p className="small quiet">{sheet.concludedDocument}</p>
        </div>
      )}
      {mayRecord && <ConclusionForm key={sheet.rowRevision} sheet={sheet} />}
    </>
  );
}

/** It forces the level at the next proposal. Recording it again replaces it; with neither box it is taken back. */
function ConclusionForm({ sheet }: ConclusionPartProps) {
  const texts = useTexts(yearSheetTexts).sheet.conclusion;
  const [isOpen, setIsOpen] = useState(false);
  const [degradation, setDegradation] = useState(sheet.concludedDegradation);
  const [corruptionInUnit, setCorruptionInUnit] = useState(sheet.concludedCorruption);
  const [document, setDocument] = useState(sheet.concludedDocument ?? '');
  const [state, send] = useWrite(RecordConclusionDocument);
  if (!isOpen) {
    return (
      <Button kind="link" onClick={() => setIsOpen(true)}>
        {texts.open}
      </Button>
    );
  }
  const record = async () => {
    const input = {
      classification: sheet.id,
      revision: sheet.rowRevision,
      degradation,
      corruptionInUnit,
      document: toText(document),
    };
    const after = await send(input, `${texts.title} · ${sheet.employee.name}`);
    if (after.state === 'DONE') setIsOpen(false);
  };
  const boxes = [
    [texts.degradation, degradation, setDegradation],
    [texts.corruption, corruptionInUnit, setCorruptionInUnit],
  ] as const;
  return (
    <StepForm
      title={texts.title}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void record()}
      onCancel={() => setIsOpen(false)}
      notice={<WriteNotice state={state} />}
    >
      {boxes.map(([label, isChecked, set]) => (
        <label key={label} className="check full">
          <input type="checkbox" checked={isChecked} onChange={(event) => set(event.currentTarget.checked)} />
          {label}
        </label>
      ))}
      <TextField
        label={texts.document}
        value={document}
        maxLength={200}
        required={degradation || corruptionInUnit}
        onText={setDocument}
      />
    </StepForm>
  );
}
