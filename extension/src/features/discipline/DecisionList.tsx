import { useQuery } from '@apollo/client/react';
import { DISCIPLINE_FORMS } from '@congvu/schema/evaluation';
import { DISCIPLINE_STATES } from '@congvu/schema/registers';
import { disciplineFormTexts, disciplineStateTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterHead } from '../register-list/RegisterHead.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { readRegisterFilter, termsOf, toRegisterInput, writeRegisterFilter } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { DisciplineDecisionsDocument } from './discipline.operations.ts';
import { disciplinePath } from './discipline-path.ts';

/** Decisions on discipline, newest first, each with the time in which it has effect. */
export function DecisionList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(disciplineTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' });
  const { overdue: _, ...asked } = toRegisterInput(filter);
  const input = {
    ...asked,
    kind: termsOf(DISCIPLINE_FORMS, filter.kind),
    state: termsOf(DISCIPLINE_STATES, filter.state),
  };
  const query = useQuery(DisciplineDecisionsDocument, {
    variables: { filter: input },
    context: { purpose: 'DISCIPLINE' },
  });
  const kept = { tab: 'decisions', ...writeRegisterFilter(filter) };
  return (
    <>
      <RegisterHead
        filter={filter}
        kinds={choicesOf(disciplineFormTexts, language)}
        states={choicesOf(disciplineStateTexts, language)}
        hasOverdue={false}
        onApply={(next) =>
          goTo({ path: disciplinePath, item: null, filters: { tab: 'decisions', ...writeRegisterFilter(next) } })
        }
        register="decisions"
        input={input}
        purpose="DISCIPLINE"
      />
      <QueryStates query={query} empty={texts.noDecisions}>
        {({ disciplineDecisions: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.decisions}
              headings={Object.values(texts.decisionColumns)}
              rows={nodesOf({ edges }).map((decision) => ({
                key: decision.id,
                cells: [
                  <PersonCell
                    key="person"
                    name={decision.employee.name}
                    more={[decision.employee.code, decision.unit.shortName]}
                  />,
                  disciplineFormTexts[decision.form][language],
                  <RecordLink key="decision" path={disciplinePath} item={decision.id} filters={kept}>
                    {texts.numberOf(decision.decisionNumber, shownDate(decision.decidedOn))}
                  </RecordLink>,
                  texts.span(shownDate(decision.effectiveFrom), shownDate(decision.effectiveTo)),
                  <span key="state" className="state" data-state={decision.state}>
                    {disciplineStateTexts[decision.state][language]}
                  </span>,
                ],
              }))}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          )
        }
      </QueryStates>
    </>
  );
}
