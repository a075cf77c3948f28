import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';

/**
 * Writes what was read, in one statement, before the response leaves. Where that fails the operation fails: a read that
 * is not logged is not answered.
 */
export function useAccessLog(): Plugin<Context> {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (prepared) => {
        const result = await executeFn(prepared);
        await recordNotes(prepared.contextValue);
        return result;
      });
    },
  };
}

/** Also in front of a file that is downloaded: it leaves as a response does. */
export async function recordNotes(context: Context): Promise<void> {
  const { access, actor, database, purpose, requestId, screen } = context;
  const notes = access.notes();
  if (notes.length === 0) return;
  // The log refuses a note without a purpose, and there is none without an actor.
  if (actor === null || purpose === null) throw new Error('A record was read by nobody or for nothing.');
  const { displayName: readBy, tokenScopes, userId } = actor;
  const entries = notes.map((note) => ({ ...note, purpose, screen, readBy }));
  await database.runAs({ userId, tokenScopes, purpose, requestId }, () => database.recordAccess(entries));
}
