import type { Locale } from '../primitives/locale.ts';
import { type Rational, toDisplay } from '../primitives/rational.ts';

/** A figure for a screen: at most two decimals by the one rounding, none where whole, with a comma in Vietnamese ("87,67"). */
export function toDisplayIn(value: Rational, locale: Locale): string {
  const text = toDisplay(value).replace(/\.?0+$/, '');
  return locale === 'vi' ? text.replace('.', ',') : text;
}
