import { useQuery } from '@apollo/client/react';
import { FINDING_SEVERITIES, FINDING_TOPICS } from '@congvu/schema/registers';
import { findingSeverityTexts, findingTopicTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recordTexts } from '../../locales/record-texts.ts';
import { choicesOf } from '../../ui/SelectField.tsx';
import { RecordFindingDocument } from '../inspection/finding.mutations.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { someTerm, termOf } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { RunningInspectionsDocument } from './record.operations.ts';

type RecordFindingProps = {
  readonly employee: { readonly code: string; readonly name: string };
  /** Code of the unit the person serves in. */
  readonly unit: string;
};

/** Where an inspection runs in which the viewer may record findings: one about this person, good or bad. */
export function RecordFinding({ employee, unit }: RecordFindingProps) {
  const texts = useTexts(recordTexts);
  const inspection = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const { data } = useQuery(RunningInspectionsDocument, { context: { purpose: 'INSPECTION' } });
  const running = nodesOf(data?.inspections ?? { edges: [] }).filter(({ actions }) =>
    actions.includes('RECORD_FINDING'),
  );
  if (running.length === 0) return null;
  const form = (onClose: () => void) => (
    <ActForm
      document={RecordFindingDocument}
      title={`${texts.recordFinding} · ${employee.name}`}
      act={common.save}
      start={{ inspection: running[0]?.id ?? '', positive: 'false', foundOn: today }}
      fields={[
        {
          name: 'inspection',
          label: texts.inspection,
          kind: 'select',
          isRequired: true,
          choices: running.map(({ id, title }) => ({ value: id, label: title })),
        },
        {
          name: 'positive',
          label: inspection.sign,
          kind: 'select',
          isRequired: true,
          choices: [
            { value: 'false', label: inspection.bad },
            { value: 'true', label: inspection.good },
          ],
        },
        {
          name: 'topic',
          label: inspection.input.topic,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(findingTopicTexts, language),
        },
        {
          name: 'severity',
          label: inspection.input.severity,
          kind: 'select',
          choices: choicesOf(findingSeverityTexts, language),
          when: ({ positive }) => positive !== 'true',
        },
        { name: 'description', label: inspection.input.description, kind: 'area', isRequired: true },
        { name: 'evidence', label: inspection.input.evidence, kind: 'area', isRequired: true },
        { name: 'foundOn', label: inspection.input.foundOn, kind: 'date', isRequired: true },
      ]}
      toInput={(values) => ({
        inspection: values.inspection,
        visit: null,
        unit,
        employee: employee.code,
        topic: someTerm(FINDING_TOPICS, values.topic),
        positive: values.positive === 'true',
        description: values.description,
        quantity: null,
        severity: termOf(FINDING_SEVERITIES, values.severity),
        evidence: values.evidence,
        foundOn: values.foundOn,
      })}
      onClose={onClose}
    />
  );
  return <ActBar acts={[{ name: 'finding', label: texts.recordFinding, form }]} />;
}
