import type { PiecesField } from '@congvu/schema/adapter';
import { isCut, toPlainLine } from './plain-line.ts';
import { compilePattern, matchPattern } from './read-text.ts';

/** What one piece of a text with several people says of one of them; `name` null in a piece that names nobody. */
export type PersonPiece = {
  readonly name: string | null;
  readonly code: string | null;
  readonly unit: string | null;
  readonly post: string | null;
  readonly state: string | null;
  readonly isCut: boolean;
};

/** The parts between the matches of `separator`, whatever groups it has; more than `most` of them are too many. */
const splitAt = (text: string, separator: string, most: number): readonly string[] => {
  const parts: string[] = [];
  const everywhere = new RegExp(compilePattern(separator), 'gu');
  let from = 0;
  for (const match of text.matchAll(everywhere)) {
    if (match[0] === '') continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (parts.length > most) return parts;
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

/** Several people of one line, "PTP - An Văn Trần (Đang xử lý); CVC - …", in its order. */
export const readPieces = (field: PiecesField, line: string, most: number): readonly PersonPiece[] =>
  splitAt(line, field.separator, most).map((piece) => {
    const read = (pattern: string | undefined, maximum: number): string | null => {
      const part = pattern === undefined ? null : matchPattern(pattern, piece);
      return part === null ? null : toPlainLine(part, maximum) || null;
    };
    return {
      name: read(field.name, 120),
      code: read(field.code, 64),
      unit: read(field.unit, 200),
      post: read(field.post, 120),
      state: read(field.state, 60),
      isCut: isCut(piece),
    };
  });
