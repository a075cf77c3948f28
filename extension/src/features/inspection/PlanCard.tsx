import { inspectionPlanStateTexts } from '@congvu/schema/texts';
import type { InspectionPlansQuery } from '../../../generated/graphql.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownDate } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import { ActBar, type OfferedAct } from '../register-list/ActBar.tsx';
import { inspectionPath } from './inspection-path.ts';
import { PlanCoverage } from './PlanCoverage.tsx';
import { IssuePlanForm } from './PlanForms.tsx';
import { SaveInspectionForm } from './SaveInspectionForm.tsx';

export type Plan = InspectionPlansQuery['inspectionPlans']['edges'][number]['node'];

/** One plan: its share, whether it is issued, and the way to its inspections. */
export function PlanCard({ plan }: { readonly plan: Plan }) {
  const texts = useTexts(inspectionTexts);
  const language = useLanguage();
  const acts = plan.actions.map((name): OfferedAct => {
    if (name === 'ISSUE') {
      return { name, label: texts.act.issuePlan, form: (onClose) => <IssuePlanForm {...{ plan, onClose }} /> };
    }
    return {
      name,
      label: texts.act.addInspection,
      form: (onClose) => (
        <SaveInspectionForm inspection={null} plan={plan.id} unit={plan.unit.code} onClose={onClose} />
      ),
    };
  });
  return (
    <>
      <div className="row spread">
        <h2>
          {texts.plan(plan.year)} <span className="small quiet">{plan.unit.name}</span>
        </h2>
        <span className="state" data-state={plan.state}>
          {inspectionPlanStateTexts[plan.state][language]}
        </span>
      </div>
      <p className="small">
        {texts.share(plan.sharePercent)} ·{' '}
        {plan.decisionNumber === null ? texts.notIssued : texts.numberOf(plan.decisionNumber, shownDate(plan.issuedOn))}
      </p>
      <p>
        <a
          href={writeAddress({
            path: inspectionPath,
            item: null,
            filters: { tab: 'inspections', unit: plan.unit.code, period: String(plan.year) },
          })}
        >
          {texts.itsInspections}
        </a>
      </p>
      <PlanCoverage plan={plan} />
      <ActBar acts={acts} />
    </>
  );
}
