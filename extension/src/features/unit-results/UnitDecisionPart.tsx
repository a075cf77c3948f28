import { LEVELS } from '@congvu/schema/evaluation';
import { levelTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { UnitResultView_ResultFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { unitResultTexts } from '../../locales/unit-result-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { shownDate } from '../../ui/shown.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { DecideUnitResultDocument } from './unit-results.operations.ts';

type PartProps = { readonly result: UnitResultView_ResultFragment };

/** Complaints and what came of them, the decision, and for the authority the form that makes it. */
export function UnitDecisionPart({ result }: PartProps) {
  const texts = useTexts(unitResultTexts);
  const viewer = useViewer();
  const mayDecide = may(viewer, 'CLASSIFICATION_DECIDE') && result.state === 'SUBMITTED';
  return (
    <>
      <p className="small">
        <span className="quiet">{texts.complaints}:</span> {result.complaints ?? texts.noComplaints}
      </p>
      {result.verification !== null && (
        <p className="small">
          <span className="quiet">{texts.verification}:</span> {result.verification}
        </p>
      )}
      {result.decidedLevel === null ? (
        <p className="quiet">{texts.noDecision}</p>
      ) : (
        <>
          <p>{texts.decisionLine(result.decisionNumber ?? '—', shownDate(result.decidedOn), result.decidedBy ?? '')}</p>
          {[result.reason, result.overrideDocument].map((text) =>
            text === null ? null : (
              <p key={text} className="small">
                {text}
              </p>
            ),
          )}
        </>
      )}
      {mayDecide && <DecideUnitForm result={result} />}
    </>
  );
}

function DecideUnitForm({ result }: PartProps) {
  const texts = useTexts(unitResultTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const [draft, setDraft] = useState({
    level: result.proposedLevel ?? '',
    number: '',
    decidedOn: today,
    reason: '',
    override: '',
    verification: '',
  });
  const change = (name: keyof typeof draft) => (text: string) => setDraft((now) => ({ ...now, [name]: text }));
  const [state, send] = useWrite(DecideUnitResultDocument);
  const decide = () => {
    const level = LEVELS.find((each) => each === draft.level);
    if (level === undefined) return;
    const input = {
      unitResult: result.id,
      revision: result.rowRevision,
      level,
      decisionNumber: toText(draft.number) ?? '',
      decidedOn: draft.decidedOn,
      reason: toText(draft.reason),
      overrideDocument: toText(draft.override),
      verification: toText(draft.verification),
    };
    void send(input, texts.decide.title);
  };
  return (
    <StepForm
      title={texts.decide.title}
      act={texts.decide.act}
      isSending={state.state === 'SENDING'}
      onSubmit={decide}
      notice={<WriteNotice state={state} />}
    >
      {result.complaints !== null && (
        <div className="full">
          <p className="notice">{texts.mustVerify}</p>
          <TextArea label={texts.verification} value={draft.verification} required onText={change('verification')} />
        </div>
      )}
      <SelectField
        label={texts.decide.level}
        value={draft.level}
        required
        choices={[
          { value: '', label: '—' },
          ...LEVELS.map((level) => ({ value: level, label: levelTexts[level][language] })),
        ]}
        onChoose={change('level')}
      />
      <TextField label={texts.decide.number} value={draft.number} maxLength={200} required onText={change('number')} />
      <TextField
        label={texts.decide.date}
        type="date"
        value={draft.decidedOn}
        max={today}
        required
        onText={change('decidedOn')}
      />
      <TextField label={texts.reason} value={draft.reason} maxLength={2000} onText={change('reason')} />
      <TextField label={texts.override} value={draft.override} maxLength={2000} onText={change('override')} />
    </StepForm>
  );
}
