import { graphql } from '../../../generated/index.ts';

/** Asked by the background alone, once a sign-in. */
export const OfflineKeyDocument = graphql(`
  query OfflineKey {
    viewer {
      id
      offlineKey
    }
  }
`);
