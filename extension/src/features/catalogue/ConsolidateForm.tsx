import { useState } from 'react';
import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { parseExact } from '../../ui/exact-number.ts';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { toDecimal } from '../scoring/sheet-draft.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { ConsolidateProposalsDocument } from './catalogue.operations.ts';
import { type ProductDraft, ProductFields } from './ProductFields.tsx';
import type { Proposal } from './ProposalSection.tsx';

type ConsolidateFormProps = { readonly proposals: readonly Proposal[]; readonly onClose: () => void };

/** Makes one product of several proposals; it starts from the one chosen first. */
export function ConsolidateForm({ proposals, onClose }: ConsolidateFormProps) {
  const texts = useTexts(catalogueTexts).consolidate;
  const decimalMark = useLanguage() === 'vi' ? ',' : '.';
  const [first] = proposals;
  const [draft, setDraft] = useState<ProductDraft>({
    code: first?.code ?? '',
    name: first?.name ?? '',
    group: first?.group ?? 'N1',
    points: first === undefined ? '' : toDecimal(first.points).replace('.', decimalMark),
    unitOfWork: first?.unitOfWork ?? '',
  });
  const [note, setNote] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [state, send] = useWrite(ConsolidateProposalsDocument);
  const consolidate = async () => {
    const points = parseExact(draft.points);
    setIsWrong(points === null);
    if (points === null) return;
    const input = {
      proposals: proposals.map(({ id, revision }) => ({ proposal: id, revision })),
      code: toText(draft.code) ?? '',
      name: toText(draft.name) ?? '',
      group: draft.group,
      points,
      unitOfWork: toText(draft.unitOfWork),
      note: toText(note),
    };
    const after = await send(input, `${texts.act} · ${draft.name}`);
    if (after.state === 'DONE') onClose();
  };
  return (
    <StepForm
      title={texts.title(proposals.length)}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void consolidate()}
      onCancel={onClose}
      notice={isWrong ? <Problem code="NOT_A_NUMBER" /> : <WriteNotice state={state} />}
    >
      <p className="full small quiet">{texts.what}</p>
      <ProductFields draft={draft} needsCode onChange={(part) => setDraft({ ...draft, ...part })} />
      <TextField label={texts.note} value={note} maxLength={2000} onText={setNote} />
    </StepForm>
  );
}
