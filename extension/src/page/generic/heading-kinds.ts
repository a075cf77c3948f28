import words from './heading-words.json';

/** What a column holds, by its heading. ISSUE is a number that only counts where nothing better is there. */
export type ColumnKind =
  | 'NUMBER'
  | 'ISSUE'
  | 'SUBJECT'
  | 'HANDLER'
  | 'DEADLINE'
  | 'DATE'
  | 'SECRECY'
  | 'PRIVATE'
  | 'ISSUER'
  | 'UNIT';

/** `rank` is the word's place in the list of its kind, 0 first: of two columns of one kind the lower rank is meant. */
export type KnownHeading = { readonly kind: ColumnKind; readonly rank: number; readonly language: 'vi' | 'en' };

/** Longer headings than this are sentences. */
export const longestHeading = 60;

/** Without tones, case, blanks and punctuation; "#" alone stays, since it is a word of its own. */
export const toHeadingKey = (text: string): string => {
  const letters = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}#_]/gu, '');
  return letters === '#' ? letters : letters.replaceAll('#', '');
};

const kinds = [
  'NUMBER',
  'ISSUE',
  'SUBJECT',
  'HANDLER',
  'DEADLINE',
  'DATE',
  'SECRECY',
  'PRIVATE',
  'ISSUER',
  'UNIT',
] as const;
const suffixes = words.suffixes.map(toHeadingKey);

let index: ReadonlyMap<string, KnownHeading> | null = null;

const findIndex = (): ReadonlyMap<string, KnownHeading> => {
  if (index) return index;
  const made = new Map<string, KnownHeading>();
  for (const kind of kinds) {
    for (const language of ['vi', 'en'] as const) {
      words[kind][language].forEach((word, rank) => {
        const key = toHeadingKey(word);
        if (!made.has(key)) made.set(key, { kind, rank, language });
      });
    }
  }
  index = made;
  return made;
};

/** What a heading means; null for a word that is not of the list. "Số ký hiệu VB đến ▲" is "Số ký hiệu". */
export const findHeading = (text: string): KnownHeading | null => {
  if (text === '' || text.length > longestHeading) return null;
  const known = findIndex();
  const key = toHeadingKey(text);
  const exact = known.get(key);
  if (exact) return exact;
  for (const suffix of suffixes) {
    const found = key.endsWith(suffix) ? known.get(key.slice(0, -suffix.length)) : undefined;
    // "Ngày đi", "Số đi" are words of their own; a bare "Số" with anything behind it is another number.
    if (found && found.kind !== 'ISSUE') return found;
  }
  return null;
};
