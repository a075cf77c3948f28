import { useQuery } from '@apollo/client/react';
import { COORDINATION_STATES } from '@congvu/schema/registers';
import { coordinationStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { coordinationTexts } from '../../locales/coordination-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { RegisterHead } from '../register-list/RegisterHead.tsx';
import {
  readRegisterFilter,
  termOf,
  termsOf,
  toRegisterInput,
  writeRegisterFilter,
} from '../register-list/register-filter.ts';
import { may, useViewer } from '../session/viewer.ts';
import { AskForm } from './AskForm.tsx';
import { CoordinationCard } from './CoordinationCard.tsx';
import { CoordinationRequestsDocument } from './coordination.operations.ts';

const path = 'phoi-hop';
const sides = ['ASKING', 'ASKED'] as const;

/** What units ask of each other, overdue first. */
export function CoordinationPage({ filters }: ScreenProps) {
  const texts = useTexts(coordinationTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [isAsking, setIsAsking] = useState(false);
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' }, ['side']);
  const input = {
    ...toRegisterInput(filter),
    state: termsOf(COORDINATION_STATES, filter.state),
    side: termOf(sides, filter.extra.side ?? ''),
  };
  const query = useQuery(CoordinationRequestsDocument, {
    variables: { filter: input },
    context: { purpose: 'EVALUATE' },
  });
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <RegisterHead
        register="coordination"
        purpose="EVALUATE"
        filter={filter}
        input={input}
        kinds={[]}
        states={choicesOf(coordinationStateTexts, language)}
        extras={[
          {
            name: 'side',
            label: texts.side,
            choices: sides.map((value) => ({ value, label: texts.sides[value] })),
          },
        ]}
        onApply={(next) => goTo({ path, item: null, filters: writeRegisterFilter(next) })}
      />
      {may(viewer, 'TASK_ASSIGN') && !isAsking && <Button onClick={() => setIsAsking(true)}>{texts.ask}</Button>}
      {isAsking && <AskForm unit={filter.unit} onClose={() => setIsAsking(false)} />}
      <QueryStates query={query} empty={texts.empty}>
        {({ coordinationRequests: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {edges.map(({ node }) => (
                  <li key={node.id} className="card stack">
                    <CoordinationCard request={node} />
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
    </div>
  );
}
