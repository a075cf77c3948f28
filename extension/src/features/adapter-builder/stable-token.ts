/**
 * Which words of a page's mark-up will still be there tomorrow. A selector may lean on a word that somebody chose for what the
 * thing is; one that a bundler made, that holds data, or that says how the row stands just now is refused.
 */

/** Prefixes and forms that style libraries give to names they make. */
const made =
  /^(?:css|sc|jss|emotion|svelte|styled|tss|ng|v|_ng|_nghost|chakra|makeStyles)-|__[\w-]*$|^_[\w-]+_\w+$|^[a-z]+_[A-Za-z]+__/i;

/** What changes from look to look, or from row to row, without the thing being another. */
const passing =
  /(?:^|[-_])(?:active|selected|current|hover|hovered|focus|focused|open|opened|closed|expanded|collapsed|checked|unchecked|disabled|enabled|odd|even|first|last|alt|new|read|unread|seen|highlight|highlighted|hit|visible|show|shown|hide|hidden|loading|loaded|dirty|sorted|sorting|dragging|sticky|pinned|chan|le|dang|chon|moi|qua-han|khan)(?:$|[-_])/i;

/** Words that say how a thing looks: many things look alike, and a restyling renames them all. */
const looks =
  /^(?:(?:sm|md|lg|xl|hover|focus|dark|group|print)[:-])?-?(?:flex|grid|block|inline|hidden|relative|absolute|fixed|sticky|float|clear|container|wrapper|wrap|inner|outer|box|row|col|cols|p|px|py|pt|pb|pl|pr|m|mx|my|mt|mb|ml|mr|w|h|min|max|gap|space|text|font|leading|tracking|bg|border|rounded|shadow|ring|opacity|z|top|left|right|bottom|inset|items|justify|content|self|place|order|grow|shrink|basis|overflow|truncate|cursor|select|transition|duration|ease|clearfix|center|centered|bold|italic|underline|nowrap|pull|align|odd|even|red|green|blue|gray|grey|black|white|yellow|orange)(?:-|$)/;

const hasVowel = /[aeiouy]/i;

/** A piece of a word that no person would write: no vowel in five letters, or capitals in the middle of small letters and back. */
const isRandom = (piece: string): boolean =>
  (piece.length >= 5 && !hasVowel.test(piece)) ||
  /[bcdfghjklmnpqrstvwxz]{5,}/i.test(piece) ||
  /[a-z][A-Z][a-z][A-Z]/.test(piece);

/** A plain name of letters, "-" and "_": no figure, nothing made, nothing passing. `_` may end it ("vb_"). */
export const isStableName = (name: string): boolean =>
  /^[A-Za-z][A-Za-z_-]{1,59}$/.test(name) &&
  !made.test(name) &&
  !passing.test(name) &&
  !name.split(/[-_]+|(?<=[a-z])(?=[A-Z])/).some(isRandom);

/** A class that names what the thing is. `row` and `col` alone say how it looks; "document-row" says what it is. */
export const isStableClass = (name: string, dataWords: ReadonlySet<string>): boolean =>
  isStableName(name) && !looks.test(name) && !holdsData(name, dataWords);

/** A value of an attribute that a selector may ask for: short, of words alone, not data. */
export const isStableValue = (value: string, dataWords: ReadonlySet<string>): boolean =>
  /^[A-Za-z][A-Za-z0-9_.:-]{0,59}$/.test(value) &&
  !/\d{2,}/.test(value) &&
  !made.test(value) &&
  !value.split(/[-_.:]+|(?<=[a-z])(?=[A-Z])/).some(isRandom) &&
  !holdsData(value, dataWords);

/** Letters without tones, lower case: how words of the data come into class names ("dang-xu-ly"). */
export const toBare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();

/** The words of three letters and more in texts of the data, bare: what a class must not be made of. */
export const dataWordsOf = (texts: Iterable<string>): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const text of texts) for (const word of toBare(text).match(/[a-z]{3,}/g) ?? []) words.add(word);
  return words;
};

/** More than half of the name's words are words of the data: "status-dang-xu-ly" beside "Đang xử lý". */
const holdsData = (name: string, dataWords: ReadonlySet<string>): boolean => {
  const words = toBare(name.replace(/(?<=[a-z])(?=[A-Z])/g, '-')).match(/[a-z]{3,}/g) ?? [];
  return words.length > 0 && words.filter((word) => dataWords.has(word)).length > words.length / 2;
};
