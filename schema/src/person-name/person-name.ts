/** Vietnamese order of the letters: ă and â after a, đ after d, and so on. */
const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';

/** Order of the tones in a dictionary: level, grave, hook, tilde, acute, dot. */
const TONES: readonly string[] = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/u;
/** The marks that make another letter: breve, circumflex, horn. */
const LETTER_MARKS = /[\u0302\u0306\u031B]/u;

/**
 * Forms of address and posts that stand before a name on a page, as `normaliseName` writes them; longest first. Normalised once: doing
 * so for every name took the background half a core while a list scrolled.
 */
const TITLES: readonly string[] = [
  'phó chủ tịch',
  'phó giám đốc',
  'phó trưởng phòng',
  'phó chánh văn phòng',
  'phó chi cục trưởng',
  'chủ tịch',
  'giám đốc',
  'trưởng phòng',
  'chánh văn phòng',
  'chi cục trưởng',
  'chuyên viên chính',
  'chuyên viên',
  'đồng chí',
  'đ/c',
  'ông/bà',
  'ô./b.',
  'ô/b',
  'ông',
  'bà',
  'ts.',
  'ths.',
  'ptp.',
  'tp.',
  'pgđ.',
  'gđ.',
]
  .map(normaliseName)
  .toSorted((left, right) => right.length - left.length);

/**
 * A name as it is compared, not as it is shown: NFC, Ð (U+00D0) as Đ, single blanks, no invisible characters, and each tone on the vowel of
 * the newer spelling, so that hòa and hoà are one.
 */
export function normaliseName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u00D0', 'Đ')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .split(' ')
    .map(placeTone)
    .join(' ');
}

/**
 * oa, oe, uy at the end of a syllable carry the tone on the second vowel in the newer spelling (hoà) and on the first in the
 * older (hòa); both are common.
 */
function placeTone(syllable: string): string {
  const moved = syllable
    .normalize('NFD')
    .replace(
      /(o)([\u0300\u0301\u0303\u0309\u0323])([ae])$|(u)([\u0300\u0301\u0303\u0309\u0323])(y)$/iu,
      '$1$4$3$6$2$5',
    );
  return moved.normalize('NFC');
}

/**
 * What names are searched by: lower case, without tones and letter marks, đ as d. "Nguyễn Thị Hòa", "NGUYEN THI HOÀ" and
 * decomposed forms give "nguyen thi hoa".
 */
export function toSearchKey(text: string): string {
  return normaliseName(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .replaceAll('đ', 'd');
}

/**
 * What names are sorted by, compared as plain text: given name (the last word), then the words between, then the family
 * name; by letters first and by tones only among equals, in Vietnamese order.
 */
export function toSortKey(text: string): string {
  const words = normaliseName(text).toLowerCase().split(' ');
  const given = words.at(-1) ?? '';
  const family = words.length > 1 ? (words[0] ?? '') : '';
  const parts = [given, ...words.slice(1, -1), family];
  return `${parts.map(sortLetters).join(' ')}!${parts.map(sortTones).join('')}`;
}

/** Each letter as two digits of its place in the alphabet; what is no letter sorts before all. */
function sortLetters(word: string): string {
  return splitLetters(word)
    .map(({ letter }) => String(ALPHABET.indexOf(letter) + 1).padStart(2, '0'))
    .join('');
}

function sortTones(word: string): string {
  return splitLetters(word)
    .map(({ tone }) => String(TONES.indexOf(tone)))
    .join('');
}

function splitLetters(word: string): readonly { readonly letter: string; readonly tone: string }[] {
  const letters: { letter: string; tone: string }[] = [];
  for (const mark of word.normalize('NFD')) {
    const last = letters.at(-1);
    if (last !== undefined && TONE_MARKS.test(mark)) last.tone = mark;
    else if (last !== undefined && LETTER_MARKS.test(mark)) last.letter = (last.letter + mark).normalize('NFC');
    else letters.push({ letter: mark, tone: '' });
  }
  return letters;
}

/**
 * Posts as lists shorten them (chuyên viên chính, phó trưởng phòng, phó chánh văn phòng …). They count only where a mark parts
 * them from the name: "TP - Nguyễn Văn An" and "Nguyễn Văn An (CVC)", never "Tp" as a word of its own.
 */
const SHORT_POSTS =
  'cvcc|cvc|cv|cs|nv|ptp|tp|pgđ|gđ|pct|ct|pcvp|cvp|pcct|cct|ptb|tb|vt|ld|lđ|kt|ts|ths|gs|pgs|bs|ks|cn|mr|mrs|ms|dr';
const SHORT_POST_BEFORE = new RegExp(`^(?:${SHORT_POSTS})(?:\\.\\s*|\\s*[-–:,/]\\s*)(?=\\p{L}{2})`, 'iu');
const SHORT_POST_AFTER = new RegExp(`\\s*[-–,/]\\s*(?:${SHORT_POSTS})\\.?$`, 'iu');
/** What stands after a name in brackets is a state, a post or a unit: "(Đang xử lý)", "[CVC]". */
const BRACKETS_AFTER = /\s*(?:\([^()]*\)|\[[^[\]]*\])$/u;

/** Lists name the same few people row after row, and are looked through at each change: the last so many are remembered. */
const mostRemembered = 1_000;
const remembered = new Map<string, string>();

/** The name without forms of address, posts and states around it: "Ô. Nguyễn Văn An" and "CVC - Nguyễn Văn An (Đang xử lý)" give "Nguyễn Văn An". */
export function stripTitles(text: string): string {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  let name = normaliseName(text);
  for (let rest = withoutTitle(name); rest !== name; rest = withoutTitle(name)) name = rest;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, name);
  return name;
}

function withoutTitle(name: string): string {
  const before = /^(?:ô|b)\.\s*(?=\p{L}{2})/iu.exec(name) ?? SHORT_POST_BEFORE.exec(name);
  if (before !== null) return name.slice(before[0].length);
  const after = BRACKETS_AFTER.exec(name) ?? SHORT_POST_AFTER.exec(name);
  if (after !== null && after.index > 0) return name.slice(0, after.index);
  const lower = name.toLowerCase();
  for (const title of TITLES) {
    if (!lower.startsWith(title)) continue;
    const rest = name.slice(title.length);
    const separated = title.endsWith('.') ? rest.trimStart() : rest.replace(/^(?:\s*[:,–-]\s*|\s+)/u, '');
    // A post stands apart from the name, and at least two words must be left: "Bà Triệu" may be a name of its own.
    const isApart = title.endsWith('.') || separated !== rest;
    if (isApart && separated.includes(' ')) return separated;
  }
  return name;
}
