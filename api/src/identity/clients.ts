import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { ClientMetadata } from 'oidc-provider';
import { z } from 'zod';

/** The client of the browser extension; its tokens may send trusted documents only. */
export const EXTENSION_CLIENT_ID = 'congvu-extension';
/** The client of the GraphiQL page on our own origin. */
export const GRAPHIQL_CLIENT_ID = 'congvu-graphiql';

const manifestKeyShape = z.object({
  id: z.string().regex(/^[a-p]{32}$/),
  firefoxId: z.string().regex(/^[\w.-]+@[\w.-]+$/),
});

/** The extension's ids: Chrome and Edge derive theirs from the manifest's key, Firefox takes the manifest's word. */
export interface ExtensionIds {
  readonly chromium: string;
  readonly firefox: string;
}

/** As committed beside the extension's manifest. They are data, so no import wall is crossed. */
export function readExtensionIds(): ExtensionIds {
  const manifestKey: unknown = createRequire(import.meta.url)('../../../extension/manifest-key.json');
  const { id, firefoxId } = manifestKeyShape.parse(manifestKey);
  return { chromium: id, firefox: firefoxId };
}

/** Where each browser's `identity.launchWebAuthFlow` ends, which no page can be served from: Chromium's, then Firefox's. */
export function extensionRedirectUris(ids: ExtensionIds): [chromium: string, firefox: string] {
  const firefox = createHash('sha1').update(ids.firefox).digest('hex');
  return [`https://${ids.chromium}.chromiumapp.org/`, `https://${firefox}.extensions.allizom.org/`];
}

/**
 * Whether a request comes from pages of the extension. Firefox gives each installation an origin of its own, so any
 * extension there passes: codes still go to our redirect address alone, and need their proof key.
 */
export function isExtensionOrigin(origin: string, ids: ExtensionIds): boolean {
  return origin === `chrome-extension://${ids.chromium}` || /^moz-extension:\/\/[0-9a-f-]{36}$/.test(origin);
}

/**
 * The two public clients. Neither has a secret, since both run where the user can read them: each must prove itself
 * with PKCE (S256) instead, and codes go to these exact addresses only.
 */
export function createClients(publicUrl: string, ids: ExtensionIds): ClientMetadata[] {
  const publicClient = {
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'web',
  } satisfies Partial<ClientMetadata>;
  return [
    {
      ...publicClient,
      client_id: EXTENSION_CLIENT_ID,
      client_name: 'Công vụ',
      redirect_uris: extensionRedirectUris(ids),
      post_logout_redirect_uris: extensionRedirectUris(ids),
    },
    {
      ...publicClient,
      client_id: GRAPHIQL_CLIENT_ID,
      client_name: 'GraphiQL',
      redirect_uris: [`${publicUrl}/graphql`],
      post_logout_redirect_uris: [`${publicUrl}/graphql`],
    },
  ];
}
