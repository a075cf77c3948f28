import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Address } from '../dashboard/address.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { RoundsDocument } from './commendation.operations.ts';
import { commendationPath } from './commendation-path.ts';
import { RoundCard } from './RoundCard.tsx';
import { OpenRoundForm } from './RoundForms.tsx';

/** The rounds of commendation of the agencies of a unit, newest year first. */
export function RoundList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(commendationTexts);
  const list = useTexts(registerListTexts);
  const common = useTexts(stateTexts);
  const viewer = useViewer();
  const unit = filters.unit || (viewer.employee?.assignment?.unit.agency?.code ?? viewer.units[0]?.code ?? '');
  const query = useQuery(RoundsDocument, { variables: { filter: { unit } }, context: { purpose: 'COMMENDATION' } });
  return (
    <>
      <div className="filters">
        <UnitSelect
          label={list.unit}
          value={unit}
          onChoose={(code) => goTo({ path: commendationPath, item: null, filters: { tab: 'rounds', unit: code } })}
        />
      </div>
      {may(viewer, 'STAFF_MANAGE') && (
        <ActBar
          acts={[
            {
              name: 'open',
              label: texts.act.openRound,
              form: (onClose) => <OpenRoundForm unit={unit} onClose={onClose} />,
            },
          ]}
        />
      )}
      <QueryStates query={query} empty={texts.noRounds}>
        {({ commendationRounds: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {nodesOf({ edges }).map((round) => (
                  <li key={round.id} className="card stack">
                    <RoundCard round={round} />
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
