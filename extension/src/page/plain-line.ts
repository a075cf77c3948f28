/** Beyond this nobody reads a cell; normalising more of it would only cost time. */
const longestRawText = 20_000;

/** Control and zero-width characters, direction overrides and the soft hyphen: they change what is seen, not what is meant. */
const unseen = /\p{Cf}|(?!\s)\p{Cc}/gu;

/**
 * Untrusted text as one line: NFC, without unseen characters, blanks collapsed, trimmed. `null` when the line is longer than
 * `maximum`: a number or a name is never cut, since a part of it may name another.
 */
export const toPlainLine = (raw: string, maximum: number): string | null => {
  if (raw.length > longestRawText) return null;
  const line = raw.normalize('NFC').replace(unseen, '').replace(/\s+/g, ' ').trim();
  return line.length > maximum ? null : line;
};

/** The same for running text, cut with an ellipsis. Only for what is shown to people, never for what identifies. */
export const toCutLine = (raw: string, maximum: number): string => {
  const line = toPlainLine(raw.slice(0, 2 * maximum), 2 * maximum) ?? '';
  return line.length > maximum ? `${line.slice(0, maximum - 1)}…` : line;
};
