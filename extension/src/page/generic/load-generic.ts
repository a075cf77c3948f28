import type { BackgroundLink } from '../background-link.ts';
import type { followGenericPage } from './follow-generic.ts';

type FollowGeneric = typeof followGenericPage;

/** Scripts of ours in one document share a world that the page cannot see. */
const shared = globalThis as { congvuGeneric?: FollowGeneric };

/** The generic adapter's end, in its own script. */
export const offerGeneric = (follow: FollowGeneric): void => {
  shared.congvuGeneric = follow;
};

/** The overlay's end: has the background put the script in, once a document; null where it could not. */
export const createGenericLoader = (link: BackgroundLink): (() => Promise<FollowGeneric | null>) => {
  let loading: Promise<FollowGeneric | null> | null = null;
  return () => {
    // Asked for anew by each overlay: what another version left in this world is not what belongs to this one.
    loading ??= link.send('page.needGeneric', {}).then(({ ok }) => {
      if (!ok) loading = null;
      return ok ? (shared.congvuGeneric ?? null) : null;
    });
    return loading;
  };
};
