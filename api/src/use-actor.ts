import { execute } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from './context.ts';
import { subscribeAsActor } from './events/subscribe.ts';

/**
 * Executes each operation as its actor: the database refuses any statement outside. Nobody's operation is executed
 * without one, and can reach no row. A subscription is opened so, and each of its events answered so.
 */
export function useActor(): Plugin<Context> {
  return {
    onExecute({ args, setExecuteFn }) {
      const { actor, database, purpose, requestId } = args.contextValue;
      setExecuteFn((prepared) => {
        const run = () => execute(prepared);
        if (actor === null) return run();
        const { userId, tokenScopes } = actor;
        return database.runAs({ userId, tokenScopes, purpose, requestId }, run);
      });
    },
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(subscribeAsActor);
    },
  };
}
