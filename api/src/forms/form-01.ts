import { multiply, whole } from '@congvu/schema/primitives/rational';
import type { ExplanationLine, ScoreStep, Source } from '@congvu/schema/scoring';
import { certaintyTexts, citation, levelTexts, stepTexts } from '@congvu/schema/texts';
import type { Form01 } from './form-01.facts.ts';
import {
  type Block,
  type Cell,
  heading,
  labelled,
  letterhead,
  note,
  notice,
  paragraph,
  signatures,
  table,
} from './form-blocks.ts';
import type { FormDocument } from './form-document.ts';
import { BLANK, day, decimal, displayed, exactBehind, figure, periodText } from './written.ts';

/** The letters of the components in the decree (art. 14, 15); đ is a letter of its own. */
const LETTERS: Readonly<Partial<Record<ScoreStep, string>>> = {
  quantity: 'a',
  quality: 'b',
  progress: 'c',
  unitResult: 'd',
  organising: 'đ',
  cohesion: 'e',
};

/** Marks what does not rest on a text we read; the note below says what each such source is. */
const UNCONFIRMED = ' (*)';

/** Mẫu 01, Phiếu theo dõi, đánh giá (Nghị định 335/2025/NĐ-CP Annex II; fields by domain.md 3.11). */
export function form01(form: Form01, demonstration: boolean): FormDocument {
  return {
    title: `Phiếu theo dõi, đánh giá ${periodText(form.period)} - ${form.employeeName}`,
    changedAt: form.changedAt,
    demonstration,
    blocks: [
      letterhead(form.superior, form.unit),
      paragraph('PHIẾU THEO DÕI, ĐÁNH GIÁ', { bold: true, align: 'center', after: 0 }),
      paragraph(capitalised(periodText(form.period)), { bold: true, align: 'center', after: 8 }),
      ...notices(form),
      labelled('Họ và tên', form.employeeName),
      labelled('Mã cán bộ, công chức, viên chức', form.employeeCode),
      labelled('Chức vụ, chức danh', form.title ?? BLANK),
      labelled('Cơ quan, đơn vị', form.superior === null ? form.unit : `${form.unit}, ${form.superior}`),
      ...generalSection(form),
      ...resultSection(form),
      ...totalSection(form),
      ...wordsSection(form),
      signatures(
        {
          as: 'Người tự đánh giá',
          date: day(form.selfScoredAt),
          how: form.selfScoredAt === null ? null : '(Đã tự đánh giá trên hệ thống)',
          name: form.employeeName,
        },
        {
          as: 'Cấp có thẩm quyền theo dõi, đánh giá',
          date: day(form.confirmedAt),
          how: form.confirmedAt === null ? null : '(Đã xác nhận trên hệ thống)',
          name: form.confirmedBy,
        },
      ),
      ...smallPrint(form),
    ],
  };
}

function notices({ provisional, replacedBy, revision }: Form01): readonly Block[] {
  if (replacedBy !== null) {
    const why = replacedBy.reason === null ? '' : ` Lý do: ${replacedBy.reason}`;
    return [
      notice(
        `BẢN ĐÃ ĐƯỢC THAY THẾ: bản số ${revision} được thay thế bằng bản số ${replacedBy.revision} ngày ${day(replacedBy.on)}.${why}`,
      ),
    ];
  }
  return provisional ? [notice('BẢN TẠM TÍNH: phiếu chưa được cấp có thẩm quyền xác nhận')] : [];
}

function generalSection(form: Form01): readonly Block[] {
  const { ruleSet } = form;
  const points = (code: string) => form.criteria.find((each) => each.code === code);
  const right = (text: string, bold = false): Cell => ({ text, bold, align: 'center' });
  const rows = ruleSet.groups.flatMap((group) => [
    [
      right(group.code, true),
      { text: group.name.vi + markOf(group.source), bold: true },
      right(figure(group.maximum), true),
      '',
      '',
      '',
    ],
    ...ruleSet.criteria
      .filter((criterion) => criterion.group === group.code)
      .map((criterion) => {
        const row = points(criterion.code);
        return [
          right(criterion.code),
          criterion.name.vi + markOf(criterion.source),
          right(figure(criterion.maximum)),
          right(decimal(row?.selfPoints ?? null)),
          right(decimal(row?.confirmedPoints ?? null)),
          row?.remark ?? '',
        ];
      }),
  ]);
  return [
    heading(`I. TIÊU CHÍ CHUNG (tối đa ${figure(ruleSet.generalMaximum)} điểm)`),
    table(
      [13, 70, 18, 18, 20, 26],
      ['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm xác nhận', 'Nhận xét'],
      [
        ...rows,
        [
          { text: 'Tổng điểm tiêu chí chung', bold: true, span: 2 },
          right(figure(ruleSet.generalMaximum), true),
          right(figure(form.selfGeneral), true),
          right(figure(form.general), true),
          '',
        ],
      ],
    ),
  ];
}

function resultSection({
  lines,
  resultPoints,
  ruleSet,
  organisingEvidence,
  cohesionEvidence,
}: Form01): readonly Block[] {
  const title = heading(`II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ (tối đa ${figure(ruleSet.resultMaximum)} điểm)`);
  if (lines.length === 0) {
    return [
      title,
      paragraph('Chưa đủ dữ liệu để tính điểm: kỳ này chưa có sản phẩm được giao hoặc chưa có điểm tiêu chí chung.'),
    ];
  }
  const steps = lines.filter(
    (line) => line.step !== 'general' && (line.step !== 'sectionCap' || line.points.numerator !== 0n),
  );
  return [
    title,
    table(
      [13, 60, 24, 20, 48],
      ['TT', 'Thành phần', 'Mức đạt (%)', 'Điểm', 'Căn cứ'],
      [
        ...steps.map((line) => [
          { text: LETTERS[line.step] ?? '', align: 'center' as const },
          stepTexts[line.step].vi + markOf(line.source),
          { text: line.step === 'sectionCap' ? '' : percent(line), align: 'center' as const },
          { text: figure(line.points), align: 'center' as const },
          citation(line.source, 'vi'),
        ]),
        [
          { text: 'Tổng điểm kết quả thực hiện nhiệm vụ', bold: true, span: 3 },
          { text: figure(resultPoints), bold: true, align: 'center' as const },
          '',
        ],
      ],
    ),
    ...evidence('đ', organisingEvidence),
    ...evidence('e', cohesionEvidence),
  ];
}

function evidence(letter: string, text: string | null): readonly Block[] {
  return text === null ? [] : [labelled(`Minh chứng thành phần ${letter}`, text)];
}

function percent(line: ExplanationLine): string {
  return figure(multiply(line.value, whole(100)));
}

function totalSection({ total, display, level, general, provisional }: Form01): readonly Block[] {
  const exact = total === null ? null : exactBehind(total);
  const source = general === null ? 'điểm tự chấm' : 'điểm đã xác nhận';
  return [
    heading('III. TỔNG ĐIỂM'),
    labelled(
      'Tổng điểm (tiêu chí chung + kết quả)',
      `${displayed(display)}${exact === null ? '' : ` (chính xác: ${exact})`}`,
    ),
    labelled('Mức tương ứng với điểm', level === null ? 'chưa đủ dữ liệu' : levelTexts[level].vi),
    note(
      `Mức nêu trên là tạm tính theo ${source}${provisional ? ', chưa xác nhận' : ''}; việc xếp loại chỉ thực hiện theo năm và do cấp có thẩm quyền quyết định.`,
    ),
  ];
}

function wordsSection(form: Form01): readonly Block[] {
  const part = (title: string, text: string | null): readonly Block[] => [
    heading(title),
    paragraph(text ?? (form.replacedBy === null ? BLANK : '(xem bản hiện hành)'), { align: 'both' }),
  ];
  return [
    ...part('IV. ƯU ĐIỂM', form.strengths),
    ...part('V. HẠN CHẾ, KHUYẾT ĐIỂM', form.limitations),
    ...part('VI. Ý KIẾN CỦA CẤP CÓ THẨM QUYỀN', form.opinion),
  ];
}

function smallPrint(form: Form01): readonly Block[] {
  const { ruleSet } = form;
  const sources = [...ruleSet.groups, ...ruleSet.criteria, ...form.lines].map((each) => each.source);
  const unconfirmed = [...new Set(sources.map((source) => source.certainty))].filter((each) => each !== 'VERIFIED');
  return [
    paragraph('', { after: 6 }),
    note(`Các mục theo Mẫu 01 Phụ lục II Nghị định 335/2025/NĐ-CP; cách trình bày bảng của hệ thống Công vụ.`),
    note('Số liệu hiển thị được làm tròn đến hai chữ số thập phân; tổng được tính trên giá trị chính xác.'),
    note(
      `Bộ quy tắc: ${ruleSet.name.vi}, phiên bản ${ruleSet.version}. Danh mục sản phẩm: ${form.catalogue ?? 'chưa gắn'}.`,
    ),
    ...(unconfirmed.length === 0
      ? []
      : [note(`(*) ${unconfirmed.map((certainty) => certaintyTexts[certainty].vi).join('; ')}.`)]),
    note(`Mã phiếu ${form.sheetId}, bản số ${form.revision}.`),
  ];
}

function markOf(source: Source): string {
  return source.certainty === 'VERIFIED' ? '' : UNCONFIRMED;
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
