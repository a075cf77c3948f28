import { describe, expect, it } from 'vitest';
import { toCutLine, toPlainLine } from './plain-line.ts';

describe('a line of untrusted text', () => {
  it.each([
    ['decomposed letters', 'Lê Thị Hòa'.normalize('NFD'), 'Lê Thị Hòa'],
    ['non-breaking and double blanks', '\u00a0 Lê\u00a0\u00a0Thị\n Hòa\u00a0', 'Lê Thị Hòa'],
    ['zero-width characters and direction overrides', '\u202e12/UB\u200bND\u2066', '12/UBND'],
    ['control characters', '12\u0000/UBND\u0007', '12/UBND'],
    ['a byte order mark', '\ufeff12/UBND', '12/UBND'],
    ['markup, which stays text', '<b>x</b>', '<b>x</b>'],
  ])('is plain: %s', (_, raw, line) => {
    expect(toPlainLine(raw, 80)).toBe(line);
  });

  it('is never cut where it identifies: one character too many and there is none', () => {
    expect(toPlainLine('a'.repeat(80), 80)).toHaveLength(80);
    expect(toPlainLine('a'.repeat(81), 80)).toBeNull();
    expect(toPlainLine('a'.repeat(100_000), 80)).toBeNull();
  });

  it('is cut with an ellipsis where it is only shown', () => {
    expect(toCutLine('trích yếu '.repeat(10_000), 500)).toHaveLength(500);
    expect(toCutLine('trích yếu', 500)).toBe('trích yếu');
  });
});
