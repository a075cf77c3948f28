import type { FrameFacts } from '../../../messaging/builder-messages.ts';
import { proposeListPage } from '../../../page/generic/propose-list-page.ts';
import { pageAddress } from '../../../page/page-address.ts';
import { hashPatternOf, pathPatternOf } from '../propose-place.ts';

/** The generic reading of this page as a start to correct: bound to this page's address, which the generic adapter never is. */
export const proposeGeneric = (root: Document): FrameFacts['generic'] => {
  const proposal = root.body === null ? null : proposeListPage(root);
  if (proposal === null) return null;
  const { pathname, hash } = pageAddress();
  const route = hashPatternOf(hash);
  const place = { path: pathPatternOf(pathname), ...(route === null ? {} : { hash: route }) };
  return { certainty: proposal.certainty, page: { ...proposal.page, ...place } };
};
