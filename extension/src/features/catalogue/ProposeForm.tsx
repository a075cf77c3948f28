import { useState } from 'react';
import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { parseExact } from '../../ui/exact-number.ts';
import { Problem } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { ProposeProductDocument } from './catalogue.operations.ts';
import { type ProductDraft, ProductFields } from './ProductFields.tsx';

const nothing: ProductDraft = { code: '', name: '', group: 'N1', points: '', unitOfWork: '' };

/** A unit asks for a product the catalogue lacks. */
export function ProposeForm({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(catalogueTexts).propose;
  const viewer = useViewer();
  const [unit, setUnit] = useState(viewer.units[0]?.code ?? '');
  const [draft, setDraft] = useState(nothing);
  const [reason, setReason] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [state, send] = useWrite(ProposeProductDocument);
  const propose = async () => {
    const points = parseExact(draft.points);
    setIsWrong(points === null);
    if (points === null) return;
    const input = {
      unit,
      code: toText(draft.code),
      name: toText(draft.name) ?? '',
      group: draft.group,
      points,
      unitOfWork: toText(draft.unitOfWork),
      reason: toText(reason) ?? '',
    };
    const after = await send(input, `${texts.title} · ${draft.name}`);
    if (after.state === 'DONE') onClose();
  };
  return (
    <StepForm
      title={texts.title}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void propose()}
      onCancel={onClose}
      notice={isWrong ? <Problem code="NOT_A_NUMBER" /> : <WriteNotice state={state} />}
    >
      <UnitSelect label={texts.unit} value={unit} onChoose={setUnit} />
      <ProductFields draft={draft} needsCode={false} onChange={(part) => setDraft({ ...draft, ...part })} />
      <div className="full">
        <TextArea label={texts.reason} value={reason} required onText={setReason} />
      </div>
    </StepForm>
  );
}
