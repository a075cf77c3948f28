import { LEVELS } from '@congvu/schema/evaluation';
import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { levelMarks, levelTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { toText } from './decision-draft.ts';
import { olderDecisions } from './older-decisions.ts';
import { SupersedeClassificationDocument } from './year-steps.operations.ts';

type PartProps = { readonly sheet: YearSheet_SheetFragment };

/** What the authority decided and why; a new decision may take its place, and both stay. */
export function DecisionPart({ sheet }: PartProps) {
  const all = useTexts(yearTexts);
  const texts = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { decision } = sheet;
  if (decision === null) return <p className="quiet">{texts.noDecision}</p>;
  const lines = [
    [texts.reason, decision.reason],
    [texts.override, decision.overrideDocument],
    [texts.handling, decision.handling],
  ] as const;
  return (
    <>
      <p className="row">
        <LevelMark level={decision.level} />
        <strong>{decision.level === null ? all.notClassified : levelTexts[decision.level][language]}</strong>
      </p>
      <p>{texts.decisionLine(decision.number ?? '—', shownDate(decision.decidedOn), decision.decidedBy ?? '')}</p>
      {lines.map(([name, value]) =>
        value === null ? null : (
          <p key={name} className="small">
            <span className="quiet">{name}:</span> {value}
          </p>
        ),
      )}
      {/* Of a year of earlier law the paper says only when it was decided. */}
      {!EARLIER_LAW.includes(sheet.ruleSet) && (
        <p className="small quiet">
          {sheet.notifiedAt !== null && texts.notifiedAt(shownInstant(sheet.notifiedAt))}{' '}
          {sheet.publishedAt !== null && texts.publishedAt(shownInstant(sheet.publishedAt))}
        </p>
      )}
      {sheet.actions.includes('SUPERSEDE') && !isOpen && (
        <Button onClick={() => setIsOpen(true)}>{texts.supersede}</Button>
      )}
      {isOpen && <SupersedeForm sheet={sheet} onCancel={() => setIsOpen(false)} />}
    </>
  );
}

function SupersedeForm({ sheet, onCancel }: PartProps & { readonly onCancel: () => void }) {
  const all = useTexts(yearTexts);
  const texts = useTexts(yearSheetTexts).sheet;
  const { today } = useViewer();
  const [draft, setDraft] = useState({ level: '', number: '', decidedOn: today, reason: '', override: '' });
  const change = (name: keyof typeof draft) => (text: string) => setDraft((now) => ({ ...now, [name]: text }));
  const [state, send] = useWrite(SupersedeClassificationDocument);
  const levels = [
    { value: '', label: '—' },
    ...LEVELS.map((level) => ({ value: level, label: levelMarks[level] })),
    { value: 'NONE', label: all.notClassified },
  ];
  const decide = async () => {
    const after = await send(
      {
        classification: sheet.id,
        revision: sheet.rowRevision,
        level: LEVELS.find((level) => level === draft.level) ?? null,
        notClassified: draft.level === 'NONE',
        reason: toText(draft.reason) ?? '',
        overrideDocument: toText(draft.override),
        handling: null,
        decisionNumber: toText(draft.number) ?? '',
        decidedOn: draft.decidedOn,
      },
      `${texts.supersedeTitle} · ${sheet.employee.name}`,
    );
    if (after.state !== 'DONE') return;
    onCancel();
    // What was replaced stays as it was; the new decision stands on a sheet of its own.
    goTo({ path: 'phan-loai-nam', item: after.answer.id, filters: {} });
  };
  return (
    <StepForm
      title={texts.supersedeTitle}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void decide()}
      onCancel={onCancel}
      notice={<WriteNotice state={state} />}
    >
      <p className="full small quiet">{texts.supersedeWhat}</p>
      <SelectField label={all.decide.level} value={draft.level} choices={levels} required onChoose={change('level')} />
      <TextField label={all.decide.number} value={draft.number} maxLength={200} required onText={change('number')} />
      <TextField
        label={all.decide.date}
        type="date"
        value={draft.decidedOn}
        max={today}
        required
        onText={change('decidedOn')}
      />
      <TextField
        label={all.decide.override}
        title={all.decide.overrideWhen}
        value={draft.override}
        maxLength={2000}
        onText={change('override')}
      />
      <div className="full">
        <TextArea label={texts.reason} value={draft.reason} required onText={change('reason')} />
      </div>
    </StepForm>
  );
}

/** The decisions whose place another took; nothing decided is lost. */
export function OlderDecisions({ sheet }: PartProps) {
  const all = useTexts(yearTexts);
  const texts = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  const older = olderDecisions(sheet);
  if (older.length === 0) return <p className="quiet">{texts.noOlder}</p>;
  return (
    <ul className="plain-list stack">
      {older.map(({ id, revision, decision }) => (
        <li key={id} className="stack">
          <p className="row">
            <span className="quiet">{texts.revision(revision)}</span>
            <LevelMark level={decision?.level ?? null} />
            {decision?.level != null && levelTexts[decision.level][language]}
            {decision?.notClassified && all.notClassified}
          </p>
          {decision !== null && (
            <p className="small quiet">
              {texts.decisionLine(decision.number ?? '—', shownDate(decision.decidedOn), decision.decidedBy ?? '')}
              {decision.reason !== null && ` · ${decision.reason}`}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
