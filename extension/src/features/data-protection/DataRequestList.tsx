import { useQuery } from '@apollo/client/react';
import { DATA_REQUEST_KINDS, DATA_REQUEST_STATES } from '@congvu/schema/registers';
import { dataRequestKindTexts, dataRequestStateTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { dataProtectionTexts } from '../../locales/data-protection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownInstant } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { DueMark } from '../register-list/DueMark.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterFilterForm } from '../register-list/RegisterFilterForm.tsx';
import { RegisterSentence } from '../register-list/RegisterSentence.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { readRegisterFilter, termsOf, writeRegisterFilter } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { DataRequestsDocument } from './data-protection.operations.ts';
import { dataProtectionPath } from './data-protection-path.ts';

/** What people ask about their data: overdue first. It leaves the system in no file. */
export function DataRequestList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(dataProtectionTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' });
  const query = useQuery(DataRequestsDocument, {
    variables: {
      filter: {
        unit: filter.unit === '' ? null : filter.unit,
        employee: filter.employee === '' ? null : filter.employee,
        kind: termsOf(DATA_REQUEST_KINDS, filter.kind),
        state: termsOf(DATA_REQUEST_STATES, filter.state),
        overdue: filter.overdue ? true : null,
      },
    },
    context: { purpose: 'DATA_PROTECTION' },
  });
  const kept = { tab: 'requests', ...writeRegisterFilter(filter) };
  const form = {
    filter,
    kinds: choicesOf(dataRequestKindTexts, language),
    states: choicesOf(dataRequestStateTexts, language),
    hasPeriod: false,
    onApply: (next: typeof filter) =>
      goTo({ path: dataProtectionPath, item: null, filters: { tab: 'requests', ...writeRegisterFilter(next) } }),
  };
  return (
    <>
      <RegisterSentence {...form} />
      <RegisterFilterForm key={JSON.stringify(filter)} {...form} />
      <QueryStates query={query} empty={texts.none}>
        {({ dataRequests: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.tab.requests}
              headings={Object.values(texts.columns)}
              rows={nodesOf({ edges }).map((request) => ({
                key: request.id,
                isLate: request.overdue,
                cells: [
                  <PersonCell
                    key="person"
                    name={request.employee.name}
                    more={[request.employee.code, request.employee.assignment?.unit.shortName]}
                  />,
                  <span key="request">
                    <RecordLink path={dataProtectionPath} item={request.id} filters={kept}>
                      {dataRequestKindTexts[request.kind][language]}
                    </RecordLink>
                    <span className="post small quiet">{request.subject}</span>
                  </span>,
                  shownInstant(request.receivedAt),
                  <DueMark key="due" dueOn={request.dueOn} isOver={request.dueOn === null} />,
                  <span key="state" className="state" data-state={request.requestState}>
                    {dataRequestStateTexts[request.requestState][language]}
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
