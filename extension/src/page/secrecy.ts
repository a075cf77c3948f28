import type { SecrecyField, SecrecyPlace, TextSource } from '@congvu/schema/adapter';
import { isElement } from './deep-query.ts';
import { findPlacesHiddenToo, type Place } from './place.ts';
import { toPlainLine } from './plain-line.ts';
import { chosenIn, readSource } from './read-text.ts';
import { visibleText } from './visible-text.ts';

export type Secrecy = 'NORMAL' | 'SECRET' | 'UNKNOWN';

/** What a document of no secrecy says of itself: it holds the word, and no secret. */
const saysNormal =
  /(?:không mật|độ mật ?[:：]? ?(?:bình thường|thường|không|normal|none|công khai|public))(?![\p{L}\p{N}])/gu;

/** Whole words. Without diacritics only where two words together leave no doubt. */
const secretWords =
  /(?<![\p{L}\p{N}])(?:mật|(?:tuyet|toi|do) mat|top secret|secret|confidential|classified|restricted)(?![\p{L}\p{N}])/u;

/** A letter of one of the words above, or a character that may hide one: else no closer look is needed. */
const worthALook = /m[aâạậ]|[\u00ad\u200b-\u200f\u202a-\u206f\ufeff]|secret|confid|classif|restrict/iu;

/** Does the text hold a word of secrecy (Mật, Tối mật, Tuyệt mật, Độ mật: …, secret, confidential …), as a whole word? */
export const holdsSecretWord = (text: string): boolean => {
  const line = toPlainLine(text, 20_000)?.toLowerCase();
  // Too long to be searched is too long to be ordinary.
  if (line === undefined) return true;
  return secretWords.test(line.replace(saysNormal, ' '));
};

const labels = ['title', 'alt', 'aria-label'] as const;

/** A secret word in the row's attributes, or text in shadow roots: both stand in no `textContent`. */
const lookInside = (place: Element): { readonly secret: boolean; readonly deep: boolean } => {
  let deep = place.shadowRoot !== null;
  const isSecret = (element: Element): boolean => {
    if (!element.hasAttributes()) return false;
    for (const label of labels) {
      const text = element.getAttribute(label);
      if (text !== null && worthALook.test(text) && holdsSecretWord(text)) return true;
    }
    return false;
  };
  const visit = (root: ParentNode): boolean => {
    for (const element of root.querySelectorAll('*')) {
      if (isSecret(element)) return true;
      const { shadowRoot } = element;
      if (shadowRoot === null) continue;
      deep = true;
      if (visit(shadowRoot)) return true;
    }
    return false;
  };
  const secret = isSecret(place) || visit(place) || (place.shadowRoot !== null && visit(place.shadowRoot));
  return { secret, deep };
};

/** What is typed or chosen is seen as well as what is printed. */
const valuesIn = (place: Element): string => {
  const values: string[] = [];
  for (const element of place.querySelectorAll('input, select, textarea')) {
    if (element.localName === 'select') values.push(chosenIn(element as HTMLSelectElement));
    else if (!['password', 'hidden', 'checkbox', 'radio'].includes((element as HTMLInputElement).type)) {
      values.push((element as HTMLInputElement).value);
    }
  }
  return values.join('\n');
};

/** No place of secrecy is known, so the whole row is searched. */
const searchAnywhere = (place: Place): Secrecy => {
  const { element } = place;
  if (!isElement(element)) return 'UNKNOWN';
  const inside = lookInside(element);
  if (inside.secret || holdsSecretWord(valuesIn(element))) return 'SECRET';
  // Nearly every row ends here: no part of such a word stands in it, hidden or not.
  if (!inside.deep && !worthALook.test(element.textContent)) return 'NORMAL';
  // A word in pieces, as a search hit is; and one beside another word without a blank, as spans set apart by a style sheet are.
  const texts = [false, true].map((apart) => visibleText(element, place.watch, apart));
  return texts.some(holdsSecretWord) ? 'SECRET' : 'NORMAL';
};

/** Without the attribute, or without a match of the pattern, a source says nothing of secrecy; a text too long does. */
const saysNothing = ({ attribute, pattern }: TextSource, element: Element): boolean =>
  pattern !== undefined || (attribute !== undefined && !element.hasAttribute(attribute));

/** A word of secrecy in what one does not see of the place. */
const hidesSecretWord = ({ textContent }: Element, seen: string): boolean =>
  worthALook.test(textContent) && toPlainLine(textContent, 20_000) !== seen && holdsSecretWord(textContent);

/**
 * The first source that exists is asked, and every place it names: one that is not normal is enough. A hidden mark of secrecy
 * counts as well as one that is seen.
 */
const readPlace = (field: SecrecyPlace, place: Place): Secrecy => {
  for (const source of field.text) {
    const texts: string[] = [];
    for (const element of findPlacesHiddenToo(source, place)) {
      const line = readSource(source, element, 'TEXT', 60, place);
      if (line === null && saysNothing(source, element)) continue;
      if (line === null || !field.normal.includes(line.toLowerCase())) return 'SECRET';
      if (source.attribute === undefined && !source.input && hidesSecretWord(element, line)) return 'SECRET';
      texts.push(line);
    }
    if (texts.length > 0) return 'NORMAL';
  }
  return 'UNKNOWN';
};

/** Asked before anything else of a document is read. UNKNOWN: the place of its secrecy is not there. */
export const readSecrecy = (field: SecrecyField, place: Place): Secrecy =>
  'marks' in field ? searchAnywhere(place) : readPlace(field, place);
