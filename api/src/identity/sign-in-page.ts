import type { Locale, LocalisedText } from '@congvu/schema/texts';
import { SIGN_IN_STYLE_PATH } from './paths.ts';
import { type SignInTexts, signInTexts } from './sign-in-texts.ts';

/** What the sign-in page says about one demonstration account. */
export interface AccountHint {
  readonly userName: string;
  readonly password: string;
  /** Whose it is, in the page's language. */
  readonly description: LocalisedText;
}

export interface SignInPage {
  readonly locale: Locale;
  /** Where the form posts to: a path of our own origin. */
  readonly action: string;
  /** What was typed before, given back after a refusal; the password never is. */
  readonly userName: string;
  /** Why the last attempt was refused, in the page's language; null at first. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** Accounts to show under a band that says demonstration; null in a real office, where neither is shown. */
  readonly hints: readonly AccountHint[] | null;
}

export function renderSignInPage(page: SignInPage): string {
  const texts = signInTexts[page.locale];
  const invalid = page.refusal === null ? '' : ' aria-invalid="true" aria-describedby="refusal"';
  return renderPage(
    page.locale,
    texts.title,
    `${page.hints === null ? '' : `<p class="band">${texts.demonstration}</p>`}
<main>
  <h1>${texts.heading}</h1>
  ${page.refusal === null ? '' : `<p class="refusal" id="refusal" role="alert" data-code="${escapeHtml(page.refusal.code)}">${escapeHtml(page.refusal.message)}</p>`}
  <form method="post" action="${escapeHtml(page.action)}">
    <label for="user-name">${texts.userName}</label>
    <input id="user-name" name="userName" type="text" value="${escapeHtml(page.userName)}" required maxlength="200"
      autocomplete="username" autocapitalize="none" spellcheck="false"${page.userName === '' ? ' autofocus' : ''}${invalid}>
    <label for="password">${texts.password}</label>
    <input id="password" name="password" type="password" required maxlength="1000"
      autocomplete="current-password"${page.userName === '' ? '' : ' autofocus'}${invalid}>
    <button type="submit">${texts.submit}</button>
    <button type="submit" name="cancel" value="yes" class="quiet" formnovalidate>${texts.cancel}</button>
  </form>
  ${page.hints === null ? '' : renderHints(page.hints, page.locale, texts)}
</main>`,
  );
}

/** A page with one sentence: an error, or that one is signed out. */
export function renderNotice(locale: Locale, title: string, sentence: string, code: string | null): string {
  const attribute = code === null ? '' : ` data-code="${escapeHtml(code)}"`;
  return renderPage(
    locale,
    title,
    `<main><h1>${escapeHtml(title)}</h1><p${attribute}>${escapeHtml(sentence)}</p></main>`,
  );
}

/** Asks whether to sign out. `form` is the provider's own form element, with its token against forged requests. */
export function renderSignOutPage(locale: Locale, form: string): string {
  const texts = signInTexts[locale];
  return renderPage(
    locale,
    texts.signOutTitle,
    `<main>
  <h1>${texts.signOutTitle}</h1>
  <p>${texts.signOutQuestion}</p>
  ${form}
  <button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>${texts.signOutConfirm}</button>
  <button type="submit" form="op.logoutForm" class="quiet">${texts.signOutKeep}</button>
</main>`,
  );
}

function renderHints(hints: readonly AccountHint[], locale: Locale, texts: SignInTexts): string {
  const head = texts.accountColumns.map((column) => `<th scope="col">${column}</th>`).join('');
  const rows = hints.map(
    (hint) =>
      `<tr><td><code>${escapeHtml(hint.userName)}</code></td><td><code>${escapeHtml(hint.password)}</code></td><td>${escapeHtml(hint.description[locale])}</td></tr>`,
  );
  return `<table><caption>${texts.accounts}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function renderPage(locale: Locale, title: string, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title>${escapeHtml(title)} · Công vụ</title>
  <link rel="stylesheet" href="${SIGN_IN_STYLE_PATH}">
</head>
<body>
${body}
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
