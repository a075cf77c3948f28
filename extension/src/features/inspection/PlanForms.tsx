import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { numberOrNull } from '../register-list/act-field.ts';
import { useViewer } from '../session/viewer.ts';
import { CreateInspectionPlanDocument, IssuePlanDocument } from './inspection.mutations.ts';

type CreatePlanFormProps = { readonly unit: string; readonly onClose: () => void };

export function CreatePlanForm({ unit, onClose }: CreatePlanFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={CreateInspectionPlanDocument}
      title={texts.act.plan}
      act={texts.act.plan}
      start={{ unit, year: String(Number(today.slice(0, 4)) + 1), sharePercent: '30' }}
      fields={[
        { name: 'unit', label: common.unit, kind: 'unit', isRequired: true },
        { name: 'year', label: common.year, kind: 'number', isRequired: true },
        { name: 'sharePercent', label: texts.input.sharePercent, kind: 'number' },
      ]}
      toInput={({ unit: code, year, sharePercent }) => ({
        unit: code,
        year: Number(year),
        sharePercent: numberOrNull(sharePercent),
      })}
      onClose={onClose}
    />
  );
}

type IssuePlanFormProps = {
  readonly plan: { readonly id: string; readonly revision: number };
  readonly onClose: () => void;
};

export function IssuePlanForm({ plan, onClose }: IssuePlanFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={IssuePlanDocument}
      title={texts.act.issuePlan}
      act={texts.act.issuePlan}
      start={{ issuedOn: today }}
      fields={[
        { name: 'decisionNumber', label: common.decisionNumber, kind: 'text', isRequired: true },
        { name: 'issuedOn', label: common.issuedOn, kind: 'date', isRequired: true },
      ]}
      toInput={(values) => ({ plan: plan.id, revision: plan.revision, ...values })}
      onClose={onClose}
    />
  );
}
