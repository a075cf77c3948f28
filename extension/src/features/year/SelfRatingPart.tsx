import { LEVELS } from '@congvu/schema/evaluation';
import { levelTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from './decision-draft.ts';
import { SelfRateDocument } from './year-steps.operations.ts';

type SelfRatingPartProps = { readonly sheet: YearSheet_SheetFragment };

/** The person's own level (form 02), which he may put right until the meeting. */
export function SelfRatingPart({ sheet }: SelfRatingPartProps) {
  const texts = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  return (
    <>
      {sheet.selfLevel === null ? (
        <p className="quiet">{texts.noSelf}</p>
      ) : (
        <>
          <p className="row">
            <LevelMark level={sheet.selfLevel} /> {levelTexts[sheet.selfLevel][language]}
          </p>
          {sheet.selfNote !== null && <p>{sheet.selfNote}</p>}
          <p className="small quiet">{shownInstant(sheet.selfRatedAt)}</p>
        </>
      )}
      {sheet.actions.includes('SELF_RATE') && <SelfRateForm sheet={sheet} />}
    </>
  );
}

function SelfRateForm({ sheet }: SelfRatingPartProps) {
  const texts = useTexts(yearSheetTexts).own;
  const language = useLanguage();
  const [level, setLevel] = useState<string>(sheet.selfLevel ?? sheet.scoreLevel ?? '');
  const [note, setNote] = useState(sheet.selfNote ?? '');
  const [state, send] = useWrite(SelfRateDocument);
  const rate = () => {
    const chosen = LEVELS.find((each) => each === level);
    if (chosen === undefined) return;
    const input = { classification: sheet.id, revision: sheet.rowRevision, level: chosen, note: toText(note) };
    void send(input, `${texts.selfTitle} ${sheet.year}`);
  };
  return (
    <StepForm
      title={`${texts.selfTitle} ${sheet.year}`}
      act={texts.selfAct}
      isSending={state.state === 'SENDING'}
      onSubmit={rate}
      notice={<WriteNotice state={state} />}
    >
      <SelectField
        label={texts.selfLevel}
        value={level}
        required
        choices={[
          { value: '', label: '—' },
          ...LEVELS.map((each) => ({ value: each, label: levelTexts[each][language] })),
        ]}
        onChoose={setLevel}
      />
      <div className="full">
        <TextArea label={texts.selfNote} value={note} onText={setNote} />
      </div>
    </StepForm>
  );
}
