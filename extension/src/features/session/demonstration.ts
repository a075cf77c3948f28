import { builtServer } from '../../settings/server-address.ts';

/**
 * Whether a server shows fictional data, before anyone has signed in: only the embedded provider, on loopback, does,
 * so its address tells. After the sign-in the server's own word (`viewer.demonstration`) counts.
 */
export function isDemonstration(server: string): boolean {
  return server === builtServer;
}
