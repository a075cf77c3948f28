/**
 * What content script and frame say to each other over their private MessagePort. Neither side ever sends anything of a record;
 * the frame's words are the same for every row.
 */

/** Handed over once with the port, by postMessage to the extension's own origin. */
export type FrameHandshake = { readonly protocol: 'congvu-overlay'; readonly epoch: number; readonly nonce: string };

export type PageToFrame =
  | {
      readonly type: 'layout';
      readonly sequence: number;
      readonly width: number;
      readonly headHeight: number;
      readonly compact: boolean;
      readonly dark: boolean;
      /** Key, top, height of each row, one after another. */
      readonly rows: Int32Array;
    }
  /** The pointer is in the page again: out of a frame of another process the browser does not always tell the frame. */
  | { readonly type: 'left' }
  /** The answer to `renew`. */
  | { readonly type: 'nonce'; readonly nonce: string };

export type FrameToPage =
  /** The frame has presented its nonce and was accepted. Without it in 3 s nothing counts as shown. */
  | { readonly type: 'ready' }
  /** The places of this layout are painted, whatever stands at them; until then the page's script keeps older ones covered. */
  | { readonly type: 'drawn'; readonly sequence: number }
  /** The pointer or the focus came in or went: the frame takes one fixed larger size, whatever it shows. */
  | { readonly type: 'expand' }
  | { readonly type: 'collapse' }
  /** The background was restarted: a new nonce, please. */
  | { readonly type: 'renew' };
