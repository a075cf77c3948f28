import { useQuery } from '@apollo/client/react';
import { INSPECTION_PLAN_STATES } from '@congvu/schema/registers';
import { inspectionPlanStateTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import type { Address } from '../dashboard/address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { RegisterFilterForm } from '../register-list/RegisterFilterForm.tsx';
import { RegisterSentence } from '../register-list/RegisterSentence.tsx';
import { readRegisterFilter, termsOf, writeRegisterFilter } from '../register-list/register-filter.ts';
import { may, useViewer } from '../session/viewer.ts';
import { inspectionPath } from './inspection-path.ts';
import { PlanCard } from './PlanCard.tsx';
import { CreatePlanForm } from './PlanForms.tsx';
import { InspectionPlansDocument } from './plan.operations.ts';

/** The yearly plans, newest year first. */
export function PlanList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' });
  const query = useQuery(InspectionPlansDocument, {
    variables: {
      filter: {
        unit: filter.unit,
        period: filter.period || null,
        state: termsOf(INSPECTION_PLAN_STATES, filter.state),
      },
    },
    context: { purpose: 'INSPECTION' },
  });
  const form = {
    filter,
    kinds: [],
    states: choicesOf(inspectionPlanStateTexts, language),
    hasOverdue: false,
    hasPerson: false,
    hasPeriod: false,
  };
  return (
    <>
      <RegisterSentence {...form} />
      <RegisterFilterForm
        key={JSON.stringify(filter)}
        {...form}
        onApply={(next) =>
          goTo({ path: inspectionPath, item: null, filters: { tab: 'plans', ...writeRegisterFilter(next) } })
        }
      />
      {may(viewer, 'INSPECTION_MANAGE') && (
        <ActBar
          acts={[
            {
              name: 'plan',
              label: texts.act.plan,
              form: (onClose) => <CreatePlanForm unit={filter.unit} onClose={onClose} />,
            },
          ]}
        />
      )}
      <QueryStates query={query} empty={texts.noPlans}>
        {({ inspectionPlans: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {nodesOf({ edges }).map((plan) => (
                  <li key={plan.id} className="card stack">
                    <PlanCard plan={plan} />
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <Button onClick={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  {common.more}
                </Button>
              )}
            </>
          )
        }
      </QueryStates>
    </>
  );
}
