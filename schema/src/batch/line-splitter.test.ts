import { describe, expect, it } from 'vitest';
import { makeLineSplitter, splitLines } from './line-splitter.ts';

describe('splitting input into lines', () => {
  it.each([
    ['a byte order mark at the start', '\uFEFF{"a":1}\n{"b":2}\n', ['{"a":1}', '{"b":2}']],
    ['CRLF', '{"a":1}\r\n{"b":2}\r\n', ['{"a":1}', '{"b":2}']],
    ['blank lines', '\n\r\n  \t\n{"a":1}\n\n', ['{"a":1}']],
    ['no line feed at the end', '{"a":1}\n{"b":2}', ['{"a":1}', '{"b":2}']],
    ['a byte order mark alone', '\uFEFF', []],
    ['nothing', '', []],
    ['a separator of another kind inside a line', '{"a":"\u2028"}\n', ['{"a":"\u2028"}']],
  ])('accepts %s', (_name, text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });

  it('leaves a byte order mark elsewhere to be refused as no JSON', () => {
    expect(splitLines('1\n\uFEFF2\n')).toEqual(['1', '\uFEFF2']);
  });

  it('gives the same lines however the input is cut', () => {
    const text = '\uFEFF{"a":1}\r\n\r\n{"b":"đ"}\n{"c":3}';
    for (let size = 1; size <= text.length; size += 1) {
      const splitter = makeLineSplitter();
      const lines: string[] = [];
      for (let start = 0; start < text.length; start += size)
        lines.push(...splitter.push(text.slice(start, start + size)));
      expect([...lines, ...splitter.end()]).toEqual(['{"a":1}', '{"b":"đ"}', '{"c":3}']);
    }
  });
});
