import type { PageHandler } from '@congvu/schema/page-reading';
import { readingsOfName } from '@congvu/schema/same-name';

/** A name has a blank; what has none is a user name, a code or an address, in whatever cell it stands. */
const isCode = (text: string): boolean => !/\s/.test(text);

/** "SNV\an.nv", as systems on a Windows domain print it, is the user name "an.nv". */
const withoutDomain = (code: string): string => code.replace(/^[^\\]*\\/, '');

/** Staff code, user name or e-mail address, where the page gives one. */
export function codeOf({ code, name }: PageHandler): string | null {
  if (code !== null) return withoutDomain(code);
  return name !== null && isCode(name) ? withoutDomain(name) : null;
}

/** The printed name where it is one. */
export function nameOf({ name }: PageHandler): string | null {
  return name !== null && !isCode(name) ? name : null;
}

/**
 * What to ask `identify` for one handler: the staff code of a remembered choice alone, else the page's code and each reading of its
 * name. Empty only where the handler names nobody.
 */
export function identityKeysOf(handler: PageHandler, chosenCode: string | null): readonly string[] {
  if (chosenCode !== null) return [chosenCode];
  const code = codeOf(handler);
  const name = nameOf(handler);
  return [...(code === null ? [] : [code]), ...(name === null ? [] : readingsOfName(name, handler.order))];
}
