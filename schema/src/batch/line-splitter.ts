/** Cuts decoded text into lines as it arrives, for input of any length. */
export interface LineSplitter {
  /** The lines that are complete now. */
  push(chunk: string): readonly string[];
  /** The last line where the input did not end in a line feed. */
  end(): readonly string[];
}

/**
 * Lines end in LF or CRLF; a byte order mark at the very start is dropped; blank lines are left out and get no answer.
 * Source: contract.md, Common.
 */
export function makeLineSplitter(): LineSplitter {
  let rest: string[] = [];
  let isStart = true;
  const withoutMark = (line: string): string => {
    const atStart = isStart;
    isStart = false;
    return atStart && line.startsWith('\uFEFF') ? line.slice(1) : line;
  };
  const tidy = (lines: readonly string[]): readonly string[] =>
    lines
      .map(withoutMark)
      .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
      .filter((line) => !/^[ \t\r]*$/.test(line));
  return {
    push(chunk) {
      const parts = chunk.split('\n');
      const tail = parts.pop() ?? '';
      if (parts.length === 0) {
        rest.push(tail);
        return [];
      }
      const lines = [rest.join('') + (parts[0] ?? ''), ...parts.slice(1)];
      rest = [tail];
      return tidy(lines);
    },
    end() {
      const lines = [rest.join('')];
      rest = [];
      return tidy(lines);
    },
  };
}

/** All lines of a text at once. */
export function splitLines(text: string): readonly string[] {
  const splitter = makeLineSplitter();
  return [...splitter.push(text), ...splitter.end()];
}
