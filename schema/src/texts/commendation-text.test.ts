import { describe, expect, it } from 'vitest';
import { COMMENDATION_TITLE_TABLE, judgeCollective, judgePerson, STRICT_TITLE_TABLE } from '../registers/registers.ts';
import { conditionText, missingConditionText } from './commendation-text.ts';

const facts = {
  year: 2026,
  level: 'COMPLETED',
  titles: [],
  levels: [],
  initiatives: [],
  pending: false,
  held: 'đang xác minh',
} as const;
const title = (code: string) => {
  const found = COMMENDATION_TITLE_TABLE.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const missing = (code: string, locale: 'vi' | 'en') =>
  judgePerson(title(code), facts).missing.map((each) => missingConditionText(each, locale));

describe('what a title lacks', () => {
  it('is said with what is needed and what there is', () => {
    expect(missing('LDTT', 'vi')).toEqual([
      'Xếp loại Hoàn thành xuất sắc nhiệm vụ hoặc Hoàn thành tốt nhiệm vụ (hiện có: hoàn thành nhiệm vụ)',
      'Không bị tạm dừng xét khen thưởng (hiện có: đang tạm dừng xét)',
    ]);
    expect(missing('CSTD_TINH', 'vi').slice(0, 2)).toEqual([
      'Có 3 năm liên tục đạt “Chiến sĩ thi đua cơ sở” (hiện có: 0)',
      'Có 1 sáng kiến được công nhận, ảnh hưởng trong bộ, ban, ngành, tỉnh, trong 3 năm (hiện có: 0)',
    ]);
    expect(missing('BANG_KHEN_TINH', 'vi')[0]).toBe(
      'Có 2 năm liên tục xếp loại Hoàn thành xuất sắc nhiệm vụ và Có 2 sáng kiến được công nhận, ảnh hưởng trong đơn vị, trong 2 năm; hoặc Có 2 năm liên tục đạt “Chiến sĩ thi đua cơ sở” (hiện có: chưa có)',
    );
    expect(missing('LDTT', 'en')[0]).toBe('Level: Outstanding or Good (found: completed)');
  });

  it('is said of a collective by its members', () => {
    const unit = { year: 2026, members: 20, membersByLevel: { COMPLETED: 20 }, titled: { LDTT: 10 }, held: null };
    const lacks = (code: string) =>
      judgeCollective(title(code), { ...unit, worstForm: 'WARNING' }).missing.map((each) =>
        missingConditionText(each, 'vi'),
      );
    expect(lacks('TTLDTT')).toEqual([
      'Trên 50 % cá nhân đạt “Lao động tiên tiến” (hiện có: 10/20)',
      'Không có cá nhân bị kỷ luật từ cảnh cáo trở lên (hiện có: cảnh cáo)',
    ]);
    expect(lacks('TTLDXS')[0]).toBe('Ít nhất 70 % cá nhân đạt “Lao động tiên tiến” (hiện có: 10/20)');
  });

  it('says in words that a collective has nobody', () => {
    const empty = { year: 2026, members: 0, membersByLevel: {}, titled: {}, worstForm: null, held: null };
    const [share] = judgeCollective(title('TTLDTT'), empty).missing.map((each) => ({
      vi: missingConditionText(each, 'vi'),
      en: missingConditionText(each, 'en'),
    }));
    expect(share).toEqual({
      vi: 'Trên 50 % cá nhân đạt “Lao động tiên tiến” (hiện có: tập thể chưa có ai để xét)',
      en: 'More than 50 % of the members with "Advanced worker" (found: nobody to count in it)',
    });
  });

  it('has words for every condition of the tables, in both languages', () => {
    for (const { conditions } of [...COMMENDATION_TITLE_TABLE, ...STRICT_TITLE_TABLE])
      for (const condition of conditions) {
        const [vi, en] = [conditionText(condition, 'vi'), conditionText(condition, 'en')];
        expect([vi === en, /undefined/.test(vi + en), vi.length > 5, en.length > 5]).toEqual([
          false,
          false,
          true,
          true,
        ]);
      }
  });
});
