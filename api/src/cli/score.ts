import { answerScoreLine } from '@congvu/schema/batch';
import { answerLines } from './answer-lines.ts';
import type { Command } from './command.ts';

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
  run: (_input, terminal) => answerLines(terminal, answerScoreLine),
};
