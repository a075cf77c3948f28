import { useState } from 'react';
import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { petitionTexts } from '../../locales/petition-texts.ts';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { PetitionCard } from './PetitionCard.tsx';
import { FilePetitionDocument } from './petitions.operations.ts';

/** The petitions against one year, and for its person the way to file one. */
export function PetitionPart({ sheet }: { readonly sheet: YearSheet_SheetFragment }) {
  const texts = useTexts(petitionTexts);
  const { noPetition } = useTexts(yearSheetTexts).sheet;
  const [isOpen, setIsOpen] = useState(false);
  const [content, setContent] = useState('');
  const [state, send] = useWrite(FilePetitionDocument);
  const file = async () => {
    const after = await send({ classification: sheet.id, content: toText(content) ?? '' }, texts.fileTitle);
    if (after.state === 'DONE') setIsOpen(false);
  };
  return (
    <>
      {sheet.petitions.length === 0 && <p className="quiet">{noPetition}</p>}
      {sheet.petitions.map((petition) => (
        <div key={petition.id} className="stack">
          <PetitionCard petition={petition} />
        </div>
      ))}
      {sheet.actions.includes('PETITION') && !isOpen && <Button onClick={() => setIsOpen(true)}>{texts.file}</Button>}
      {isOpen && (
        <StepForm
          title={texts.fileTitle}
          act={texts.fileAct}
          isSending={state.state === 'SENDING'}
          onSubmit={() => void file()}
          onCancel={() => setIsOpen(false)}
          notice={<WriteNotice state={state} />}
        >
          <div className="full">
            <TextArea label={texts.fileContent} value={content} required rows={5} onText={setContent} />
          </div>
        </StepForm>
      )}
    </>
  );
}
