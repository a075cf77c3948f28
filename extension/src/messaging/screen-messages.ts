import type { DocumentReading, RowKey } from '@congvu/schema/page-reading';
import type { TrustedAnswer, TrustedOperation } from '../graphql/trusted-operation.ts';
import type { Language } from '../locales/language.ts';

/** Messages from our own screens (side panel, dashboard, options) to the background. Types only. */
export type ScreenMessages = {
  /** Opens the provider's sign-in window. Refused with SIGN_IN_CANCELLED, SIGN_IN_FAILED, SERVER_UNREACHABLE. */
  'session.signIn': { parameters: { readonly language: Language }; result: { readonly signedIn: true } };
  /**
   * Revokes the refresh token where the server answers, and wipes everything kept of the person but, with KEEP, the
   * encrypted writes that were not sent: these wait for the next sign-in of the same person.
   */
  'session.signOut': { parameters: { readonly writes: 'KEEP' | 'DISCARD' }; result: { readonly signedIn: false } };
  /** A token that is valid now; `refused` is the one the server has just refused. Refused with UNAUTHENTICATED, SERVER_UNREACHABLE. */
  'session.accessToken': { parameters: { readonly refused: string | null }; result: { readonly token: string } };
  /**
   * Sends a write, or keeps it where the network is lost. Refused with UNAUTHENTICATED, QUEUE_FULL, QUEUE_KEY_MISSING,
   * QUEUE_STORAGE_FULL.
   */
  'write.send': { parameters: WriteRequest; result: WriteOutcome };
  /** Tries everything that waits, oldest first. */
  'write.replay': { parameters: Record<string, never>; result: { readonly waiting: number } };
  /** Gives up a write that waits, was refused, met a conflict or cannot be read. */
  'write.discard': { parameters: { readonly id: string }; result: { readonly waiting: number } };
  /** The person has read how many of his writes were given up for their age. */
  'write.acknowledgeExpired': { parameters: Record<string, never>; result: { readonly waiting: number } };
  /** Puts a version that waits in place; every screen of ours is closed by it. */
  'update.apply': { parameters: Record<string, never>; result: { readonly applied: true } };
  /** A site whose host permission was granted a moment ago. Refused with SITE_NOT_GRANTED. */
  'site.switchOn': {
    parameters: { readonly origin: string };
    result: { readonly origin: string };
  };
  /** Gives the host permission back and clears the site's pages. Refused with SITE_MANAGED. */
  'site.switchOff': { parameters: { readonly origin: string }; result: { readonly origin: string } };
  /** Asks for the published page adapters now. Refused with UNAUTHENTICATED, SERVER_UNREACHABLE, SERVER_FAILED. */
  'adapters.fetch': {
    parameters: Record<string, never>;
    /** Adapters in use now, and those this version of the extension cannot use. */
    result: { readonly count: number; readonly leftOut: number };
  };
  /** Reads what one row of a loaded document shows, or with null what the page is about (a detail page), and selects it in the panel. */
  'panel.readDocument': {
    parameters: { readonly tabId: number; readonly documentId: string; readonly key: RowKey | null };
    result: DocumentReading;
  };
};

/** `label` is what the person did, in the person's language; it is shown while the write waits. */
export type WriteRequest = {
  readonly operation: TrustedOperation;
  readonly idempotencyKey: string;
  readonly label: string;
};

export type WriteOutcome =
  | { readonly state: 'ANSWERED'; readonly answer: TrustedAnswer }
  | { readonly state: 'QUEUED'; readonly waiting: number };
