import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { createClients, extensionRedirectUris, isExtensionOrigin, readExtensionIds } from './clients.ts';
import { loadProviderKeys, type ProviderKeys } from './key-store.ts';
import { pageHeaders } from './page-headers.ts';
import { PROVIDER_PATH, SIGN_IN_PATH } from './paths.ts';
import { createRecordStore, removeEndedRecords } from './record-store.ts';
import { createSignIn } from './sign-in.ts';
import { type AccountHint, renderNotice, renderSignOutPage } from './sign-in-page.ts';
import { choosePageLocale, signInTexts } from './sign-in-texts.ts';
import { createSignInThrottle } from './throttle.ts';

/** The users of this provider carry this name as their issuer: its address changes with the port, it does not. */
export const EMBEDDED_ISSUER = 'embedded';

/** The one resource our tokens are for. The parameter `resource` may name it or be left out. */
const API_RESOURCE = 'urn:congvu:api';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** One working day with its overtime: who signed in at eight is not asked again before the evening. */
const WORKING_DAY = 12 * HOUR;
const HOUR_IN_MILLISECONDS = HOUR * 1000;

export interface IdentityProviderOptions {
  /** Pool of the role `congvu_identity`; the caller ends it. */
  readonly pool: Pool;
  /** Origin of the api, without a slash at its end. */
  readonly publicUrl: string;
  /** The `aud` of access tokens. */
  readonly audience: string;
  /** Accounts to show on the sign-in page of a demonstration; null in an office. */
  readonly hints: readonly AccountHint[] | null;
  readonly log: Logger;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Finds the public key of a token of ours. */
  readonly findKey: JWTVerifyGetKey;
  /** Answers a request whose path begins with `PROVIDER_PATH`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly close: () => void;
}

/**
 * The embedded OpenID provider: authorization code with PKCE for our two public clients, passwords that are checked,
 * and everything it remembers in PostgreSQL. For loopback addresses only; `start` sees to that.
 */
export async function createIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { pool, publicUrl, log } = options;
  const keys = await loadProviderKeys(pool);
  const extensionIds = readExtensionIds();
  const issuer = publicUrl + PROVIDER_PATH;
  const provider = new Provider(issuer, {
    ...configureProvider(options.audience, keys),
    adapter: createRecordStore(pool),
    clients: createClients(publicUrl, extensionIds),
    clientBasedCORS: (_context, origin) => origin === publicUrl || isExtensionOrigin(origin, extensionIds),
  });
  // The address in front is ours to state (below), whether or not TLS ends at a proxy on this machine.
  provider.proxy = true;
  provider.on('server_error', (_context, error) => log.error({ err: error }, 'the identity provider failed'));

  const signIn = createSignIn({
    provider,
    pool,
    throttle: createSignInThrottle(pool),
    hints: options.hints,
    formTargets: [publicUrl, ...extensionRedirectUris(extensionIds)],
  });
  const callback = provider.callback();
  const { host, protocol } = new URL(publicUrl);

  await removeEndedRecords(pool);
  const cleaning = setInterval(() => {
    removeEndedRecords(pool).catch((error: unknown) => log.warn({ err: error }, 'ended sign-ins were not removed'));
  }, HOUR_IN_MILLISECONDS);
  cleaning.unref();

  return {
    issuer,
    findKey: createLocalJWKSet({ keys: keys.signing.map(toPublicKey) }),
    close: () => clearInterval(cleaning),
    async handle(request, response) {
      const path = request.url ?? '/';
      if (request.method === 'GET' && request.headers.host !== host) {
        // Cookies belong to one host: a sign-in begun under another name of this machine would not find its own.
        response.writeHead(307, { location: publicUrl + path }).end();
        return;
      }
      // Addresses in answers follow these headers; a forged one must not lead anyone elsewhere.
      request.headers.host = host;
      request.headers['x-forwarded-host'] = host;
      request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
      if (path.startsWith(SIGN_IN_PATH)) return signIn(request, response);
      const mounted = Object.assign(request, { originalUrl: path });
      mounted.url = path.slice(PROVIDER_PATH.length) || '/';
      await callback(mounted, response);
    },
  };
}

function configureProvider(audience: string, keys: ProviderKeys): Configuration {
  return {
    jwks: { keys: keys.signing.map((key) => ({ ...key })) } as NonNullable<Configuration['jwks']>,
    cookies: {
      keys: [...keys.cookies],
      names: { session: 'congvu_session', interaction: 'congvu_sign_in', resume: 'congvu_resume' },
      long: { httpOnly: true, sameSite: 'lax', path: PROVIDER_PATH },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    findAccount: (_context, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    // Our own clients ask for nothing but the sign-in itself, so nobody is asked to consent.
    loadExistingGrant: grantOwnClient,
    interactions: { url: (_context, interaction) => `${SIGN_IN_PATH}/${interaction.uid}` },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    // Signing out ends what the session gave, whatever scope the client asked for.
    expiresWithSession: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 15 * MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: 15 * MINUTE,
      Interaction: HOUR,
      Grant: WORKING_DAY,
      RefreshToken: WORKING_DAY,
      Session: WORKING_DAY,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      // Clients without a secret say who they are and no more; each may withdraw what it was given itself.
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: true, logoutSource: renderSignOut, postLogoutSuccessSource: renderSignedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API_RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience,
          scope: '',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 15 * MINUTE,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    renderError: (context, { error }) => {
      const locale = pageLocaleOf(context);
      const texts = signInTexts[locale];
      const sentence = context.status === 400 && isEnded(error) ? texts.failedExpired : texts.failedOther;
      sendPage(context, renderNotice(locale, texts.failedTitle, sentence, error));
    },
  };
}

/** The provider answers invalid_request (SessionNotFound) where the sign-in's own record or cookie is gone. */
function isEnded(error: string): boolean {
  return error === 'invalid_request';
}

async function grantOwnClient(context: KoaContextWithOIDC) {
  const { client, account, session, provider, params } = context.oidc;
  if (client === undefined || account === undefined) return undefined;
  const known = session?.grantIdFor(client.clientId);
  const grant =
    (known === undefined ? undefined : await provider.Grant.find(known)) ??
    new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope('openid offline_access');
  // A request that names the resource itself needs it granted; it has no scopes of its own.
  if (params?.resource !== undefined) grant.addResourceScope(API_RESOURCE, '');
  await grant.save();
  return grant;
}

function renderSignOut(context: KoaContextWithOIDC, form: string): void {
  sendPage(context, renderSignOutPage(pageLocaleOf(context), form));
}

function renderSignedOut(context: KoaContextWithOIDC): void {
  const locale = pageLocaleOf(context);
  sendPage(context, renderNotice(locale, signInTexts[locale].signOutTitle, signInTexts[locale].signedOut, null));
}

function pageLocaleOf(context: KoaContextWithOIDC) {
  return choosePageLocale(context.query.ui_locales, context.get('accept-language'));
}

function sendPage(context: KoaContextWithOIDC, html: string): void {
  context.set(pageHeaders([context.origin]));
  context.body = html;
}

const PUBLIC_MEMBERS = ['kty', 'kid', 'alg', 'use', 'n', 'e'] as const;

function toPublicKey(key: JWK): JWK {
  return Object.fromEntries(PUBLIC_MEMBERS.map((member) => [member, key[member]])) as JWK;
}
