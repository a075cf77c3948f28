/** Bytes that stand for themselves in an extended value (RFC 8187, attr-char); the other letters of a URI component do not. */
const NOT_PLAIN = /['()*]/g;

/** What some file system refuses in a name, and what could end the header. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNFIT = /[\u0000-\u001f\u007f/\\:*?"<>|]+/g;

/**
 * The header that names a file to be saved: the name in ASCII for old programs, and with its diacritics by RFC 5987 (now
 * 8187) for all others.
 */
export function attachment(fileName: string): string {
  const name = fileName.normalize('NFC').replace(UNFIT, '-');
  const encoded = encodeURIComponent(name).replace(
    NOT_PLAIN,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${toAscii(name)}"; filename*=UTF-8''${encoded}`;
}

/** "Phiếu đánh giá" as "Phieu danh gia"; what has no letter of its own becomes "_". */
export function toAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]/g, '_');
}
