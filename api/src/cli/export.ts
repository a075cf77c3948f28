import { EXPORTED_REGISTERS } from '../register-export/exported-registers.ts';
import { apiOptions, apiOptionsUsage, readApiAccess } from './api-options.ts';
import { type Command, type CommandInput, misuse, textOption } from './command.ts';
import { saveFile } from './save-file.ts';
import { tellTroubles } from './tell-troubles.ts';

/** Options that a list takes as they are, and those of which it takes several. */
const PLAIN = ['unit', 'employee', 'from', 'to', 'period', 'title', 'search'] as const;
const SEVERAL = ['kind', 'state'] as const;
const NAMES = EXPORTED_REGISTERS.map(({ name }) => name);

export const command: Command = {
  usage: `<${NAMES.join(' | ')}> --out <tệp.xlsx|file.xlsx> [--unit <mã|code>] [--employee <mã|code>] [--from <ngày|day>] [--to <ngày|day>] [--period <2026>] [--kind <…>]… [--state <…>]… [--overdue] [--year <năm|year>] [--title <mã|code>] ${apiOptionsUsage}`,
  options: {
    ...apiOptions,
    out: { type: 'string' },
    overdue: { type: 'boolean' },
    year: { type: 'string' },
    ...Object.fromEntries(PLAIN.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(SEVERAL.map((name) => [name, { type: 'string' as const, multiple: true }])),
  },
  help: {
    vi: `Lưu một sổ theo dõi thành tệp XLSX, lọc như trên màn hình: những gì được xem và không hạn chế xuất. Nêu mục đích bằng --purpose.
Mỗi người có tên trong tệp được ghi vào nhật ký truy cập. Mã thoát 1 khi bị từ chối.`,
    en: `Saves a register as an XLSX file, filtered as on its screen: what one may see and whose export is not restricted. State why by --purpose.
Everybody named in the file is noted in the access log. Exit code 1 where it is refused.`,
  },
  run: async (input, terminal) => {
    const [name, ...more] = input.words;
    const register = EXPORTED_REGISTERS.find((each) => each.name === name);
    if (register === undefined) throw misuse(name ?? NAMES.join(' | '));
    if (more.length > 0) throw misuse(more.join(' '));
    const out = textOption(input, 'out');
    if (out === null) throw misuse('--out');
    const access = await readApiAccess(input, terminal);
    const filter = filterOf(input);
    const written =
      Object.keys(filter).length === 0 ? 'all' : Buffer.from(JSON.stringify(filter), 'utf8').toString('base64url');
    const code = tellTroubles(
      await saveFile(access, `/files/register/${register.name}/${written}.xlsx`, out),
      terminal,
    );
    if (code === 0) terminal.print(terminal.isJson ? JSON.stringify({ saved: out }) : out);
    return code;
  },
};

function filterOf(input: CommandInput): Readonly<Record<string, unknown>> {
  const plain = PLAIN.flatMap((name) => {
    const value = textOption(input, name);
    return value === null ? [] : [[name, value] as const];
  });
  const several = SEVERAL.flatMap((name) => {
    const value = input.options[name];
    return Array.isArray(value) ? [[name, value] as const] : [];
  });
  const year = textOption(input, 'year');
  return {
    ...Object.fromEntries(plain),
    ...Object.fromEntries(several),
    ...(input.options.overdue === true ? { overdue: true } : {}),
    ...(year === null ? {} : { year: Number(year) }),
  };
}
