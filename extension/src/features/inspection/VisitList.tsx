import { useQuery } from '@apollo/client/react';
import { VISIT_STATES } from '@congvu/schema/registers';
import { visitStateTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import type { Address } from '../dashboard/address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterHead } from '../register-list/RegisterHead.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { readRegisterFilter, termsOf, toRegisterInput, writeRegisterFilter } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { VisitsDocument } from './inspection.operations.ts';
import { inspectionPath } from './inspection-path.ts';
import { visitDays } from './visit-days.ts';

/** Which places were visited, or are planned to be, and when. */
export function VisitList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(inspectionTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' });
  const { employee: _, ...asked } = toRegisterInput(filter);
  const input = { ...asked, state: termsOf(VISIT_STATES, filter.state) };
  const query = useQuery(VisitsDocument, { variables: { filter: input }, context: { purpose: 'INSPECTION' } });
  const kept = { tab: 'visits', ...writeRegisterFilter(filter) };
  return (
    <>
      <RegisterHead
        filter={filter}
        kinds={[]}
        states={choicesOf(visitStateTexts, language)}
        hasPerson={false}
        onApply={(next) =>
          goTo({ path: inspectionPath, item: null, filters: { tab: 'visits', ...writeRegisterFilter(next) } })
        }
        register="visits"
        input={input}
        purpose="INSPECTION"
      />
      <QueryStates query={query} empty={texts.noVisitList}>
        {({ visits: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.visits}
              headings={Object.values(texts.visitColumns)}
              rows={nodesOf({ edges }).map((each) => ({
                key: each.id,
                cells: [
                  <PersonCell
                    key="unit"
                    name={each.unit.name}
                    more={[
                      each.unannounced && each.visitedOn === null ? texts.unannounced : null,
                      each.repeatReason === null ? null : texts.repeat(each.repeatReason),
                    ]}
                  />,
                  each.inspection === null ? (
                    '—'
                  ) : (
                    <RecordLink key="inspection" path={inspectionPath} item={each.inspection.id} filters={kept}>
                      {each.inspection.title}
                    </RecordLink>
                  ),
                  visitDays(each, texts),
                  <span key="state" className="state" data-state={each.state}>
                    {visitStateTexts[each.state][language]}
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
