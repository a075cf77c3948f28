import { useQuery } from '@apollo/client/react';
import { FINDING_TOPICS } from '@congvu/schema/registers';
import { findingSeverityTexts, findingTopicTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
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
import { findingState } from './finding-state.ts';
import { FindingsDocument } from './inspection.operations.ts';
import { inspectionPath } from './inspection-path.ts';

/** What was found, good and bad; each leads to its inspection, where it is acted on. */
export function FindingList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(inspectionTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' }, ['positive', 'open']);
  const { positive = '', open = '' } = filter.extra;
  const input = {
    ...toRegisterInput(filter),
    kind: termsOf(FINDING_TOPICS, filter.kind),
    positive: positive === '' ? null : positive === 'true',
    open: open === '' ? null : open === 'true',
  };
  const query = useQuery(FindingsDocument, { variables: { filter: input }, context: { purpose: 'INSPECTION' } });
  const kept = { tab: 'findings', ...writeRegisterFilter(filter) };
  return (
    <>
      <RegisterHead
        filter={filter}
        kinds={choicesOf(findingTopicTexts, language)}
        states={[]}
        hasOverdue={false}
        extras={[
          {
            name: 'positive',
            label: texts.sign,
            choices: [
              { value: 'false', label: texts.bad },
              { value: 'true', label: texts.good },
            ],
          },
          {
            name: 'open',
            label: texts.openOnly,
            choices: [
              { value: 'true', label: texts.openChoices.open },
              { value: 'false', label: texts.openChoices.closed },
            ],
          },
        ]}
        onApply={(next) =>
          goTo({ path: inspectionPath, item: null, filters: { tab: 'findings', ...writeRegisterFilter(next) } })
        }
        register="findings"
        input={input}
        purpose="INSPECTION"
      />
      <QueryStates query={query} empty={texts.noFindingList}>
        {({ findings: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.findings}
              headings={Object.values(texts.findingColumns)}
              rows={nodesOf({ edges }).map((each) => ({
                key: each.id,
                cells: [
                  <span key="what">
                    {each.inspection === null ? (
                      each.description
                    ) : (
                      <RecordLink path={inspectionPath} item={each.inspection.id} filters={kept}>
                        {each.description}
                      </RecordLink>
                    )}
                    <span className="post small quiet">
                      {[
                        each.positive ? texts.good : texts.bad,
                        each.severity === null ? null : findingSeverityTexts[each.severity][language],
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>,
                  <PersonCell
                    key="whom"
                    name={each.employee?.name ?? each.unit.shortName}
                    more={[each.employee === null ? null : each.unit.shortName]}
                  />,
                  findingTopicTexts[each.topic][language],
                  shownDate(each.foundOn),
                  findingState(each, texts),
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
