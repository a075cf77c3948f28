import { toVietnameseDate } from '../../primitives/local-date.ts';
import type { SummaryTable } from '../summary-body.ts';
import type { ComparisonInputs, RankingInputs, ShortlistInputs, YearFact } from '../summary-inputs.ts';
import { note, person, table } from './table.ts';
import {
  APART,
  block,
  COMPONENTS,
  CONDITION,
  figure,
  KEYS,
  LISTED,
  level,
  mark,
  NONE,
  POSTS,
  period,
  SHARES,
  share,
  word,
} from './words.ts';

const blocks = (facts: readonly Parameters<typeof block>[0][]) =>
  facts.length === 0 ? NONE : facts.map(block).join('; ');
const year = ({ year: of, level: given, notClassified }: YearFact) =>
  `${of} ${notClassified ? 'không xếp loại' : mark(given)}`;

export function rankingLines(inputs: RankingInputs): readonly string[] {
  const { period: of, provisional, agency, group, ranked, wholeGroup } = inputs;
  return [
    `${period(of)} · nhóm ${group.name} · cơ quan xếp loại: ${agency.name}`,
    `${ranked} người được xếp; cả nhóm có ${wholeGroup} người`,
    ...(provisional ? ['Điểm và mức của tháng là tạm tính; chỉ năm mới được quyết định xếp loại'] : []),
  ];
}

export function rankingTables({ keys, yearsBasis, levels, rows, apart }: RankingInputs): readonly SummaryTable[] {
  const order = keys.map((key) => word(KEYS, key)).join(', ');
  const byLevel = 'Các năm được so theo mức (HTXS 4, HTT 3, HT 2, KHT 1), vì có năm theo quy định khác.';
  return [
    table('Số người theo mức', levels, (text, number) => [
      text('level', 'Mức', (each) => level(each.level)),
      number('count', 'Số người', ({ count }) => String(count)),
    ]),
    table(
      'Xếp hạng',
      rows,
      (text, number) => [
        number('rank', 'Hạng', ({ rank }) => String(rank)),
        ...person(text),
        number('total', 'Điểm', ({ total }) => figure(total)),
        text('level', 'Mức', (row) => mark(row.level)),
        number('result', 'Kết quả', ({ resultPoints }) => figure(resultPoints)),
        number('general', 'Tiêu chí chung', ({ general }) => figure(general)),
        number('delays', 'Lần chậm', ({ delays }) => String(delays)),
        text('years', 'Các năm', ({ years }) => years.map(year).join('; ') || NONE),
        text('decidedBy', 'Quyết định bởi', ({ decidingKey }) =>
          decidingKey === null ? NONE : word(KEYS, decidingKey),
        ),
        text('blocks', 'Điều kiện vướng', (row) => blocks(row.blocks)),
      ],
      [
        note(`Xếp theo thứ tự: ${order}. Người bằng nhau ở mọi tiêu chí cùng hạng (1, 2, 2, 4).`, 'ASSUMPTION'),
        note('Điều kiện vướng loại khỏi lựa chọn, không hạ hạng và không hạ điểm.', 'ASSUMPTION'),
        ...(yearsBasis === 'LEVEL_POINTS' ? [note(byLevel, 'ASSUMPTION')] : []),
      ],
    ),
    table('Xếp riêng: chưa đủ dữ liệu', apart, (text) => [
      ...person(text),
      text('reason', 'Vì sao', ({ reason }) => word(APART, reason)),
    ]),
  ];
}

export function shortlistLines(inputs: ShortlistInputs): readonly string[] {
  const { post, unit, postUnit = unit, judgedOn, within, tableVersion } = inputs;
  return [
    `Chức vụ: ${word(POSTS, post)}, ${postUnit.name} · điều kiện xét đến ngày ${toVietnameseDate(judgedOn)}`,
    ...(within === null ? [] : [`Xét trong ${within.name}`]),
    tableVersion === 0 ? 'Theo bảng điều kiện có sẵn' : `Theo bảng điều kiện của cơ quan, phiên bản ${tableVersion}`,
  ];
}

/** One table of people, and each condition with its ground below. */
export function shortlistTables({ rows }: ShortlistInputs): readonly SummaryTable[] {
  const conditions = rows[0]?.conditions ?? [];
  return [
    table(
      'Danh sách đề xuất',
      rows,
      (text) => [
        ...person(text),
        text('state', 'Tổng hợp', ({ state }) => word(LISTED, state)),
        ...conditions.map(({ needed }, index) =>
          text(`condition${index + 1}`, needed, (row) => {
            const condition = row.conditions[index];
            return condition === undefined ? NONE : `${word(CONDITION, condition.state)}: ${condition.found}`;
          }),
        ),
      ],
      [
        ...conditions.map(({ needed, certainty }) => note(needed, certainty)),
        note('Danh sách không xếp theo điểm. "Chưa rõ" không phải là chưa đạt.', 'ASSUMPTION'),
      ],
    ),
  ];
}

export function comparisonLines({ period: of, byLevel }: ComparisonInputs): readonly string[] {
  return [period(of), ...(byLevel ? ['Các cá nhân không cùng nhóm so sánh được: chỉ so theo mức'] : [])];
}

export function comparisonTables({ rows, byLevel }: ComparisonInputs): readonly SummaryTable[] {
  // In the order of the form; a component that nobody here has would be a column of dashes.
  const components = byLevel
    ? []
    : Object.keys(COMPONENTS).filter((key) => rows.some((row) => (row.components[key] ?? null) !== null));
  return [
    table('So sánh', rows, (text, number) => [
      ...person(text),
      text('level', 'Mức', (row) => level(row.level)),
      ...(byLevel ? [] : [number('total', 'Điểm', ({ total }) => figure(total))]),
      ...components.map((key) =>
        number(key, word(COMPONENTS, key), ({ components: of }) =>
          SHARES.includes(key) ? share(of[key] ?? null) : figure(of[key] ?? null),
        ),
      ),
      text('titles', 'Danh hiệu, khen thưởng', ({ titles }) => titles.join('; ') || NONE),
      text('findings', 'Phát hiện qua kiểm tra', ({ findings }) =>
        findings === null
          ? 'không thuộc quyền xem'
          : `${findings.open} chưa khắc phục, ${findings.closed} đã khắc phục`,
      ),
      text('blocks', 'Điều kiện vướng', (row) => blocks(row.blocks)),
    ]),
    table(
      'Diễn biến các kỳ',
      rows.flatMap(({ name, trend }) => trend.map((at) => ({ name, ...at }))),
      (text, number) => [
        text('name', 'Họ và tên', ({ name }) => name),
        text('period', 'Kỳ', (at) => period(at.period)),
        ...(byLevel ? [] : [number('total', 'Điểm', ({ total }) => figure(total))]),
        text('level', 'Mức', (at) => mark(at.level)),
      ],
    ),
    table(
      'Khối lượng việc quy đổi',
      rows.flatMap(({ name, workload }) => workload.map((at) => ({ name, ...at }))),
      (text, number) => [
        text('name', 'Họ và tên', ({ name }) => name),
        text('period', 'Tháng', (at) => period(at.period)),
        number('assigned', 'Được giao', ({ assigned }) => figure(assigned)),
        number('done', 'Hoàn thành', ({ done }) => figure(done)),
        number('late', 'Chậm', ({ late }) => figure(late)),
      ],
    ),
  ];
}
