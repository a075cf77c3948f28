import { describe, expect, it } from 'vitest';
import { type OrganisationFacts, proposeOrganisations, scoreOrganisation } from '../organisation/organisation.ts';
import { type Rational, whole } from '../primitives/rational.ts';
import { builtInRuleSets } from '../rulesets/rulesets.ts';
import type { OrganisationRuleSet } from '../scoring/scoring.ts';
import { organisationText } from './organisation-text.ts';

const found = builtInRuleSets.get('ND335-2025/ORGANISATION');
if (found.kind !== 'ORGANISATION') throw new Error('the rule set of organisations');
const decree: OrganisationRuleSet = found;

function facts(total: Rational, change: Partial<OrganisationFacts> = {}): OrganisationFacts {
  return {
    total,
    tasks: { total: whole(40), done: whole(40), late: whole(0), beyond: whole(10) },
    isQualityMet: true,
    areDefectsRemedied: true,
    hasSubordinateNotCompleted: false,
    hasPersonnelWrongdoing: false,
    isForceMajeure: false,
    ...change,
  };
}

function explain(given: readonly OrganisationFacts[], locale: 'vi' | 'en'): readonly string[] {
  const units = given.map((each, index) => ({
    code: `u${index}`,
    parent: null,
    authority: 'UBND',
    decidedLevel: null,
    results: whole(60),
    facts: each,
  }));
  const [first] = proposeOrganisations(decree, units).organisations;
  return (first?.trace ?? []).map((line) => organisationText(decree, line, locale));
}

describe('the explanation of an organisation’s year', () => {
  it('names the points and what was redistributed', () => {
    const items = decree.items.map((item) => ({ ...item, maximum: whole(item.code === 'a' ? 28 : 6) }));
    const { trace } = scoreOrganisation(
      { ...decree, items },
      {
        general: decree.groups.map(({ code }) => ({ group: code, points: whole(9) })),
        items: items.map(({ code, optional }) => ({ item: code, points: optional ? null : whole(5) })),
      },
    );
    expect(trace.map((line) => organisationText(decree, line, 'vi'))).toEqual([
      `Tiêu chí chung: 27 trên 30 điểm. ${decree.rules.general.text.vi} (Điều 6, 7 Nghị định 335/2025/NĐ-CP).`,
      `Kết quả: 36,21 trên 70 điểm; không áp dụng mục g, h, hệ số 1,21. ${decree.rules.results.text.vi} (Điều 6, 7 Nghị định 335/2025/NĐ-CP).`,
    ]);
    expect(trace.map((line) => organisationText(decree, line, 'en'))[1]).toMatch(
      /^Results: 36\.21 of 70 points; items that do not apply: g, h, factor 1\.21\. /,
    );
  });

  it('names the condition that is missing where the score reaches outstanding', () => {
    expect(explain([facts(whole(92))], 'vi')).toEqual([
      `92 điểm; hoàn thành 100 %, chậm 0 %, vượt yêu cầu 25 % số nhiệm vụ; chưa đủ tỷ lệ nhiệm vụ vượt yêu cầu: Hoàn thành tốt nhiệm vụ. ${decree.rules.gap.text.vi} (Điều 8 Nghị định 335/2025/NĐ-CP).`,
    ]);
    expect(explain([facts(whole(75))], 'en')[0]).toMatch(/25 % beyond requirement: Good\. From 70 points/);
  });

  it('names what is suggested where the authority decides', () => {
    const tasks = { total: whole(40), done: whole(38), late: whole(0), beyond: whole(0) };
    expect(explain([facts(whole(85), { tasks })], 'vi')[0]).toMatch(
      /: Cấp có thẩm quyền quyết định, gợi ý: Hoàn thành nhiệm vụ\. /,
    );
    expect(explain([facts(whole(85), { tasks })], 'en')[0]).toMatch(/: The authority decides, suggested: Completed\. /);
  });

  it('shows no share where there are no tasks', () => {
    const tasks = { total: whole(0), done: whole(0), late: whole(0), beyond: whole(0) };
    expect(explain([facts(whole(85), { tasks })], 'vi')[0]).toMatch(/^85 điểm; hoàn thành – %, chậm – %/);
  });

  it('tells what the registers bring, with the clause and no rule of the rule set', () => {
    const tasks = { total: whole(40), done: whole(40), late: whole(0), beyond: whole(20) };
    const found = facts(whole(92), {
      tasks,
      openFindings: [{ id: 'f', topic: 'WORKING_HOURS' }],
      disciplines: [{ id: 'd', form: 'REPRIMAND' }],
    });
    expect(explain([found], 'vi').slice(0, 2)).toEqual([
      'Còn tồn tại, hạn chế do kiểm tra phát hiện chưa khắc phục: chấp hành giờ làm việc; không thể xếp hoàn thành xuất sắc. (Điều 8(1)(c) Nghị định 335/2025/NĐ-CP)',
      'Có kỷ luật về hành vi tại đơn vị trong năm (khiển trách); mức không đổi. (Điều 11 Nghị định 335/2025/NĐ-CP)',
    ]);
    expect(explain([found], 'en')[0]).toMatch(/^A finding of an inspection is not remedied: working hours; /);
  });

  it('tells the quota', () => {
    const beyond = { total: whole(40), done: whole(40), late: whole(0), beyond: whole(20) };
    const others = Array.from({ length: 4 }, () => facts(whole(80)));
    const lines = [facts(whole(92), { tasks: beyond }), facts(whole(93), { tasks: beyond }), ...others];
    expect(explain(lines, 'vi').at(-1)).toMatch(
      /^6 tổ chức hoàn thành tốt trở lên, tối đa 1 xuất sắc; xếp thứ 2 trong 2 tổ chức được đề xuất xuất sắc: Hoàn thành tốt nhiệm vụ, khác nhau ở: điểm\. /,
    );
    expect(explain(lines, 'en').at(-1)).toMatch(
      /place 2 of 2 proposed as outstanding: Good, the difference being: score\. /,
    );
    expect(explain([...lines.slice(1), ...others], 'en').at(-1)).toMatch(
      /place 1 of 1 proposed as outstanding: Outstanding\. /,
    );
  });
});
