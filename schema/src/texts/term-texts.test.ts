import { describe, expect, it } from 'vitest';
import { parseRational } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import { parseItems } from '../scoring/scenarios/item-notation.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import * as classificationTerms from './classification-terms.ts';
import { deadlineText } from './deadline-text.ts';
import { explanationText } from './explanation-text.ts';
import * as inspectionTerms from './inspection-texts.ts';
import { toDisplayIn } from './number-text.ts';
import * as personalDataTerms from './personal-data-texts.ts';
import * as procedureTerms from './procedure-texts.ts';
import * as registerTerms from './register-texts.ts';
import * as terms from './term-texts.ts';

describe('the texts of terms', () => {
  const tables = Object.entries({
    ...terms,
    ...procedureTerms,
    ...classificationTerms,
    ...registerTerms,
    ...inspectionTerms,
    ...personalDataTerms,
  }).filter(([name]) => name.endsWith('Texts'));

  it.each(tables)('%s says each term in both languages, and no two terms alike', (_name, table) => {
    const texts = Object.values(table as Readonly<Record<string, { vi: string; en: string }>>);
    for (const { vi, en } of texts)
      expect([vi.normalize('NFC'), en.length > 0, vi.length > 0]).toEqual([vi, true, true]);
    expect(new Set(texts.map(({ vi }) => vi)).size).toBe(texts.length);
    expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length);
  });
});

describe('figures and days on a screen', () => {
  it.each([
    ['263/3', '87,67', '87.67'],
    ['90', '90', '90'],
    ['5/2', '2,5', '2.5'],
    ['0', '0', '0'],
    ['100', '100', '100'],
    ['-7/3', '-2,33', '-2.33'],
  ])('writes %s as %s and %s', (text, vi, en) => {
    const value = expectOk(parseRational(text));
    expect([toDisplayIn(value, 'vi'), toDisplayIn(value, 'en')]).toEqual([vi, en]);
  });

  it.each([
    ['LEFT', 3, 'còn 3 ngày', '3 days left'],
    ['LEFT', 1, 'còn 1 ngày', '1 day left'],
    ['TODAY', 0, 'hôm nay', 'today'],
    ['OVERDUE', 2, 'quá hạn 2 ngày', '2 days overdue'],
  ] as const)('says how a deadline stands: %s %d', (kind, days, vi, en) => {
    expect([deadlineText({ kind, days }, 'vi'), deadlineText({ kind, days }, 'en')]).toEqual([vi, en]);
  });

  it('tells a line of a score with its figure, points and rule', () => {
    const ruleSet = getRuleSet('ND335-2025/CIVIL_SERVANT');
    const general = expectOk(parseRational('27'));
    const score = scorePeriod(ruleSet, { role: 'STAFF', general, items: parseItems('P16 e2, P4') });
    const [first, , quality] = score.state === 'SCORED' ? score.explanation : [];
    if (first === undefined || quality === undefined) throw new Error('scored');
    expect(explanationText(ruleSet, first, 'en')).toMatch(/^General criteria → 27 points\. Points of/);
    expect(explanationText(ruleSet, quality, 'vi')).toMatch(/^Chất lượng 60 % → 14 điểm\. Chất lượng: mỗi lần/);
  });
});
