import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { browser } from 'wxt/browser';
import type { WaitingItemsQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { reminderTexts } from '../../locales/reminder-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Person } from '../open-document/person.ts';
import { dashboardAddressOf } from './dashboard-address.ts';
import { WaitingItemsDocument, WaitingPersonDocument } from './waiting.operations.ts';

type Item = WaitingItemsQuery['waiting']['items']['edges'][number]['node'];

/** Opens the section where the thing is acted on, in its month, with the person it is about; null: with nobody new. */
export type ShowWaiting = (section: 'tasks' | 'scoring' | 'unit', period: string | null, person: Person | null) => void;

/** One line a thing, the most urgent first. A line leads to the person here, or to its screen of the dashboard. */
export function WaitingList({ onShow }: { readonly onShow: ShowWaiting }) {
  const texts = useTexts(reminderTexts);
  const common = useTexts(stateTexts);
  const client = useApolloClient();
  const [after, setAfter] = useState<string | null>(null);
  const query = useQuery(WaitingItemsDocument, { variables: { after }, fetchPolicy: 'cache-and-network' });
  const open = async ({ kind, target, targetType, period }: Item) => {
    const address = dashboardAddressOf(kind, target);
    if (address !== null) return browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html${address}`) });
    if (targetType === 'Unit') return onShow('unit', period, null);
    const { data } = await client.query({ query: WaitingPersonDocument, variables: { id: target } });
    const employee =
      data?.node !== null && data?.node !== undefined && 'employee' in data.node ? data.node.employee : null;
    if (!employee) return;
    const section = targetType === 'PeriodSheet' ? 'scoring' : 'tasks';
    onShow(section, period, { ...employee, title: employee.assignment?.title ?? '' });
  };
  return (
    <QueryStates query={query} empty={texts.nothing}>
      {({ waiting }) =>
        waiting.total === 0 ? null : (
          <>
            <ul className="plain-list">
              {nodesOf(waiting.items).map((item) => (
                <li key={`${item.kind} ${item.target} ${item.period}`} className="person-line">
                  <Button kind="link" onClick={() => void open(item)}>
                    {item.title}
                  </Button>
                  {item.daysLeft !== null && <span className="small quiet">{texts.dueIn(item.daysLeft)}</span>}
                </li>
              ))}
            </ul>
            <div className="row">
              {after !== null && <Button onClick={() => setAfter(null)}>{common.first}</Button>}
              {waiting.items.pageInfo.hasNextPage && (
                <Button onClick={() => setAfter(waiting.items.pageInfo.endCursor)}>{common.more}</Button>
              )}
            </div>
          </>
        )
      }
    </QueryStates>
  );
}
