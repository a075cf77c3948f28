import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DomainError, domainError } from '@congvu/schema/errors';
import { describeError } from '@congvu/schema/texts';
import type Provider from 'oidc-provider';
import { errors, type InteractionResults } from 'oidc-provider';
import type { Pool } from 'pg';
import { z } from 'zod';
import { pageHeaders } from './page-headers.ts';
import { isPassword } from './password.ts';
import { SIGN_IN_PATH, SIGN_IN_STYLE_PATH } from './paths.ts';
import { type AccountHint, renderNotice, renderSignInPage } from './sign-in-page.ts';
import { choosePageLocale, signInTexts } from './sign-in-texts.ts';
import type { SignInThrottle } from './throttle.ts';

/** A form of two short fields; more is no sign-in. */
const MAXIMUM_FORM_BYTES = 8_192;

const formShape = z.object({
  userName: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(1_000),
});

export interface SignInOptions {
  readonly provider: Provider;
  readonly pool: Pool;
  readonly throttle: SignInThrottle;
  readonly hints: readonly AccountHint[] | null;
  /** Addresses the form's answer may lead to. */
  readonly formTargets: readonly string[];
}

/** Answers the requests of the sign-in page: the page, its style sheet, the form. */
export function createSignIn(options: SignInOptions) {
  const style = readFile(new URL('sign-in.css', import.meta.url));

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === SIGN_IN_STYLE_PATH) {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' });
      response.end(await style);
      return;
    }
    try {
      await answerSignIn(options, request, response);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      const locale = choosePageLocale(undefined, request.headers['accept-language']);
      const texts = signInTexts[locale];
      response.writeHead(400, pageHeaders([]));
      response.end(renderNotice(locale, texts.failedTitle, texts.failedExpired, error.error));
    }
  };
}

async function answerSignIn(options: SignInOptions, request: IncomingMessage, response: ServerResponse) {
  const { provider, hints } = options;
  const finish = (result: InteractionResults) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });

  // Finds the interaction by its cookie, which is bound to this path: a form from elsewhere has none.
  const interaction = await provider.interactionDetails(request, response);
  if (interaction.prompt.name === 'consent') return finish({ consent: {} });

  const locale = choosePageLocale(interaction.params.ui_locales, request.headers['accept-language']);
  const show = (userName: string, refusal: DomainError | null) => {
    // Always 200: Chromium's launchWebAuthFlow gives up the whole sign-in at a page with an error status.
    response.writeHead(200, { ...pageHeaders(options.formTargets), vary: 'accept-language' });
    response.end(
      renderSignInPage({
        locale,
        action: `${SIGN_IN_PATH}/${interaction.uid}`,
        userName,
        refusal: refusal && { code: refusal.code, message: describeError(refusal, locale) },
        hints,
      }),
    );
  };

  if (request.method === 'GET') return show(String(interaction.params.login_hint ?? ''), null);
  if (request.method !== 'POST') return void response.writeHead(405, { allow: 'GET, POST' }).end();
  const form = await readForm(request);
  if (form.get('cancel') === 'yes') return finish({ error: 'access_denied', error_description: 'sign-in cancelled' });

  const fields = formShape.safeParse(Object.fromEntries(form));
  const userName = String(form.get('userName') ?? '').slice(0, 200);
  if (!fields.success) return show(userName, domainError('WRONG_PASSWORD', { retryAfterSeconds: null }));
  const outcome = await checkPassword(options, fields.data, request.socket.remoteAddress ?? 'unknown');
  if (outcome.subject === null) return show(userName, outcome.refusal);
  return finish({ login: { accountId: outcome.subject, amr: ['pwd'] } });
}

type PasswordOutcome =
  | { readonly subject: string; readonly refusal: null }
  | { readonly subject: null; readonly refusal: DomainError };

async function checkPassword(
  { pool, throttle }: SignInOptions,
  { userName, password }: z.infer<typeof formShape>,
  address: string,
): Promise<PasswordOutcome> {
  const refuse = (retryAfterSeconds: number | null): PasswordOutcome => ({
    subject: null,
    refusal: domainError('WRONG_PASSWORD', { retryAfterSeconds }),
  });
  const attempt = await throttle.countAttempt(userName, address);
  if (!attempt.isAllowed) return refuse(attempt.retryAfter);
  const { rows } = await pool.query<{ subject: string; password_hash: string }>(
    'select subject, password_hash from congvu.find_credential($1)',
    [userName],
  );
  const credential = rows[0];
  const isRight = await isPassword(password, credential?.password_hash ?? null);
  if (credential === undefined || !isRight) return refuse(null);
  await throttle.forgiveAttempt(userName, address);
  return { subject: credential.subject, refusal: null };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAXIMUM_FORM_BYTES) return new URLSearchParams();
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
