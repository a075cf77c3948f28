import { ApolloProvider, useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createClient } from '../../graphql/create-client.ts';
import type { PostOptions } from '../../graphql/post-operation.ts';
import { languageChoice } from '../../settings/language-choice.ts';
import { DemonstrationBand } from '../../ui/DemonstrationBand.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { writeCount } from '../page-marks/after-write.ts';
import { OwnQueue } from '../writes/QueueList.tsx';
import { SignIn } from './SignIn.tsx';
import { sessionItem } from './session-store.ts';
import { ViewerDocument } from './viewer.operations.ts';
import { ViewerContext } from './viewer.ts';

type SignedInProps = { readonly client: PostOptions['client']; readonly children: ReactNode };

/** Shows the screen to a person who is signed in, and the way to sign in to everyone else. */
export function SignedIn({ client, children }: SignedInProps) {
  const [signInId, setSignInId] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    void sessionItem.getValue().then((session) => setSignInId(session?.signInId ?? null));
    return sessionItem.watch((session) => setSignInId(session?.signInId ?? null));
  }, []);
  if (signInId === undefined) return null;
  if (signInId === null) return <SignIn />;
  // The key gives another sign-in another client: nothing the last person saw is left in its cache.
  return (
    <OfOnePerson key={signInId} client={client}>
      {children}
    </OfOnePerson>
  );
}

function OfOnePerson({ client: name, children }: SignedInProps) {
  const client = useMemo(() => createClient(name), [name]);
  useEffect(() => {
    const readAgain = () => void client.refetchQueries({ include: 'active' });
    const unwatch = writeCount.watch(readAgain);
    // Reasons and conditions come as sentences of the api, in the language they were asked for in.
    const unwatchLanguage = languageChoice.watch(readAgain);
    return () => {
      unwatch();
      unwatchLanguage();
      client.stop();
    };
  }, [client]);
  return (
    <ApolloProvider client={client}>
      <WithViewer>{children}</WithViewer>
    </ApolloProvider>
  );
}

function WithViewer({ children }: { readonly children: ReactNode }) {
  const query = useQuery(ViewerDocument);
  const screen = (
    <QueryStates query={query} empty={null}>
      {({ viewer }) => (
        <ViewerContext value={viewer}>
          {viewer.demonstration && <DemonstrationBand />}
          {children}
        </ViewerContext>
      )}
    </QueryStates>
  );
  const isKnown = query.data !== undefined && query.error === undefined;
  return (
    <>
      {isKnown ? screen : <main className="section">{screen}</main>}
      {/* A screen opened while the network is lost has no viewer yet, and still something that waits. */}
      {query.data === undefined && query.error !== undefined && <OwnQueue />}
    </>
  );
}
