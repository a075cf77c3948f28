import { readAdapterFolder, writeAdapterFolder } from './adapter-folder.ts';
import { exportVersion, listAdapters, listReports, type Outcome, publish, save, withdraw } from './adapter-requests.ts';
import { apiOptions, apiOptionsUsage, readApiAccess } from './api-options.ts';
import type { ApiAccess } from './ask-api.ts';
import { type Command, type CommandInput, misuse, type Terminal, textOption } from './command.ts';
import { tellTroubles } from './tell-troubles.ts';

export const command: Command = {
  usage: `list | export <tên|name> [--version 2] [--to <thư mục|folder>] | save <thư mục|folder> --note <…> |
    publish <tên|name> <phiên bản|version> [--unit <mã|code>] | withdraw <tên|name> [--unit <mã|code>] | reports [--closed]
    ${apiOptionsUsage}`,
  options: {
    ...apiOptions,
    to: { type: 'string' },
    version: { type: 'string' },
    note: { type: 'string' },
    unit: { type: 'string' },
    closed: { type: 'boolean' },
  },
  help: {
    vi: `Bộ đọc trang của cơ quan, qua api đang chạy, bằng quyền của mã truy cập (ADAPTER_MANAGE).
save lưu phiên bản tiếp theo từ thư mục gồm adapter.json và saved-pages/<tên>.html, <tên>.expected.json; export ghi ra đúng bố cục đó
(mặc định ./<tên>), để đưa vào extension/src/adapters. publish và withdraw áp dụng cho đơn vị của --unit, không có thì cho mọi người;
công bố cần ít nhất 3 trang đã lưu. reports liệt kê các trang không đọc được chưa được xử lý, --closed thì các báo cáo đã đóng.`,
    en: `The office's site adapters, through the running api, with the token's rights (ADAPTER_MANAGE).
save keeps the next version from a folder with adapter.json and saved-pages/<name>.html, <name>.expected.json; export writes that very
layout (./<name> unless told), ready for extension/src/adapters. publish and withdraw act on the unit of --unit, on everyone without;
publishing needs at least 3 saved pages. reports lists pages that could not be read and are open, --closed those that were closed.`,
  },
  run: async (input, terminal) => {
    const [verb = '', ...words] = input.words;
    const act = verbs[verb];
    if (act === undefined) throw misuse(verb || 'adapter');
    if (words.length < act.words) throw misuse(verb);
    if (words.length > act.words) throw misuse(words.slice(act.words).join(' '));
    return tell(await act.run(await readApiAccess(input, terminal), words, input), terminal);
  },
};

interface Verb {
  /** How many words follow it. */
  readonly words: number;
  readonly run: (access: ApiAccess, words: readonly string[], input: CommandInput) => Promise<Outcome>;
}

const verbs: Readonly<Record<string, Verb>> = {
  list: { words: 0, run: listAdapters },
  reports: {
    words: 0,
    run: (access, _words, input) => listReports(access, input.options.closed === true ? 'CLOSED' : 'OPEN'),
  },
  export: {
    words: 1,
    run: async (access, [name = ''], input) => {
      const { files, ...outcome } = await exportVersion(access, name, wholeNumber(input, 'version'));
      if (files === null) return outcome;
      const written = await writeAdapterFolder(textOption(input, 'to') ?? name, files);
      return { ...outcome, lines: [...written], answer: { ...outcome.answer, files: written } };
    },
  },
  save: {
    words: 1,
    run: async (access, [path = ''], input) => {
      const note = textOption(input, 'note')?.trim() ?? '';
      if (note === '') throw misuse('--note');
      return save(access, await readAdapterFolder(path), note);
    },
  },
  publish: {
    words: 2,
    run: (access, [name = '', version = ''], input) =>
      publish(access, name, toWhole(version), textOption(input, 'unit')),
  },
  withdraw: { words: 1, run: (access, [name = ''], input) => withdraw(access, name, textOption(input, 'unit')) },
};

function wholeNumber(input: CommandInput, name: string): number | null {
  const text = textOption(input, name);
  return text === null ? null : toWhole(text);
}

function toWhole(text: string): number {
  if (!/^[1-9][0-9]{0,6}$/.test(text)) throw misuse(text);
  return Number(text);
}

function tell({ lines, answer, troubles }: Outcome, terminal: Terminal): number {
  const code = tellTroubles(troubles, terminal);
  if (code !== 0) return code;
  if (terminal.isJson) terminal.print(JSON.stringify(answer));
  else for (const line of lines) terminal.print(line);
  return 0;
}
