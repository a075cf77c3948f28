/**
 * What WXT makes for a content script's `main`, in place of its own (wxt.config.ts): that one tells the page of each start by an event
 * that bears our id, lets the page end the script by the same event, and weighs 3 kB. Ours find out themselves when their extension is
 * gone (extension-watch.ts, the end of a port), so nothing is left for it to do.
 */
export class ContentScriptContext {}
