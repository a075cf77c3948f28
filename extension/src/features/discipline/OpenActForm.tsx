import { LIMITATION_EXCEPTIONS, LIMITATION_STARTS, VIOLATION_SEVERITIES } from '@congvu/schema/registers';
import { limitationExceptionTexts, limitationStartTexts, violationSeverityTexts } from '@congvu/schema/texts';
import { actTexts } from '../../locales/act-texts.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { linesOf, orNull } from '../register-list/act-field.ts';
import { termOf } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { OpenViolationDocument } from './violation.mutations.ts';

type OpenActFormProps = {
  /** The recommendation it follows from; null where none. */
  readonly recommendation: string | null;
  /** Staff code to begin with, or empty. */
  readonly employee: string;
  readonly onClose: () => void;
};

/** An act with its days, from which its limitation and its handling time are counted. */
export function OpenActForm({ recommendation, employee, onClose }: OpenActFormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <ActForm
      document={OpenViolationDocument}
      title={texts.act.open}
      act={texts.act.openAct}
      start={{ employee, discoveredOn: today, limitationStart: 'END_OF_ACT', relatedToDuty: 'true' }}
      fields={[
        { name: 'employee', label: common.employee, kind: 'person', isRequired: true },
        { name: 'summary', label: texts.input.summary, kind: 'area', isRequired: true },
        { name: 'actFrom', label: texts.input.actFrom, kind: 'date', isRequired: true },
        { name: 'actTo', label: texts.input.actTo, kind: 'date' },
        { name: 'discoveredOn', label: texts.discoveredOn, kind: 'date', isRequired: true },
        { name: 'concludedOn', label: texts.concludedOn, kind: 'date' },
        {
          name: 'severity',
          label: texts.severity,
          kind: 'select',
          choices: choicesOf(violationSeverityTexts, language),
        },
        {
          name: 'limitationStart',
          label: texts.limitationStart,
          kind: 'select',
          choices: choicesOf(limitationStartTexts, language),
        },
        {
          name: 'limitationException',
          label: texts.limitationException,
          kind: 'select',
          choices: choicesOf(limitationExceptionTexts, language),
        },
        { name: 'relatedToDuty', label: texts.relatedToDuty, kind: 'check' },
        { name: 'degradation', label: texts.degradation, kind: 'check' },
        { name: 'corruption', label: texts.corruption, kind: 'check' },
        { name: 'sealed', label: texts.input.sealed, kind: 'check' },
        { name: 'mitigating', label: `${texts.mitigating} (${texts.oneALine})`, kind: 'area' },
        { name: 'aggravating', label: `${texts.aggravating} (${texts.oneALine})`, kind: 'area' },
      ]}
      toInput={(values) => ({
        employee: values.employee,
        unit: null,
        actFrom: values.actFrom,
        actTo: orNull(values.actTo),
        discoveredOn: values.discoveredOn,
        concludedOn: orNull(values.concludedOn),
        limitationStart: termOf(LIMITATION_STARTS, values.limitationStart),
        limitationException: termOf(LIMITATION_EXCEPTIONS, values.limitationException),
        relatedToDuty: values.relatedToDuty !== '',
        degradation: values.degradation !== '',
        corruption: values.corruption !== '',
        sealed: values.sealed !== '',
        severity: termOf(VIOLATION_SEVERITIES, values.severity),
        summary: values.summary,
        mitigating: linesOf(values.mitigating),
        aggravating: linesOf(values.aggravating),
        recommendation,
      })}
      onClose={onClose}
    />
  );
}
