/**
 * Headers of our own pages: no script at all, nothing from elsewhere, in no frame, in no cache.
 *
 * `formTargets` are the addresses a form's answer may lead to. Chromium holds redirects after a form to `form-action`
 * too, so the client's redirect address must be among them.
 */
export function pageHeaders(formTargets: readonly string[]): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      `form-action 'self' ${formTargets.join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
