import { useQuery } from '@apollo/client/react';
import { readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { accessTexts } from '../../locales/access-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ActBar } from '../register-list/ActBar.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { OwnTokensDocument, TokenFragment, TokensDocument } from './access.operations.ts';
import { TokenForm } from './TokenForm.tsx';
import { TokenTable } from './TokenTable.tsx';

/** One's own tokens, and those of people whose grants one manages. */
export function TokensPart() {
  const texts = useTexts(accessTexts).tokens;
  const viewer = useViewer();
  const own = useQuery(OwnTokensDocument);
  return (
    <>
      <h2>{texts.own}</h2>
      {may(viewer, 'TOKEN_MANAGE') && (
        <ActBar
          acts={[
            {
              name: 'make',
              label: texts.make,
              form: (onClose) => <TokenForm onClose={onClose} onMade={() => void own.refetch()} />,
            },
          ]}
        />
      )}
      <QueryStates query={own} empty={texts.none}>
        {({ personalTokens }) =>
          personalTokens.length === 0 ? null : (
            <TokenTable label={texts.own} tokens={personalTokens.map((token) => readFragment(TokenFragment, token))} />
          )
        }
      </QueryStates>
      {may(viewer, 'GRANT_MANAGE') && <OthersTokens />}
    </>
  );
}

function OthersTokens() {
  const texts = useTexts(accessTexts).tokens;
  const query = useQuery(TokensDocument, { variables: { filter: {} } });
  return (
    <>
      <h2>{texts.others}</h2>
      <QueryStates query={query} empty={texts.none}>
        {({ tokens }) => {
          const others = nodesOf(tokens)
            .map((token) => readFragment(TokenFragment, token))
            .filter(({ isOwn }) => !isOwn);
          const { hasNextPage, endCursor } = tokens.pageInfo;
          return others.length === 0 && !hasNextPage ? null : (
            <TokenTable
              label={texts.others}
              tokens={others}
              isOfOthers
              onMore={hasNextPage ? () => void query.fetchMore({ variables: { after: endCursor } }) : null}
            />
          );
        }}
      </QueryStates>
    </>
  );
}
