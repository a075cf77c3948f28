import { defineContentScript } from 'wxt/utils/define-content-script';
import { followGenericPage } from '../../page/generic/follow-generic.ts';
import { offerGeneric } from '../../page/generic/load-generic.ts';

/** Put beside the overlay by the background where the overlay asks for it: most pages have an adapter and never carry this. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  main() {
    offerGeneric(followGenericPage);
  },
});
