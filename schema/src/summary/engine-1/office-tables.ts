import type { Level } from '../../evaluation/level.ts';
import type { SummaryTable } from '../summary-body.ts';
import type { CalibrationInputs, CommendationInputs, UnitsInputs } from '../summary-inputs.ts';
import { note, person, table } from './table.ts';
import { CANDIDATE, figure, level, mark, NONE, period, word } from './words.ts';

const quota = (given: { readonly limit: number; readonly used: number; readonly left: number } | null) =>
  given === null ? 'không đặt' : `nhiều nhất ${given.limit}, đã dùng ${given.used}, còn ${given.left}`;

export function commendationLines({ year }: CommendationInputs): readonly string[] {
  return [`Năm ${year}`];
}

export function commendationTables({ standing, candidates }: CommendationInputs): readonly SummaryTable[] {
  return [
    table('Danh hiệu và tỷ lệ', standing, (text, number) => [
      text('title', 'Danh hiệu', ({ title }) => title.name),
      text('quota', 'Tỷ lệ', (each) => quota(each.quota)),
      number('eligible', 'Đủ điều kiện', ({ eligible }) => String(eligible)),
      number('missing', 'Thiếu điều kiện', ({ missing }) => String(missing)),
      number('held', 'Tạm dừng xét', ({ held }) => String(held)),
    ]),
    table('Ứng viên', candidates, (text) => [
      ...person(text),
      text('level', 'Mức', (row) => level(row.level)),
      text('state', 'Xét', ({ state }) => word(CANDIDATE, state)),
      text('missing', 'Điều kiện còn thiếu', ({ missing }) => missing.join('; ') || NONE),
    ]),
  ];
}

export function unitsLines({ period: of }: UnitsInputs): readonly string[] {
  return [period(of)];
}

const LEVELS: readonly Level[] = ['OUTSTANDING', 'GOOD', 'COMPLETED', 'NOT_COMPLETED'];

export function unitsTables({ rows }: UnitsInputs): readonly SummaryTable[] {
  const countOf = ({ levels }: UnitsInputs['rows'][number], wanted: Level) =>
    levels.filter((each) => each.level === wanted).reduce((all, { count }) => all + count, 0);
  const contradictions = rows.flatMap(({ unit, contradictions: found }) => found.map((each) => ({ unit, ...each })));
  return [
    table('Các đơn vị', rows, (text, number) => [
      text('unit', 'Đơn vị', ({ unit }) => unit.name),
      number('members', 'Số người', ({ members }) => String(members)),
      ...LEVELS.map((each) => number(each, mark(each), (row) => String(countOf(row, each)))),
      text('quota', 'Tỷ lệ xuất sắc', (row) => quota(row.quota)),
      text('result', 'Kết quả của đơn vị', ({ resultLevel, resultTotal }) =>
        resultLevel === null ? NONE : `${level(resultLevel)}${resultTotal === null ? '' : ` (${figure(resultTotal)})`}`,
      ),
      number('mean', 'Trung bình', ({ mean }) => figure(mean)),
      number('general', 'Tiêu chí chung', ({ general }) => figure(general)),
      number('resultMean', 'Kết quả', ({ resultMean }) => figure(resultMean)),
      number('selfGap', 'Tự chấm so với duyệt', ({ selfGap }) => figure(selfGap)),
    ]),
    table(
      'Điểm không khớp giữa đơn vị và người của đơn vị',
      contradictions,
      (text) => [
        text('unit', 'Đơn vị', ({ unit }) => unit.name),
        text('what', 'Điểm không khớp', ({ text: said }) => said),
      ],
      [...new Map(contradictions.map((each) => [each.kind, note(each.text, each.certainty)])).values()],
    ),
  ];
}

export function calibrationLines({ year, session, lockedBy, lockDocument }: CalibrationInputs): readonly string[] {
  return [
    `Năm ${year} · ${session}`,
    lockedBy === null ? 'Phiên chưa khóa' : `${lockedBy} đã khóa theo ${lockDocument ?? NONE}`,
  ];
}

export function calibrationTables({ rows }: CalibrationInputs): readonly SummaryTable[] {
  return [
    table(
      'Mức sau hiệu chỉnh',
      rows,
      (text) => [
        ...person(text),
        text('rule', 'Theo quy tắc', ({ ruleLevel }) => mark(ruleLevel)),
        text('proposal', 'Đơn vị đề xuất', ({ proposal }) => mark(proposal)),
        text('level', 'Sau hiệu chỉnh', (row) => mark(row.level)),
        text('changes', 'Thay đổi', ({ changes }) => changes.map(changed).join('; ') || NONE),
      ],
      [note('Hiệu chỉnh không quyết định: mức do cấp có thẩm quyền quyết định (Điều 10 Nghị định 335/2025/NĐ-CP).')],
    ),
  ];
}

function changed(change: CalibrationInputs['rows'][number]['changes'][number]): string {
  const { before, after, reason, authorisedBy, document } = change;
  return `${mark(before)} → ${mark(after)}: ${reason} (${authorisedBy} cho phép, ${document ?? NONE})`;
}
