import { createRequire } from 'node:module';
import type { ClientMetadata } from 'oidc-provider';
import { z } from 'zod';

/** The client of the browser extension; its tokens may send trusted documents only. */
export const EXTENSION_CLIENT_ID = 'congvu-extension';
/** The client of the GraphiQL page on our own origin. */
export const GRAPHIQL_CLIENT_ID = 'congvu-graphiql';

const manifestKeyShape = z.object({ key: z.string(), id: z.string().regex(/^[a-p]{32}$/) });

/** The extension's id follows from the key committed beside its manifest. It is data, so no import wall is crossed. */
export function readExtensionId(): string {
  const manifestKey: unknown = createRequire(import.meta.url)('../../../extension/manifest-key.json');
  return manifestKeyShape.parse(manifestKey).id;
}

/** Where the browser's `identity.launchWebAuthFlow` ends, which no page can be served from. */
export function extensionRedirectUri(extensionId: string): string {
  return `https://${extensionId}.chromiumapp.org/`;
}

/**
 * The two public clients. Neither has a secret, since both run where the user can read them: each must prove itself
 * with PKCE (S256) instead, and codes go to these exact addresses only.
 */
export function createClients(publicUrl: string, extensionId: string): ClientMetadata[] {
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
      redirect_uris: [extensionRedirectUri(extensionId)],
      post_logout_redirect_uris: [extensionRedirectUri(extensionId)],
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
