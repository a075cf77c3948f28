import type { DocumentReading, PageReading, RowKey } from '@congvu/schema/page-reading';

/**
 * The messages between a page's content script, the overlay's frame and the background. Types only: this file is
 * part of the bundle that runs in pages. Records travel on one way alone, background → frame.
 */

/** What travels instead of an `Error`. */
export type MessageError = { readonly code: string };
export type MessageResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: MessageError };

/** Content script → background, by `runtime.sendMessage({ name, parameters })`. No result holds anything of a record. */
export type PageMessages = {
  /** A one-use nonce for (tab, document and origin of the sender, epoch), of at least 128 random bits, valid for 10 s. */
  'overlay.requestNonce': { parameters: { readonly epoch: number }; result: { readonly nonce: string } };
  /** What the page shows now, or how that changed. */
  'page.read': { parameters: PageReading; result: { readonly accepted: true } };
  /** The address changed, or the document goes: everything of epochs before `epoch` is void, frames of it show nothing. */
  'page.withdraw': { parameters: { readonly epoch: number }; result: { readonly accepted: true } };
  /** No adapter knows this address: put the generic one beside this script. Answered when it is there. */
  'page.needGeneric': { parameters: Record<string, never>; result: { readonly accepted: true } };
  /** A trusted click on the notice: open the side panel with the manual search. */
  'page.openManualSearch': { parameters: Record<string, never>; result: { readonly accepted: true } };
};

/** Background → content script of one document, by `tabs.sendMessage(tabId, { name, parameters }, { documentId })`. */
export type BackgroundToPageMessages = {
  /**
   * The document to fill into the side panel: that of `key`, or with null the one the page itself is about (a detail page).
   * Refused with STALE_PAGE (another epoch), NO_DOCUMENT, ADAPTER_BROKEN.
   */
  'page.readDocument': {
    parameters: { readonly epoch: number | null; readonly key: RowKey | null };
    result: DocumentReading;
  };
  /** Every frame of the page shows again from the start, e.g. after sign-in. */
  'page.readAgain': { parameters: Record<string, never>; result: { readonly accepted: true } };
  /** The site was switched off: every document of this origin removes everything and stops. */
  'page.stop': { parameters: { readonly origin: string }; result: { readonly accepted: true } };
};

/** A frame connects with `runtime.connect({ name: framePortName })` and posts these. */
export const framePortName = 'overlay-frame';
export type FrameToBackground =
  /** `holder`: origin of the document the frame stands in, as the browser tells the frame; null where it tells none. */
  | { readonly type: 'present'; readonly nonce: string; readonly holder: string | null }
  /** One opened card: one access entry. */
  | { readonly type: 'card'; readonly key: RowKey; readonly employeeId: string }
  /** By a person's click or key in the frame: select document and person (null: a choice to be made) in the side panel, and open it. */
  | { readonly type: 'openInPanel'; readonly key: RowKey | null; readonly employeeId: string | null };

export type BackgroundToFrame =
  /** The nonce is unknown, used, late or of another document. The port stays; nothing else ever comes unless a good one is presented. */
  | { readonly type: 'refused' }
  /** Instead of marks, or before them. `code` is a catalogue code, shown in small type. */
  | { readonly type: 'state'; readonly epoch: number; readonly state: FrameState; readonly code: string | null }
  /** Marks to draw or to draw anew, at most 250 a message; `removed` are no longer shown. */
  | {
      readonly type: 'marks';
      readonly epoch: number;
      readonly today: string;
      readonly demonstration: boolean;
      readonly changed: readonly FrameRow[];
      readonly removed: readonly RowKey[];
    }
  | { readonly type: 'card'; readonly epoch: number; readonly key: RowKey; readonly card: FrameCard }
  | { readonly type: 'cardFailed'; readonly epoch: number; readonly key: RowKey; readonly code: string };

export type FrameState = 'LOADING' | 'READY' | 'SIGNED_OUT' | 'REFUSED' | 'FAILED';
export type FrameLevel = 'OUTSTANDING' | 'GOOD' | 'COMPLETED' | 'NOT_COMPLETED';

/** Of the tasks that rest on the row's document: none, one not finished, all done, one past its deadline, one given up as not done. */
export type FrameTaskState = 'NONE' | 'OPEN' | 'DONE' | 'LATE' | 'NOT_DONE';

export type FrameRow = {
  readonly key: RowKey;
  readonly deadline: string | null;
  readonly task: FrameTaskState;
  readonly person: FramePerson;
};

/** SEVERAL: people of one name. SHARED: several people carry the document alike. NO_HANDLER: the row names no one. NONE: nobody of that name (that one may see). */
export type FramePerson =
  | { readonly state: 'ONE'; readonly mark: FrameMark }
  | { readonly state: 'SEVERAL' | 'SHARED'; readonly count: number }
  | { readonly state: 'NONE' }
  | { readonly state: 'NO_HANDLER' };

/** commendations and disciplineUntil: null = none, or not allowed to know. Dates are LocalDate. */
export type FrameMark = {
  readonly employeeId: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly period: string | null;
  readonly level: FrameLevel | null;
  /** As the api made it for display: "87.67". The frame puts the decimal mark of its language. */
  readonly display: string | null;
  readonly provisional: boolean;
  readonly commendations: number | null;
  readonly activeDiscipline: boolean;
  readonly disciplineUntil: string | null;
  /** The person's data are held back from pages at his request: nothing but the name is drawn. */
  readonly isRestricted: boolean;
};

export type FrameCard = {
  readonly mark: FrameMark;
  readonly code: string;
  readonly tasks: { readonly open: number; readonly done: number; readonly late: number; readonly notDone: number };
  /** At most 8, oldest first. `value` 0 to 100 is for the plot only. */
  readonly periods: readonly {
    readonly period: string;
    readonly display: string | null;
    readonly value: number | null;
    readonly level: FrameLevel | null;
    readonly provisional: boolean;
  }[];
  /** Who confirmed the newest sheet that is confirmed; null: none of these is. */
  readonly scoredBy: { readonly name: string; readonly period: string } | null;
  /** null: not allowed to know. */
  readonly commendations: readonly { readonly title: string; readonly decidedOn: string }[] | null;
  readonly disciplines: readonly { readonly form: string; readonly until: string | null }[] | null;
  /** What keeps the person from being appointed today, by the api's name; `until` a LocalDate, null where no day is known. */
  readonly blocks: readonly { readonly kind: string; readonly until: string | null }[] | null;
  /** Of the last three findings about the person: how many are not remedied, how many are good practices. */
  readonly findings: { readonly open: number; readonly good: number } | null;
  /** Of the last three pieces of citizens' feedback about the person: how many were upheld, wholly or in part. */
  readonly upheldFeedback: number | null;
};
