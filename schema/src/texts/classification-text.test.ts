import { describe, expect, it } from 'vitest';
import { classifyAgency, liveQuota, readQuota } from '../classification/classification.ts';
import {
  classifyAlone,
  decidedUnit,
  decree,
  exact,
  makePerson,
  parseMonths,
} from '../classification/scenarios/year-notation.ts';
import { months, type Period } from '../primitives/period.ts';
import { whole } from '../primitives/rational.ts';
import { classificationText, liveQuotaText, monthsText } from './classification-text.ts';

function explain(
  person: ReturnType<typeof makePerson>,
  unit = decidedUnit,
  locale: 'vi' | 'en' = 'vi',
): readonly string[] {
  return classifyAlone(person, unit).trace.map((line) => classificationText(decree, line, locale));
}

describe('the explanation of a year', () => {
  it('says each step with its figures, rule and source in Vietnamese', () => {
    const person = makePerson('x', '93', {
      post: 'HEAD',
      months: parseMonths('94.5 91 - 90 92 95 89 93 90 91 90 92'),
      discipline: [{ form: 'REPRIMAND', cause: 'UNRELATED', countsInYear: true }],
    });
    const rules = decree.year.rules;
    expect(explain(person)).toEqual([
      `Điểm năm 91,59: trung bình của 11 tháng có điểm; thực tế làm việc 12 tháng. ${rules.mean.text.vi} (Điều 16, 17 Nghị định 335/2025/NĐ-CP).`,
      `Được xếp loại: làm việc 12 tháng, tối thiểu 6 tháng. ${rules.eligibility.text.vi} (Điều 11, 19 Nghị định 335/2025/NĐ-CP).`,
      `Mức theo điểm: Hoàn thành xuất sắc nhiệm vụ (91,59, từ 90 trở lên). ${rules.scoreLevel.text.vi} (Điều 20 Nghị định 335/2025/NĐ-CP).`,
      `Có kỷ luật để xem xét (khiển trách, không liên quan đến công vụ và suy thoái); mức không đổi. ${rules.unrelatedDiscipline.text.vi} (Điều 11(3) Nghị định 335/2025/NĐ-CP).`,
      `Mức của đơn vị: Hoàn thành tốt nhiệm vụ; từ Hoàn thành xuất sắc nhiệm vụ thành Hoàn thành tốt nhiệm vụ. ${rules.headCap.text.vi} (Điều 20(6) Nghị định 335/2025/NĐ-CP).`,
    ]);
  });

  it('says the same in English', () => {
    const forced = makePerson('x', '45', {
      discipline: [{ form: 'WARNING', cause: 'PUBLIC_DUTY', countsInYear: true }],
    });
    const lines = explain(forced, decidedUnit, 'en');
    expect(lines[0]).toMatch(/^Year's figure 45: the mean of 12 months with a figure; 12 months worked\. /);
    expect(lines[2]).toMatch(/^Level by score: Not completed \(45, below every threshold\)\. /);
    expect(lines[3]).toMatch(/^Forced level \(warning, related to public duty\): stays Not completed\. A violation/);
    for (const line of lines) expect(line).toMatch(/ \(335\/2025\/NĐ-CP, art\. \d.*\)\.$/);
  });

  it.each([
    [makePerson('x', '92', { workedMonths: whole(5) }), 'Không xếp loại: làm việc 5 tháng, tối thiểu 6 tháng.'],
    [makePerson('x', '0', { months: parseMonths('-') }), 'Không xếp loại: không có điểm.'],
    [
      makePerson('x', '92', { workedMonths: exact('4.5'), leave: 'SICK_OR_MATERNITY' }),
      'Được xếp loại: làm việc 4,5 tháng, tối thiểu 6 tháng; nghỉ ốm đau, thai sản theo chế độ bảo hiểm xã hội.',
    ],
  ])('says why somebody is classified or not', (person, sentence) => {
    expect(explain(person)[1]?.startsWith(`${sentence} `)).toBe(true);
  });

  it('says that no month has a figure', () => {
    const person = makePerson('x', '0', { months: parseMonths('-') });
    expect(explain(person)[0]).toMatch(/^Không tháng nào trong năm có điểm\. /);
    expect(explain(person, decidedUnit, 'en')[0]).toMatch(/^No month of the year has a figure\. /);
  });

  it('says that a head waits for the unit', () => {
    const head = makePerson('x', '93', { post: 'HEAD' });
    const unit = { level: null, isOutstanding: false };
    expect(explain(head, unit).at(-1)).toMatch(/^Đơn vị chưa được xếp loại: chờ\. /);
    expect(explain(head, unit, 'en').at(-1)).toMatch(/^The unit's level is not decided: it waits\. /);
    expect(explain(makePerson('x', '75', { post: 'HEAD' })).at(-1)).toMatch(
      /^Mức của đơn vị: Hoàn thành tốt nhiệm vụ; giữ mức Hoàn thành tốt nhiệm vụ\. /,
    );
  });

  it('forces by what is concluded without a discipline to name', () => {
    expect(explain(makePerson('x', '93', { hasDegradation: true })).at(-1)).toMatch(
      /^Mức bắt buộc: từ Hoàn thành xuất sắc nhiệm vụ thành Không hoàn thành nhiệm vụ\. Cấp có thẩm quyền kết luận/,
    );
  });

  it('tells the quota with the place and what made the difference', () => {
    const people = [
      makePerson('a', '94', { delays: 1 }),
      makePerson('b', '94'),
      ...Array.from({ length: 4 }, (_, index) => makePerson(`o${index}`, '80')),
    ];
    const [a, b] = classifyAgency(decree, { unit: decidedUnit, people }).people;
    const text = (person: typeof a, index: number, locale: 'vi' | 'en') => {
      const line = person?.trace.at(index);
      return line === undefined ? '' : classificationText(decree, line, locale);
    };
    expect(text(a, -1, 'vi')).toMatch(
      /^Trong nhóm: 6 người hoàn thành tốt trở lên, tối đa 1 người xuất sắc; xếp thứ 2 trong 2 người đạt điểm xuất sắc; từ Hoàn thành xuất sắc nhiệm vụ thành Hoàn thành tốt nhiệm vụ, khác nhau ở: số lần chậm không được miễn trừ\. /,
    );
    expect(text(a, -1, 'en')).toMatch(/place 2 of 2 .* the difference being: delays that are not exempt\. /);
    expect(text(b, -1, 'vi')).toMatch(/^Trong toàn cơ quan: 6 người .* giữ mức Hoàn thành xuất sắc nhiệm vụ\. /);
    expect(text(b, -1, 'en')).toMatch(/^In the whole agency: 6 people .* stays Outstanding\. /);
  });

  it('still says what was found where the rule set has no such rule', () => {
    const [line] = classifyAlone(makePerson('x', '93')).trace;
    if (line === undefined) throw new Error('a mean');
    expect(classificationText(decree, { ...line, rule: 'other.year.mean' }, 'vi')).toBe(
      'Điểm năm 93: trung bình của 12 tháng có điểm; thực tế làm việc 12 tháng. (Điều 16, 17 Nghị định 335/2025/NĐ-CP)',
    );
  });
});

describe('the months of a year', () => {
  it('are named with their figures and notes', () => {
    const [first, second, third] = months('2026' as Period);
    if (first === undefined || second === undefined || third === undefined) throw new Error('twelve months');
    const given = [
      { period: first, total: exact('94.5') },
      { period: second, total: null, note: 'thai sản' },
      { period: third, total: exact('263/3'), note: null },
    ];
    expect(monthsText(given, 'vi')).toBe('Tháng 1: 94,5; tháng 2: không có điểm (thai sản); tháng 3: 87,67');
    expect(monthsText(given.slice(1), 'en')).toBe('Month 2: no figure (thai sản); month 3: 87.67');
  });
});

describe('the live quota', () => {
  it('is told for the group and the agency, or for the agency alone', () => {
    const reading = readQuota(decree.year.quota, false);
    const counts = { group: { pool: 23, outstanding: 4 }, agency: { pool: 47, outstanding: 4 } };
    expect(liveQuotaText(liveQuota(reading, counts), 'vi')).toEqual([
      'Nhóm: đã có 4 trên tối đa 4 người hoàn thành xuất sắc; người này sẽ là người thứ 5, vượt tỷ lệ.',
      'Cơ quan: đã có 4 trên tối đa 8 người hoàn thành xuất sắc; người này sẽ là người thứ 5.',
    ]);
    expect(liveQuotaText(liveQuota({ ...reading, perGroup: false }, counts), 'en')).toEqual([
      'Agency: 4 of at most 8 outstanding; this person would be number 5.',
    ]);
    expect(liveQuotaText(liveQuota(reading, counts), 'en')[0]).toMatch(/number 5, beyond the quota\.$/);
  });
});
