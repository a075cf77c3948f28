import { LEVELS } from '@congvu/schema/evaluation';
import { levelMarks, levelTexts } from '@congvu/schema/texts';
import { calibrationTexts } from '../../locales/calibration-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import type { CalibrationLine } from './CalibrationRows.tsx';
import { ChangeCalibratedDocument, ProposeCalibratedDocument } from './calibration.mutations.ts';

type LevelFormProps = { readonly session: string; readonly line: CalibrationLine; readonly onClose: () => void };

function useLevelChoices() {
  const language = useLanguage();
  return LEVELS.map((level) => ({ value: level, label: `${levelMarks[level]} – ${levelTexts[level][language]}` }));
}

/** What the unit proposes for one of its people, again until it submits. */
export function ProposeForm({ session, line, onClose }: LevelFormProps) {
  const texts = useTexts(calibrationTexts);
  const choices = useLevelChoices();
  const name = line.classification?.employee.name ?? '';
  return (
    <ActForm
      document={ProposeCalibratedDocument}
      title={texts.act.proposeFor(name)}
      act={texts.act.propose}
      start={{ level: line.level ?? '', reason: line.proposal?.reason ?? '' }}
      fields={[
        { name: 'level', label: texts.input.level, kind: 'select', choices, isRequired: true },
        { name: 'reason', label: texts.input.reason, kind: 'area' },
      ]}
      toInput={({ level, reason }) => ({
        session,
        unit: line.unit.code,
        // The select offers nothing else.
        rows: LEVELS.filter((each) => each === level).map((each) => ({
          classification: line.classificationId,
          level: each,
          reason: orNull(reason),
        })),
      })}
      onClose={onClose}
    />
  );
}

/** A change once all may see all: with its reason and who authorised it. */
export function ChangeForm({ session, line, onClose }: LevelFormProps) {
  const texts = useTexts(calibrationTexts);
  const choices = useLevelChoices().filter(({ value }) => value !== line.level);
  const name = line.classification?.employee.name ?? '';
  return (
    <ActForm
      document={ChangeCalibratedDocument}
      title={texts.act.changeFor(name)}
      act={texts.act.change}
      fields={[
        { name: 'after', label: texts.input.after, kind: 'select', choices, isRequired: true },
        { name: 'authorisedBy', label: texts.input.authorisedBy, kind: 'text', isRequired: true },
        { name: 'document', label: texts.input.document, kind: 'text', isRequired: true },
        { name: 'reason', label: texts.input.reason, kind: 'area', isRequired: true },
      ]}
      toInput={({ after, authorisedBy, document, reason }) => ({
        session,
        classification: line.classificationId,
        // The select offers nothing else.
        after: LEVELS.find((level) => level === after) ?? 'GOOD',
        authorisedBy,
        document,
        reason,
      })}
      onClose={onClose}
    />
  );
}
