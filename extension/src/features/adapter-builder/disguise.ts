/** What is known of a page's texts, to make another of them that reads alike and names nobody. */
type KnownTexts = {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly numbers: readonly string[];
  readonly issuers: readonly string[];
  /** Words that an adapter asks for, and that say nothing of anyone: "thường", "xlc". */
  readonly kept: readonly string[];
  /** Whether this page prints given names first. */
  readonly isGivenFirst: boolean;
};

export type Disguise = {
  /** The text with every known value replaced by a fictional one, always the same, and every other letter and figure by a filler. */
  text(raw: string): string;
};

/** Names of nobody: family, middle and given names that this project's fictional offices use in no other place. */
const families = ['Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh', 'Trịnh', 'Vương'];
const middles = ['Minh', 'Thanh', 'Ngọc', 'Quang', 'Thu', 'Gia', 'Hải'];
const givens = ['Mẫu', 'Thử', 'Ví', 'Dụ', 'Họa', 'Phỏng', 'Giả', 'Định', 'Tượng', 'Trưng', 'Biểu'];

/** The `index`th fictional name, in the order the page prints names; 770 differ. */
const fictionalName = (index: number, isGivenFirst: boolean): string => {
  const family = families[index % families.length] ?? '';
  const middle = middles[index % middles.length] ?? '';
  const given = givens[index % givens.length] ?? '';
  return isGivenFirst ? `${given} ${family} ${middle}` : `${family} ${middle} ${given}`;
};

/** Letters and figures by fillers of their kind, everything else as it stands: the same shape, no word of it. */
const toFiller = (text: string): string =>
  text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{Ll}\p{Lo}]/gu, 'x')
    .replace(/\p{N}/gu, '0');

/** The running figure is another one, what follows stands: the mark of an issuer is no person's. */
const fictionalNumber = (number: string, index: number): string =>
  number.replace(/\d+/, (figure) =>
    String(index + 1)
      .padStart(figure.length, '1')
      .slice(-Math.max(figure.length, 1)),
  );

/** Shape kept, the last figures count up: "AB0012" → "XX0001". */
const fictionalCode = (code: string, index: number): string => {
  const filler = toFiller(code.normalize('NFC'));
  const mark = String(index + 1);
  const at = filler.lastIndexOf('0');
  if (at >= 0 && at + 1 >= mark.length && /^0+$/.test(filler.slice(at + 1 - mark.length, at + 1))) {
    return filler.slice(0, at + 1 - mark.length) + mark + filler.slice(at + 1);
  }
  const end = filler.indexOf('@') < 0 ? filler.length : filler.indexOf('@');
  return `${filler.slice(0, end)}${mark}${filler.slice(end)}`;
};

const keyOf = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '\\s+');
const date =
  '\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{2,4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}, \\d{4}';

/** Texts longer than this are a summary or a note, of which the copy needs no more. */
const longestText = 120;

/** Deterministic: equal texts of one page become equal fictional ones. A fictional name that stands on the page itself is passed over. */
export const createDisguise = (known: KnownTexts): Disguise => {
  const replaced = new Map<string, string>();
  const real = new Set(known.names.map(keyOf));
  let next = 0;
  const nameFor = (): string => {
    let name = fictionalName(next++, known.isGivenFirst);
    while (real.has(keyOf(name)) && next < 1_000) name = fictionalName(next++, known.isGivenFirst);
    return name;
  };
  const fill = (texts: readonly string[], make: (text: string, index: number) => string): void => {
    for (const text of texts) {
      const key = keyOf(text);
      if (key !== '' && !replaced.has(key)) replaced.set(key, make(text, replaced.size));
    }
  };
  fill(known.kept, (text) => text);
  fill(known.names, nameFor);
  fill(known.numbers, fictionalNumber);
  fill(known.codes, fictionalCode);
  fill(known.issuers, (_, index) => `Cơ quan mẫu ${index + 1}`);
  const words = [...replaced.keys()].toSorted((left, right) => right.length - left.length).map(escaped);
  // Dates first: a page's own id "30" is not the day of "30/11/2026".
  const anyKnown = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[date, ...words].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const kept = new Set(known.kept.map(keyOf));
  return {
    text(raw) {
      const text = raw.normalize('NFC');
      let result = '';
      let from = 0;
      for (const match of text.matchAll(anyKnown)) {
        result += toFiller(text.slice(from, match.index));
        const key = keyOf(match[0]);
        // A kept word stands as the page writes it, capitals and all.
        result += kept.has(key) ? match[0] : (replaced.get(key) ?? match[0]);
        from = match.index + match[0].length;
      }
      result += toFiller(text.slice(from));
      return result.length > longestText && from === 0 ? `${result.slice(0, longestText)}` : result;
    },
  };
};
