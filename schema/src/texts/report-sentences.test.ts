import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../primitives/local-date.ts';
import { expectOk } from '../primitives/result.ts';
import {
  REPORT_FIGURE_KEYS,
  REPORT_SECTION_KEYS,
  REPORT_SECTIONS,
  type ReportFigureKey,
  type ReportFigures,
} from '../registers/registers.ts';
import { reportSentences } from './report-sentences.ts';
import { reportCodeText, reportFigureTexts, reportSectionTexts } from './report-texts.ts';

const names = {
  unit: 'UBND tỉnh An Bình',
  from: expectOk(parseLocalDate('2025-01-01')),
  to: expectOk(parseLocalDate('2025-12-31')),
};

function figure(key: ReportFigureKey, value: number, codes: Readonly<Record<string, number>> = {}) {
  return { key, value, breakdown: Object.entries(codes).map(([code, each]) => ({ code, value: each })) };
}

/** What one province published for a period. Source: domain.md 10, facts from reports. */
const published: ReportFigures = [
  figure('inspections.ended', 53, {
    OTHER: 9,
    PUBLIC_DUTY: 8,
    SPECIALISED: 12,
    CITIZEN_RECEPTION: 11,
    ANTI_CORRUPTION: 13,
    ADMINISTRATIVE_REFORM: 0,
  }),
  figure('conclusions.issued', 51),
  figure('review.collectives', 20),
  figure('review.people', 6),
];

describe('the published figures of a province', () => {
  const [opening, inspections, ...others] = reportSentences(published, names);

  it('read as the province wrote them', () => {
    expect(opening?.text).toBe('Báo cáo của UBND tỉnh An Bình từ ngày 01/01/2025 đến ngày 31/12/2025.');
    expect(inspections).toMatchObject({
      heading: 'Thanh tra, kiểm tra',
      text: 'Trong kỳ, đã kết thúc 53 cuộc thanh tra, kiểm tra, trong đó 8 cuộc về công vụ, 11 cuộc về tiếp công dân và giải quyết khiếu nại, tố cáo, 13 cuộc về phòng, chống tham nhũng, 21 cuộc về lĩnh vực khác; đã ban hành 51 kết luận. Qua thanh tra, kiểm tra đã kiến nghị kiểm điểm rút kinh nghiệm đối với 20 tập thể và 6 cá nhân.',
    });
    expect(others).toEqual([]);
  });

  it('hold exactly these numbers, each leading to its rows', () => {
    expect(inspections?.text.match(/\d+/g)).toEqual(['53', '8', '11', '13', '21', '51', '20', '6']);
    expect(inspections?.figures.map(({ key, code, value }) => `${key} ${code} ${value}`)).toEqual([
      'inspections.ended null 53',
      'inspections.ended PUBLIC_DUTY 8',
      'inspections.ended CITIZEN_RECEPTION 11',
      'inspections.ended ANTI_CORRUPTION 13',
      'inspections.ended SPECIALISED 12',
      'inspections.ended OTHER 9',
      'conclusions.issued null 51',
      'review.collectives null 20',
      'review.people null 6',
    ]);
  });

  it('read in English too', () => {
    expect(reportSentences(published, names, 'en')[1]?.text).toBe(
      'In the period 53 inspection(s) ended, of which 8 of public duty, 11 of citizen reception, complaints and denunciations, 13 of anti-corruption, 21 of other fields; 51 conclusion(s) were issued. The inspections recommended self-criticism of 20 collective(s) and 6 person(s).',
    );
  });
});

describe('the other sections', () => {
  const full: ReportFigures = [
    figure('discipline.recommended', 2),
    figure('findings', 5, { WORKING_HOURS: 3, ATTITUDE: 2 }),
    figure('findings.good', 1),
    figure('followUp.done', 4),
    figure('followUp.open', 3),
    figure('followUp.overdue', 1),
    figure('coverage.units', 32),
    figure('coverage.visited', 10),
    figure('coverage.never', 22),
    figure('discipline', 3, { REPRIMAND: 2, WARNING: 1 }),
    figure('commendation', 7, { LDTT: 6, 'Giấy khen cũ': 1 }),
    figure('levels', 9, { GOOD: 8, NOT_CLASSIFIED: 1 }),
    figure('feedback.received', 6, { REFLECTION: 6 }),
    figure('feedback.answered', 5),
    figure('feedback.inTime', 4),
    figure('feedback.late', 2),
    figure('feedback.upheld', 1),
    figure('coordination.asked', 5),
    figure('coordination.inTime', 4),
    figure('coordination.late', 1),
    figure('coordination.unclear', 1),
  ];

  it('say every number that is not 0, in sentences', () => {
    expect(
      reportSentences(full, names)
        .slice(1)
        .map(({ text }) => text),
    ).toEqual([
      'Qua thanh tra, kiểm tra đã kiến nghị xem xét xử lý kỷ luật 2 trường hợp.',
      'Đã phát hiện 5 tồn tại, hạn chế, trong đó 3 về chấp hành giờ làm việc, 2 về thái độ phục vụ. Đã ghi nhận 1 cách làm hay để nhân rộng. Đã thực hiện, khép lại 4 kiến nghị; còn 3 kiến nghị chưa thực hiện xong, trong đó 1 kiến nghị quá hạn.',
      'Trong 32 cơ quan, đơn vị, đã kiểm tra 10 cơ quan, đơn vị; còn 22 chưa được kiểm tra lần nào.',
      'Đã ban hành 3 quyết định kỷ luật: 2 khiển trách, 1 cảnh cáo.',
      'Đã khen thưởng 7 lượt tập thể, cá nhân: 6 lao động tiên tiến, 1 giấy khen cũ.',
      'Đã quyết định xếp loại chất lượng 9 người: 8 hoàn thành tốt nhiệm vụ, 1 không xếp loại.',
      'Đã tiếp nhận 6 phản ánh, kiến nghị, khiếu nại, tố cáo; đã trả lời 5, trong đó 4 đúng hạn; 2 chậm hoặc quá hạn; 1 có nội dung đúng hoặc đúng một phần.',
      'Có 5 lượt đề nghị phối hợp; 4 lượt trả lời đúng hạn; 1 lượt chậm hoặc quá hạn; 1 lượt trả lời chưa rõ chính kiến.',
    ]);
  });

  it('leave out a clause whose number is 0, and begin with a capital', () => {
    const only = (key: ReportFigureKey) => reportSentences([figure(key, 1)], names, 'vi')[1]?.text;
    expect(only('conclusions.issued')).toBe('Trong kỳ, đã ban hành 1 kết luận.');
    expect(only('review.people')).toContain('đối với 1 cá nhân.');
    expect(only('followUp.overdue')).toBe('1 kiến nghị quá hạn.');
    expect(only('coverage.visited')).toBe('Đã kiểm tra 1 cơ quan, đơn vị.');
  });

  it.each(['vi', 'en'] as const)('name each number of the text by its figure (%s)', (locale) => {
    for (const { text, figures, heading } of reportSentences(full, names, locale).slice(1)) {
      expect(text.match(/\d+/g)).toEqual(figures.map(({ value }) => String(value)));
      expect([heading === null, /undefined|#/.test(text)]).toEqual([false, false]);
    }
  });

  it.each(['vi', 'en'] as const)('say that nothing happened (%s)', (locale) => {
    const empty = [
      ...REPORT_FIGURE_KEYS.map((key) => figure(key, 0)),
      figure('coverage.units', 32),
      figure('coverage.never', 32),
    ];
    const said = reportSentences(empty, names, locale).map(({ text }) => text);
    expect(said[1]).toBe(locale === 'vi' ? 'Trong kỳ không phát sinh số liệu.' : 'Nothing was recorded in the period.');
    expect(said).toHaveLength(2);
  });
});

describe('the words of the report', () => {
  it('name each section and figure once', () => {
    expect(REPORT_SECTIONS.flatMap(({ figures }) => figures)).toEqual([...REPORT_FIGURE_KEYS]);
    expect(REPORT_SECTIONS.map(({ key }) => key)).toEqual([...REPORT_SECTION_KEYS]);
    for (const texts of [Object.values(reportFigureTexts), Object.values(reportSectionTexts)])
      for (const locale of ['vi', 'en'] as const)
        expect(new Set(texts.map((text) => text[locale])).size).toBe(texts.length);
  });

  it('say codes in words, and leave a free text as it is', () => {
    expect(reportCodeText('coverage.never', 'USING_AGENCY').vi).toBe('Cơ quan sử dụng công chức');
    expect(reportCodeText('coordination.late', 'REQUEST').vi).toBe('Đề nghị phối hợp');
    expect(reportCodeText('discipline', 'DISMISSAL').vi).toBe('Buộc thôi việc');
    expect(reportCodeText('levels', 'NOT_CLASSIFIED').vi).toBe('Không xếp loại');
    expect(reportCodeText('feedback.upheld', 'UPHELD').en).toBe('Upheld');
    expect(reportCodeText('commendation', 'Kỷ niệm chương')).toEqual({ vi: 'Kỷ niệm chương', en: 'Kỷ niệm chương' });
    expect(reportCodeText('commendation', 'constructor').vi).toBe('constructor');
    for (const key of REPORT_FIGURE_KEYS) expect(reportCodeText(key, 'none').vi).toBe('none');
  });
});
