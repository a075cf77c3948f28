import { FINDING_SEVERITIES, FINDING_TOPICS } from '@congvu/schema/registers';
import { findingSeverityTexts, findingTopicTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { numberOrNull, orNull } from '../register-list/act-field.ts';
import { someTerm, termOf } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { RecordFindingDocument } from './finding.mutations.ts';
import type { InspectionFormProps } from './use-inspection-acts.tsx';

/** What the team found, good or bad: its draft until the findings are issued. */
export function RecordFindingForm({ inspection, onClose }: InspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const done = nodesOf(inspection.visits).filter(({ visitedOn }) => visitedOn !== null);
  return (
    <ActForm
      document={RecordFindingDocument}
      title={texts.act.recordFinding}
      act={common.save}
      start={{
        positive: 'false',
        foundOn: today,
        visit: done.length === 1 ? (done[0]?.id ?? '') : '',
        unit: done.length === 1 ? (done[0]?.unit.code ?? '') : '',
      }}
      fields={[
        {
          name: 'positive',
          label: texts.sign,
          kind: 'select',
          isRequired: true,
          choices: [
            { value: 'false', label: texts.bad },
            { value: 'true', label: texts.good },
          ],
        },
        {
          name: 'topic',
          label: texts.input.topic,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(findingTopicTexts, language),
        },
        { name: 'unit', label: common.unit, kind: 'unit', isRequired: true },
        {
          name: 'visit',
          label: texts.input.visit,
          kind: 'select',
          choices: done.map(({ id, unit }) => ({ value: id, label: unit.name })),
        },
        { name: 'employee', label: texts.input.about, kind: 'person' },
        { name: 'description', label: texts.input.description, kind: 'area', isRequired: true },
        { name: 'quantity', label: texts.input.quantity, kind: 'number' },
        {
          name: 'severity',
          label: texts.input.severity,
          kind: 'select',
          choices: choicesOf(findingSeverityTexts, language),
          when: ({ positive }) => positive !== 'true',
        },
        { name: 'evidence', label: texts.input.evidence, kind: 'area', isRequired: true },
        { name: 'foundOn', label: texts.input.foundOn, kind: 'date', isRequired: true },
      ]}
      toInput={(values) => ({
        inspection: inspection.id,
        visit: orNull(values.visit),
        unit: values.unit,
        employee: orNull(values.employee),
        topic: someTerm(FINDING_TOPICS, values.topic),
        positive: values.positive === 'true',
        description: values.description,
        quantity: numberOrNull(values.quantity),
        severity: termOf(FINDING_SEVERITIES, values.severity),
        evidence: values.evidence,
        foundOn: values.foundOn,
      })}
      onClose={onClose}
    />
  );
}
