import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { builtInAdapters } from '../../adapters/built-in-adapters.ts';
import { askServer } from '../../graphql/ask-server.ts';
import { createTurns } from '../../messaging/turns.ts';
import { readPolicy } from '../../settings/server-address.ts';
import { sessionItem } from '../session/session-store.ts';
import { adaptersItem, builtInAdaptersItem, managedAdaptersItem } from './adapter-store.ts';
import { parseAdapters } from './parse-adapters.ts';
import { reportLeftOut } from './report-adapter.ts';
import { PublishedAdaptersDocument } from './site-adapters.operations.ts';

export type FetchedAdapters = { readonly count: number; readonly leftOut: number };

/** One after the other: a late answer must not write over a newer one. */
const inTurn = createTurns();

/**
 * Asks the server for what is published for the signed-in person and keeps it; pages that are open follow at once. One that was
 * withdrawn is gone with this. Without an answer the last ones stand. Errors: UNAUTHENTICATED, SERVER_UNREACHABLE and those of askServer.
 */
export function fetchAdapters(): Promise<Result<FetchedAdapters, { readonly code: string }>> {
  return inTurn(async () => {
    const session = await sessionItem.getValue();
    if (session === null) return fail({ code: 'UNAUTHENTICATED' });
    const answer = await askServer(PublishedAdaptersDocument, {}, 'extension/sidepanel');
    if (!answer.ok) return answer;
    // Another person may have signed in meanwhile: these are not his units' adapters.
    if ((await sessionItem.getValue())?.signInId !== session.signInId) return fail({ code: 'UNAUTHENTICATED' });
    const { list, leftOut } = parseAdapters(answer.value.publishedAdapters.map(({ content }) => content));
    await adaptersItem.setValue({ fetchedAt: Date.now(), list, leftOut });
    await reportLeftOut(leftOut);
    return ok({ count: list.length, leftOut: leftOut.length });
  });
}

/** Puts what this version carries where pages read it. */
export async function keepBuiltInAdapters(): Promise<void> {
  const kept = { list: builtInAdapters };
  if (JSON.stringify(await builtInAdaptersItem.getValue()) === JSON.stringify(kept)) return;
  await builtInAdaptersItem.setValue(kept);
}

/** Takes the policy's adapters over; an office that took its policy back has none. */
export async function keepManagedAdapters(): Promise<void> {
  const given = await readPolicy('adapters');
  const parsed = parseAdapters(Array.isArray(given) ? given : []);
  // Every page of ours follows the item: writing the same again would begin each anew.
  if (JSON.stringify(await managedAdaptersItem.getValue()) === JSON.stringify(parsed)) return;
  await managedAdaptersItem.setValue(parsed);
}
