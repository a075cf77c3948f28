import { describe, expect, it } from 'vitest';
import { rational, whole } from '../primitives/rational.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import type { LeaderFigure, ScoreInput } from '../scoring/period-score.ts';
import { parseItems } from '../scoring/scenarios/item-notation.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import { cumulativeQuarter } from './cumulative-quarter.ts';

const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const publicEmployee = getRuleSet('ND233-2026/PUBLIC_EMPLOYEE');

function staff(general: number, items: string): ScoreInput {
  return { role: 'STAFF', general: whole(general), items: parseItems(items) };
}

function leader(items: string, unitResult: LeaderFigure, organising: LeaderFigure, cohesion: LeaderFigure): ScoreInput {
  return { role: 'LEADER', general: whole(30), items: parseItems(items), unitResult, organising, cohesion };
}

describe('a quarter by cumulative sums', () => {
  it('divides what was done in three months by what was assigned in them', () => {
    // 10 of 10, 0 of 10, 40 of 40: 50 of 60 in quantity and quality, 40 in progress; the months' mean of quantity is 2/3.
    const quarter = cumulativeQuarter(civilServant, [staff(27, 'P10'), staff(24, 'P10 N'), staff(30, 'P40 l1')]);
    expect(quarter).toEqual({
      total: rational(27 * 9 + 490, 9),
      resultPoints: rational(490, 9),
      quality: rational(5, 6),
      delays: 1,
    });
  });

  it('is the month’s own figure where there is one month, or three alike', () => {
    const month = staff(27, 'P16 e2 l1, P4');
    const score = scorePeriod(civilServant, month);
    if (score.state !== 'SCORED') throw new Error('scored');
    expect(cumulativeQuarter(civilServant, [month])?.total).toEqual(score.total);
    expect(cumulativeQuarter(civilServant, [month, month, month])?.total).toEqual(score.total);
  });

  it('lets one month make up for another up to 100 percent', () => {
    const months = [staff(30, 'P10 N'), staff(30, 'P10, U20'), staff(30, 'P10')];
    expect(cumulativeQuarter(civilServant, months)?.total).toEqual(whole(100));
  });

  it('means a leader’s figures over the months', () => {
    const months = [leader('P10', 100, 50, 100), leader('P10', 50, 50, 100), leader('P10', 100, 50, 100)];
    // d 5/6, đ 1/2, e 1; six equal weights.
    const weighed = rational(70 * (1 + 1 + 1) * 6 + 70 * (5 + 3 + 6), 36);
    expect(cumulativeQuarter(civilServant, months)?.resultPoints).toEqual(weighed);
  });

  it('takes the weights of the input where the rule set has none', () => {
    const weights = { quantity: whole(20), quality: whole(32), progress: whole(18) };
    const month: ScoreInput = { ...staff(27, 'P10, P10 N'), parameters: { weights } };
    expect(cumulativeQuarter(publicEmployee, [month])?.total).toEqual(whole(62));
    expect(() => cumulativeQuarter(publicEmployee, [staff(27, 'P10')])).toThrow('needs a weight for quantity');
  });

  it('keeps the section within 70 where components may pass 100 percent', () => {
    const month: ScoreInput = { ...staff(26, 'P20, U20'), parameters: { componentCap: 'SECTION_70' } };
    expect(cumulativeQuarter(civilServant, [month])).toMatchObject({ resultPoints: whole(70), total: whole(96) });
  });

  it('is none where nothing was assigned, or no month is given', () => {
    expect(cumulativeQuarter(civilServant, [staff(27, ''), staff(27, 'U5')])).toBeNull();
    expect(cumulativeQuarter(civilServant, [])).toBeNull();
  });

  it('refuses months of two roles', () => {
    const months = [staff(27, 'P10'), leader('P10', 100, 100, 100)];
    expect(() => cumulativeQuarter(civilServant, months)).toThrow('of one role');
  });
});
