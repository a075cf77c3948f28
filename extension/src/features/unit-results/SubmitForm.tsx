import { LEVELS } from '@congvu/schema/evaluation';
import { levelTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { UnitResultView_ResultFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { unitResultTexts } from '../../locales/unit-result-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from '../year/decision-draft.ts';
import { linesOf, type SubmitDraft, startSubmit, toPoints } from './submit-draft.ts';
import { SubmitUnitResultDocument } from './unit-results.operations.ts';

type SubmitFormProps = {
  readonly unit: string;
  readonly year: number;
  readonly result: UnitResultView_ResultFragment | null;
  readonly onClose: () => void;
};

/** The unit's own evaluation: points by group and item, counts of tasks, and what the law asks yes or no. */
export function SubmitForm({ unit, year, result, onClose }: SubmitFormProps) {
  const texts = useTexts(unitResultTexts);
  const language = useLanguage();
  const lines = linesOf(result, language);
  const [draft, setDraft] = useState(() => startSubmit(result, language === 'vi' ? ',' : '.'));
  const [isWrong, setIsWrong] = useState(false);
  const [state, send] = useWrite(SubmitUnitResultDocument);
  const change = (part: Partial<SubmitDraft>) => setDraft((now) => ({ ...now, ...part }));
  const submit = async () => {
    const points = toPoints(lines, draft);
    const { selfLevel } = draft;
    setIsWrong(points === null || selfLevel === '');
    if (points === null || selfLevel === '') return;
    const input = {
      unit,
      year,
      revision: result?.rowRevision ?? null,
      ...points,
      tasksTotal: Number(draft.tasksTotal),
      tasksDone: Number(draft.tasksDone),
      tasksLate: Number(draft.tasksLate),
      tasksBeyond: Number(draft.tasksBeyond),
      qualityMet: draft.qualityMet,
      defectsRemedied: draft.defectsRemedied,
      personnelWrongdoing: draft.personnelWrongdoing,
      complaints: toText(draft.complaints),
      forceMajeure: toText(draft.forceMajeure),
      selfLevel,
    };
    const after = await send(input, `${texts.submit.title} · ${unit} · ${year}`);
    if (after.state === 'DONE') onClose();
  };
  const counts = [
    ['tasksTotal', texts.submit.total],
    ['tasksDone', texts.submit.done],
    ['tasksLate', texts.submit.late],
    ['tasksBeyond', texts.submit.beyond],
  ] as const;
  const questions = [
    ['qualityMet', texts.facts.quality],
    ['defectsRemedied', texts.facts.defects],
    ['personnelWrongdoing', texts.facts.wrongdoing],
  ] as const;
  return (
    <StepForm
      title={texts.submit.title}
      act={texts.submit.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void submit()}
      onCancel={onClose}
      notice={isWrong ? <Problem code="INVALID_INPUT" /> : <WriteNotice state={state} />}
    >
      <Points title={texts.general} lines={lines.general} draft={draft} onChange={change} isRequired />
      <Points title={texts.items} note={texts.submit.emptyItem} lines={lines.items} draft={draft} onChange={change} />
      {counts.map(([name, label]) => (
        <TextField
          key={name}
          label={label}
          type="number"
          min={0}
          value={draft[name]}
          required
          onText={(text) => change({ [name]: text })}
        />
      ))}
      {questions.map(([name, label]) => (
        <label key={name} className="check">
          <input
            type="checkbox"
            checked={draft[name]}
            onChange={(event) => change({ [name]: event.currentTarget.checked })}
          />
          {label}
        </label>
      ))}
      <SelectField
        label={texts.submit.selfLevel}
        value={draft.selfLevel}
        required
        choices={[
          { value: '', label: '—' },
          ...LEVELS.map((level) => ({ value: level, label: levelTexts[level][language] })),
        ]}
        onChoose={(value) => change({ selfLevel: LEVELS.find((level) => level === value) ?? '' })}
      />
      <div className="full">
        <TextArea
          label={texts.submit.complaints}
          value={draft.complaints}
          rows={2}
          onText={(complaints) => change({ complaints })}
        />
        <TextArea
          label={texts.submit.forceMajeure}
          value={draft.forceMajeure}
          rows={2}
          onText={(forceMajeure) => change({ forceMajeure })}
        />
      </div>
    </StepForm>
  );
}

type PointsProps = {
  readonly title: string;
  readonly note?: string;
  readonly lines: readonly { readonly code: string; readonly name: string }[];
  readonly draft: SubmitDraft;
  readonly onChange: (part: Partial<SubmitDraft>) => void;
  readonly isRequired?: boolean;
};

function Points({ title, note, lines, draft, onChange, isRequired = false }: PointsProps) {
  return (
    <fieldset className="full points">
      <legend>{title}</legend>
      {note !== undefined && <p className="small quiet full">{note}</p>}
      {lines.map(({ code, name }) => (
        <TextField
          key={code}
          label={name}
          inputMode="decimal"
          value={draft.points[code] ?? ''}
          required={isRequired}
          onText={(text) => onChange({ points: { ...draft.points, [code]: text } })}
        />
      ))}
    </fieldset>
  );
}
