import { ok } from '@congvu/schema/primitives/result';
import { selectDocument } from '../../features/open-document/select-document.ts';
import { afterWrite } from '../../features/page-marks/after-write.ts';
import { pageHandlers } from '../../features/page-marks/answer-pages.ts';
import { getSession, signOut } from '../../features/session/access-token.ts';
import { signIn } from '../../features/session/sign-in.ts';
import { fetchAdapters } from '../../features/site-adapters/fetch-adapters.ts';
import { switchSiteOff, switchSiteOn } from '../../features/sites/site-grants.ts';
import { applyUpdate } from '../../features/updates/update-ready.ts';
import { acknowledgeExpired, discardQueue, discardWrite } from '../../features/writes/open-queue.ts';
import { replayWrites, sendWrite } from '../../features/writes/send-write.ts';
import type { Handlers } from '../../messaging/answer-messages.ts';
import { findServer } from '../../settings/server-address.ts';

/** Every message the background answers, and the feature that answers it. */
export const handlers: Handlers = {
  ...pageHandlers,
  'session.signIn': async ({ language }) => {
    const session = await signIn((await findServer()).server, language);
    return session.ok ? ok({ signedIn: true }) : session;
  },
  'session.signOut': async ({ writes }) => {
    if (writes === 'DISCARD') await discardQueue();
    await signOut();
    return ok({ signedIn: false });
  },
  'session.accessToken': async ({ refused }) => {
    const session = await getSession(refused);
    return session.ok ? ok({ token: session.value.accessToken }) : session;
  },
  'write.send': (request) => sendWrite(request, afterWrite),
  'write.replay': async () => ok({ waiting: await replayWrites(afterWrite) }),
  'write.discard': async ({ id }) => ok({ waiting: await discardWrite(id) }),
  'write.acknowledgeExpired': async () => ok({ waiting: await acknowledgeExpired() }),
  'update.apply': async () => {
    await applyUpdate();
    return ok({ applied: true });
  },
  'site.switchOn': async ({ origin }) => {
    const site = await switchSiteOn(origin);
    return site.ok ? ok({ origin: site.value }) : site;
  },
  'site.switchOff': async ({ origin }) => {
    const site = await switchSiteOff(origin);
    return site.ok ? ok({ origin: site.value }) : site;
  },
  'adapters.fetch': fetchAdapters,
  'panel.readDocument': ({ tabId, documentId, key }) => selectDocument({ tabId, documentId }, key, null),
};
