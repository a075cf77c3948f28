import { answerClassifyLine } from '@congvu/schema/batch';
import { answerLines } from './answer-lines.ts';
import type { Command } from './command.ts';

export const command: Command = {
  usage: '[--lang vi|en] < <JSON Lines> > <JSON Lines>',
  options: {},
  help: {
    vi: `Xếp loại theo lô: mỗi dòng JSON là một năm của một cơ quan, mỗi dòng trả lời một dòng, đúng thứ tự; không cần cơ sở dữ liệu.
Mức trả lời là mức hệ thống đề xuất theo điểm, các trường hợp bắt buộc, mức của đơn vị và tỷ lệ xuất sắc; cấp có thẩm quyền quyết định.
"parameters" nhận quotaBasis (LITERAL_HTT_ONLY | HTT_AND_ABOVE), quotaMinOne, quotaIncludeHead; không nêu thì theo bộ quy tắc.
Dòng sai được trả lời tại chỗ bằng {"id":…,"error":{"code":…,"path":…,"message":…}}; khi đó mã thoát là 1, nếu không là 0.`,
    en: `Classifies in batch: each line of JSON is one agency's year, and each is answered by a line, in order; no database needed.
The level answered is what the system proposes by score, forced levels, the unit's level and the quota; the authority decides.
"parameters" takes quotaBasis (LITERAL_HTT_ONLY | HTT_AND_ABOVE), quotaMinOne, quotaIncludeHead; what is absent is the rule set's.
A bad line answers in its place with {"id":…,"error":{"code":…,"path":…,"message":…}}; the exit code is then 1, else 0.`,
  },
  run: (_input, terminal) => answerLines(terminal, answerClassifyLine),
};
