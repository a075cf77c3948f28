import { answerScoreLine, makeLineSplitter } from '@congvu/schema/batch';
import type { Command, Terminal } from './command.ts';

export const command: Command = {
  usage: '[--lang vi|en] < <JSON Lines> > <JSON Lines>',
  options: {},
  help: {
    vi: `Chấm điểm theo lô: mỗi dòng JSON là một kỳ của một người, mỗi dòng trả lời một dòng, đúng thứ tự; không cần cơ sở dữ liệu.
Dòng sai được trả lời tại chỗ bằng {"id":…,"error":{"code":…,"path":…,"message":…}}; khi đó mã thoát là 1, nếu không là 0.
congvu rulesets liệt kê các bộ quy tắc và tham số.`,
    en: `Scores in batch: each line of JSON is one period of one person, and each is answered by a line, in order; no database needed.
A bad line answers in its place with {"id":…,"error":{"code":…,"path":…,"message":…}}; the exit code is then 1, else 0.
congvu rulesets lists the rule sets and their parameters.`,
  },
  run: (_input, terminal) => scoreLines(terminal),
};

/** Answers while it reads: an input of any length takes the memory of its longest line. */
async function scoreLines({ input, print, locale }: Terminal): Promise<number> {
  let isAllGood = true;
  const options = {
    locale,
    onBadLine: () => {
      isAllGood = false;
    },
  };
  const answer = (lines: readonly string[]) => {
    if (lines.length > 0) print(lines.map((line) => answerScoreLine(line, options)).join('\n'));
  };
  // The splitter knows of the byte order mark; the decoder must leave it in.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const splitter = makeLineSplitter();
  for await (const chunk of input) answer(splitter.push(decoder.decode(chunk, { stream: true })));
  answer(splitter.push(decoder.decode()));
  answer(splitter.end());
  return isAllGood ? 0 : 1;
}
