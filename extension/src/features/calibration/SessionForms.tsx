import { actTexts } from '../../locales/act-texts.ts';
import { calibrationTexts } from '../../locales/calibration-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull, severalOf } from '../register-list/act-field.ts';
import {
  CancelCalibrationDocument,
  JoinCalibrationDocument,
  LockCalibrationDocument,
  OpenCalibrationDocument,
  RevealCalibrationDocument,
  SubmitCalibrationDocument,
} from './calibration.mutations.ts';

type OpenProps = { readonly unit: string; readonly year: string; readonly onClose: () => void };

/** A calibration over several units of an agency whose year is open. */
export function OpenCalibrationForm({ unit, year, onClose }: OpenProps) {
  const texts = useTexts(calibrationTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={OpenCalibrationDocument}
      title={texts.act.open}
      act={texts.act.open}
      start={{ unit, year }}
      fields={[
        { name: 'title', label: texts.input.title, kind: 'text', isRequired: true },
        { name: 'unit', label: common.unit, kind: 'unit', isRequired: true },
        { name: 'year', label: common.year, kind: 'number', isRequired: true },
        { name: 'dueOn', label: texts.input.dueOn, kind: 'date', isRequired: true },
        { name: 'units', label: texts.input.units, kind: 'units', under: (values) => values.unit },
      ]}
      toInput={(values) => ({ ...values, year: Number(values.year), units: [...severalOf(values.units)] })}
      onClose={onClose}
    />
  );
}

/** What a form of a session is about. */
export type FormSession = {
  readonly id: string;
  readonly revision: number;
  /** At or below which its units lie. */
  readonly unit: string;
  /** Units the viewer can hand in. */
  readonly units: readonly { readonly value: string; readonly label: string }[];
};
type FormProps = { readonly session: FormSession; readonly onClose: () => void };

export function JoinForm({ session, onClose }: FormProps) {
  const texts = useTexts(calibrationTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={JoinCalibrationDocument}
      title={texts.act.join}
      act={texts.act.join}
      fields={[{ name: 'unit', label: common.unit, kind: 'unit', under: () => session.unit, isRequired: true }]}
      toInput={({ unit }) => ({ session: session.id, unit })}
      onClose={onClose}
    />
  );
}

export function SubmitForm({ session, onClose }: FormProps) {
  const texts = useTexts(calibrationTexts);
  const common = useTexts(actTexts);
  const [only] = session.units;
  return (
    <ActForm
      document={SubmitCalibrationDocument}
      title={texts.act.submit}
      act={texts.act.submit}
      start={session.units.length === 1 && only !== undefined ? { unit: only.value } : {}}
      fields={[{ name: 'unit', label: common.unit, kind: 'select', choices: session.units, isRequired: true }]}
      toInput={({ unit }) => ({ session: session.id, unit, revision: session.revision })}
      onClose={onClose}
    />
  );
}

export function RevealForm({ session, onClose }: FormProps) {
  const texts = useTexts(calibrationTexts);
  return (
    <ActForm
      document={RevealCalibrationDocument}
      title={texts.act.reveal}
      act={texts.act.reveal}
      fields={[{ name: 'reason', label: texts.input.reason, kind: 'area', isRequired: true }]}
      toInput={({ reason }) => ({ session: session.id, reason: orNull(reason) })}
      onClose={onClose}
    />
  );
}

export function LockForm({ session, onClose }: FormProps) {
  const texts = useTexts(calibrationTexts);
  return (
    <ActForm
      document={LockCalibrationDocument}
      title={texts.act.lock}
      act={texts.act.lock}
      fields={[{ name: 'document', label: texts.input.document, kind: 'text', isRequired: true }]}
      toInput={({ document }) => ({ session: session.id, document, revision: session.revision })}
      onClose={onClose}
    />
  );
}

export function CancelForm({ session, onClose }: FormProps) {
  const texts = useTexts(calibrationTexts);
  return (
    <ActForm
      document={CancelCalibrationDocument}
      title={texts.act.cancel}
      act={texts.act.cancel}
      fields={[{ name: 'reason', label: texts.input.reason, kind: 'area', isRequired: true }]}
      toInput={({ reason }) => ({ session: session.id, reason, revision: session.revision })}
      onClose={onClose}
    />
  );
}
