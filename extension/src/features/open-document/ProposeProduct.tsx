import { useState } from 'react';
import type { ProposalWishInput } from '../../../generated/graphql.ts';
import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { taskTexts } from '../../locales/task-texts.ts';
import { parseExact } from '../../ui/exact-number.ts';
import { Problem } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { ProposeProductDocument } from '../catalogue/catalogue.operations.ts';
import { type ProductDraft, ProductFields } from '../catalogue/ProductFields.tsx';
import { toText } from '../scoring/ConfirmSheet.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';

type ProposeProductProps = {
  /** What was searched for in vain. */
  readonly name: string;
  /** What was to be assigned; null where it was not filled in yet. */
  readonly wish: ProposalWishInput | null;
  readonly onClose: (hasProposed: boolean) => void;
};

/** Asks for a product that the catalogue lacks, in the middle of assigning it; the wish is kept with the proposal. */
export function ProposeProduct({ name, wish, onClose }: ProposeProductProps) {
  const texts = useTexts(catalogueTexts).propose;
  const own = useTexts(taskTexts);
  const viewer = useViewer();
  const unit = viewer.employee?.assignment?.unit.code ?? viewer.units[0]?.code ?? '';
  const [draft, setDraft] = useState<ProductDraft>({ code: '', name, group: 'N1', points: '', unitOfWork: '' });
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
      wish,
    };
    const after = await send(input, own.proposeNamed(input.name));
    if (after.state === 'DONE' || after.state === 'QUEUED') onClose(true);
  };
  return (
    <StepForm
      title={own.propose}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void propose()}
      onCancel={() => onClose(false)}
      notice={isWrong ? <Problem code="NOT_A_NUMBER" /> : <WriteNotice state={state} />}
    >
      <p className="small quiet full">{own.proposeWhat}</p>
      <ProductFields draft={draft} needsCode={false} onChange={(part) => setDraft({ ...draft, ...part })} />
      <div className="full">
        <TextArea label={texts.reason} value={reason} required onText={setReason} />
      </div>
    </StepForm>
  );
}
