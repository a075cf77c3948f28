import { type BatchOptions, makeLineSplitter } from '@congvu/schema/batch';
import type { Terminal } from './command.ts';

/**
 * Answers JSON Lines while it reads them: an input of any length takes the memory of its longest line. The exit code: 1 where any
 * line was bad, else 0.
 */
export async function answerLines(
  { input, print, locale }: Terminal,
  answerOne: (line: string, options: BatchOptions) => string,
): Promise<number> {
  let isAllGood = true;
  const options = {
    locale,
    onBadLine: () => {
      isAllGood = false;
    },
  };
  const answer = (lines: readonly string[]) => {
    if (lines.length > 0) print(lines.map((line) => answerOne(line, options)).join('\n'));
  };
  // The splitter knows of the byte order mark; the decoder must leave it in.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const splitter = makeLineSplitter();
  for await (const chunk of input) answer(splitter.push(decoder.decode(chunk, { stream: true })));
  answer(splitter.push(decoder.decode()));
  answer(splitter.end());
  return isAllGood ? 0 : 1;
}
