import { firstDay, isPeriod, lastDay } from '@congvu/schema/primitives/period';
import { apiOptions, apiOptionsUsage, readApiAccess } from './api-options.ts';
import { type ApiAccess, askApi, troublesOf } from './ask-api.ts';
import { type Command, type CommandInput, misuse, textOption } from './command.ts';
import { saveFile } from './save-file.ts';
import { tellTroubles } from './tell-troubles.ts';

const REPORT = `query Report($unit: String!, $from: LocalDate!, $to: LocalDate!) {
  periodicReport(unit: $unit, from: $from, to: $to) { unit { code name } from to madeAt empty
    sections { key title figures { key label value breakdown { code label value } } }
    paragraphs { heading text } } }`;

interface Report {
  readonly paragraphs: readonly { readonly heading: string | null; readonly text: string }[];
}

export const command: Command = {
  usage: `--unit <mã|code> (--period <2026 | 2026-Q4 | 2026-10> | --from <ngày|day> --to <ngày|day>) [--docx <tệp|file>] [--xlsx <tệp|file>] ${apiOptionsUsage}`,
  options: {
    ...apiOptions,
    unit: { type: 'string' },
    period: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    docx: { type: 'string' },
    xlsx: { type: 'string' },
  },
  help: {
    vi: `In báo cáo định kỳ của đơn vị và các đơn vị trực thuộc: thanh tra, kiểm tra, kỷ luật, khen thưởng, xếp loại, phản ánh, phối hợp. --json in số liệu.
--docx lưu báo cáo, --xlsx lưu số liệu kèm các hồ sơ được xem. Kỳ không có gì vẫn là một báo cáo. Mã thoát 1 khi bị từ chối.`,
    en: `Prints the periodic report of a unit and all below it: inspection, discipline, commendation, levels, feedback, coordination. --json prints the figures.
--docx saves the report, --xlsx the figures with the records one may see. A period without anything is a report too. Exit code 1 where it is refused.`,
  },
  run: async (input, terminal) => {
    const unit = textOption(input, 'unit')?.trim();
    if (unit === undefined || unit === '') throw misuse('--unit');
    if (input.words.length > 0) throw misuse(input.words.join(' '));
    const { from, to } = daysOf(input);
    const given = await readApiAccess(input, terminal);
    const access: ApiAccess = { ...given, purpose: given.purpose ?? 'STATISTICS' };
    const answer = await askApi(access, { query: REPORT, variables: { unit, from, to } });
    const code = tellTroubles(troublesOf(answer), terminal);
    if (code !== 0) return code;
    // Asked for by REPORT.
    const report = answer.data?.periodicReport as Report | undefined;
    if (report === undefined) return 1;
    for (const kind of ['docx', 'xlsx'] as const) {
      const file = textOption(input, kind);
      if (file === null) continue;
      const path = `/files/report/${encodeURIComponent(unit)}/${from}/${to}.${kind}`;
      const refused = tellTroubles(await saveFile(access, path, file), terminal);
      if (refused !== 0) return refused;
    }
    if (terminal.isJson) terminal.print(JSON.stringify(report));
    else
      for (const { heading, text } of report.paragraphs)
        terminal.print(heading === null ? text : `\n${heading}\n${text}`);
    return 0;
  },
};

/** A period, or both days; never both ways. */
function daysOf(input: CommandInput): { readonly from: string; readonly to: string } {
  const [period, from, to] = ['period', 'from', 'to'].map((name) => textOption(input, name)?.trim() ?? null);
  if (period !== null && period !== undefined) {
    if (from !== null || to !== null || !isPeriod(period)) throw misuse('--period');
    return { from: firstDay(period), to: lastDay(period) };
  }
  if (!from) throw misuse('--period');
  if (!to) throw misuse('--to');
  return { from, to };
}
