import { storage } from 'wxt/utils/storage';

/** Tokens live in the session area alone: gone when the browser closes, unreadable to content scripts. */
export type Session = {
  /** The server that issued the tokens; they go nowhere else. */
  readonly server: string;
  readonly accessToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly refreshToken: string | null;
  /** The provider's endpoints, kept so that a refresh needs no discovery. */
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | null;
  /** The provider's name of the person: whose queue this is. */
  readonly subject: string;
  /** A random name of this sign-in: a change of it means another person, or none. */
  readonly signInId: string;
};

export const sessionItem = storage.defineItem<Session | null>('session:session', { fallback: null });
