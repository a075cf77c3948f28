import { normaliseName, stripTitles, toSearchKey } from './person-name.ts';

/**
 * In which order a page prints a name: "Nguyễn Văn An" (FAMILY_FIRST), "An Nguyễn Văn" (GIVEN_FIRST: given, family, middle, as systems
 * with fields for first and last name do), or one cannot tell (EITHER).
 */
export type NameOrder = 'FAMILY_FIRST' | 'GIVEN_FIRST' | 'EITHER';

/** A name printed given name first, in the order it is registered: "An Nguyễn Văn" gives "Nguyễn Văn An". Titles are taken off. */
export function familyNameFirst(text: string): string {
  const [given = '', ...rest] = stripTitles(text).split(' ');
  return [...rest, given].join(' ');
}

/** The readings of a printed name, likeliest first, without titles; one where both are the same or the order is known. */
export function readingsOfName(text: string, order: NameOrder): readonly string[] {
  const printed = stripTitles(text);
  const turned = familyNameFirst(text);
  if (order === 'FAMILY_FIRST' || printed === turned) return [printed];
  return order === 'GIVEN_FIRST' ? [turned] : [printed, turned];
}

/** Whether a text writes Vietnamese letters or tones at all; of a page that nowhere does, NGUYEN VAN AN leaves them open. */
export const writesTones = (text: string): boolean => /[\u0300-\u036Fđ]/iu.test(text.normalize('NFD'));

/**
 * Whether a printed name can be the registered one. On a page that writes tones (`tonesMeant`) they count: "Phan Anh Hoa" is not
 * "Phan Anh Hoà". Case, blanks, Unicode form and the place of a tone (hòa, hoà) never do.
 */
export function isSameName(printed: string, registered: string, tonesMeant: boolean): boolean {
  const [left, right] = [stripTitles(printed), normaliseName(registered)];
  return tonesMeant ? left.toLowerCase() === right.toLowerCase() : toSearchKey(left) === toSearchKey(right);
}
