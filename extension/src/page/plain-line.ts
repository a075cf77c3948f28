/** Beyond this nobody reads a cell; normalising more of it would only cost time. */
const longestRawText = 20_000;

/** Control and zero-width characters, direction overrides and the soft hyphen: they change what is seen, not what is meant. */
const unseen = /\p{Cf}|(?!\s)\p{Cc}/gu;

/** Latin letters composed, single blanks, nothing unseen: most cells are a plain line already. */
const plain = /^[!-~\u00c0-\u024f\u1ea0-\u1ef9]+(?: [!-~\u00c0-\u024f\u1ea0-\u1ef9]+)*$/;

/**
 * Untrusted text as one line: NFC, without unseen characters, blanks collapsed, trimmed. `null` when the line is longer than
 * `maximum`: a number or a name is never cut, since a part of it may name another.
 */
export const toPlainLine = (raw: string, maximum: number): string | null => {
  if (raw.length > longestRawText) return null;
  const line = plain.test(raw) ? raw : raw.normalize('NFC').replace(unseen, '').replace(/\s+/g, ' ').trim();
  return line.length > maximum ? null : line;
};

/** The same for running text, cut with an ellipsis. Only for what is shown to people, never for what identifies. */
export const toCutLine = (raw: string, maximum: number): string => {
  const line = toPlainLine(raw.slice(0, 2 * maximum), 2 * maximum) ?? '';
  return line.length > maximum ? `${line.slice(0, maximum - 1)}…` : line;
};

/** Joins what was broken over lines at a slash or a hyphen: "968/CĐ-⏎TTg". Only for numbers and dates. */
export const joinBroken = (raw: string): string =>
  raw.includes('\n') ? raw.replace(/(\S[/-])\s*\n\s*(?=\S)|(\S)\s*\n\s*(?=[/-]\S)/gu, '$1$2') : raw;

/** No number has a blank beside its slash; pages that print one there mean the same number. */
export const joinSlash = (raw: string): string => raw.replace(/(\S)\s{0,20}\/\s{0,20}(?=\S)/gu, '$1/');

/** The page cut the text: what it leaves out may be the part that tells one from another. */
export const isCut = (line: string): boolean => line.includes('…') || /\.{3,}/.test(line);
