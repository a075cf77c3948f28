import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { IMPORT_REGISTERS, type ImportRegister, TEXT_ENCODINGS } from '@congvu/schema/registers';
import { apiOptions, apiOptionsUsage, readApiAccess } from './api-options.ts';
import type { ApiAccess } from './ask-api.ts';
import { type Command, type CommandInput, misuse, type Terminal, textOption } from './command.ts';
import { printJob } from './follow-job.ts';
import { askForJob, tellResult, untilDone } from './import-job.ts';
import { sendFile } from './save-file.ts';
import { tellTroubles } from './tell-troubles.ts';

const MODES: Readonly<Record<string, 'PREVIEW' | 'GOOD_ONES' | 'ALL_OR_NONE'>> = {
  preview: 'PREVIEW',
  good: 'GOOD_ONES',
  all: 'ALL_OR_NONE',
};
const ENCODINGS = TEXT_ENCODINGS.map((each) => each.toLowerCase());

export const command: Command = {
  usage: `(<${IMPORT_REGISTERS.map((each) => each.toLowerCase()).join(' | ')}> --unit <mã|code> --mode <preview | good | all> --file <tệp.csv, tệp.xlsx|file.csv, file.xlsx> [--sheet <…>] [--encoding <${ENCODINGS.join(' | ')}>] [--wait] | undo --job <mã|id>) ${apiOptionsUsage}`,
  options: {
    ...apiOptions,
    unit: { type: 'string' },
    mode: { type: 'string' },
    file: { type: 'string' },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
    job: { type: 'string' },
    wait: { type: 'boolean' },
  },
  help: {
    vi: `Nhập tệp CSV hoặc XLSX có dòng tiêu đề qua api đang chạy. Tệp luôn được kiểm tra hết trước. preview: chỉ kiểm tra; good: giữ các dòng đúng; all: có dòng sai thì không nhập dòng nào.
--wait chờ đến khi nhập xong; mỗi dòng sai là một dòng ở đầu ra lỗi. Bảng mã của CSV được tự nhận; --encoding khi không nhận được.
undo hoàn tác cả một lần nhập, theo mã công việc mà lần nhập đã in ra. Mã thoát 1 khi bị từ chối hoặc có dòng sai.`,
    en: `Takes a CSV or XLSX file with a heading in through the running api. It is always gone through first. preview: no more than that; good: keeps the good rows; all: none where one is bad.
--wait waits for the end of the import; every bad row is a line on standard error. How a CSV is written is found out; --encoding where it cannot be.
undo takes back a whole import, by the identifier of its job, which the import printed. Exit code 1 where it is refused or a row is bad.`,
  },
  run: async (input, terminal) => {
    const [word = '', ...more] = input.words;
    if (more.length > 0) throw misuse(input.words.join(' '));
    if (word === 'undo') return undo(input, terminal);
    const register = IMPORT_REGISTERS.find((each) => each === word.toUpperCase());
    if (register === undefined) throw misuse(word || '<register>');
    return takeIn(register, input, terminal);
  },
};

async function takeIn(register: ImportRegister, input: CommandInput, terminal: Terminal): Promise<number> {
  const unit = textOption(input, 'unit')?.trim();
  if (!unit) throw misuse('--unit');
  const mode = MODES[textOption(input, 'mode') ?? ''];
  if (mode === undefined) throw misuse('--mode');
  const file = textOption(input, 'file');
  if (file === null) throw misuse('--file');
  const encoding = textOption(input, 'encoding')?.toLowerCase() ?? null;
  if (encoding !== null && !ENCODINGS.includes(encoding)) throw misuse('--encoding');
  const access = await readApiAccess(input, terminal);
  const upload = await sendFile(access, basename(file), await readBytes(file));
  if (typeof upload !== 'string') return tellTroubles(upload, terminal);
  const asked = {
    register,
    unit,
    upload,
    sheet: textOption(input, 'sheet'),
    encoding: encoding?.toUpperCase().replace('-', '_') ?? null,
  };
  const preview = await goThrough(access, asked, terminal);
  if (preview === null) return 1;
  if (mode === 'PREVIEW') return tellResult(access, preview, true, terminal);
  const job = await askForJob(access, 'importFile', { preview, mode }, terminal);
  if (job === null) return 1;
  if (input.options.wait !== true) {
    printJob(job, terminal);
    return 0;
  }
  const done = await untilDone(access, job, terminal);
  return done === null ? 1 : tellResult(access, done.id, false, terminal);
}

/** The identifier of the preview, once it is over; null where it was refused or failed. */
async function goThrough(access: ApiAccess, asked: object, terminal: Terminal): Promise<string | null> {
  const job = await askForJob(access, 'previewImport', { ...asked }, terminal);
  return job === null ? null : ((await untilDone(access, job, terminal))?.id ?? null);
}

async function undo(input: CommandInput, terminal: Terminal): Promise<number> {
  const job = textOption(input, 'job')?.trim();
  if (!job) throw misuse('--job');
  const access = await readApiAccess(input, terminal);
  const undone = await askForJob(access, 'undoImport', { job }, terminal);
  if (undone === null) return 1;
  printJob(undone, terminal);
  return 0;
}

/** Throws USAGE_INVALID naming a file that cannot be read. */
async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw misuse(path);
  }
}
