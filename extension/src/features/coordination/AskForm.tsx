import { coordinationTexts } from '../../locales/coordination-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { AskCoordinationDocument } from './coordination.operations.ts';

type AskFormProps = { readonly unit: string; readonly onClose: () => void };

/** Asks another unit for its opinion by a day. */
export function AskForm({ unit, onClose }: AskFormProps) {
  const texts = useTexts(coordinationTexts);
  return (
    <ActForm
      document={AskCoordinationDocument}
      title={texts.askTitle}
      act={texts.askAct}
      start={{ askingUnit: unit }}
      fields={[
        { name: 'askingUnit', label: texts.askingUnit, kind: 'unit', isRequired: true },
        { name: 'askedUnit', label: texts.askedUnit, kind: 'unit', isRequired: true },
        { name: 'dueOn', label: texts.dueOn, kind: 'date', isRequired: true },
        { name: 'employee', label: texts.person, kind: 'person' },
        { name: 'subject', label: texts.subject, kind: 'area', isRequired: true },
      ]}
      toInput={({ askingUnit, askedUnit, dueOn, employee, subject }) => ({
        askingUnit,
        askedUnit,
        dueOn,
        employee: orNull(employee),
        subject,
      })}
      onClose={onClose}
    />
  );
}
