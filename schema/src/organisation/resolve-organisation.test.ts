import { describe, expect, it } from 'vitest';
import type { Level } from '../evaluation/level.ts';
import { parseRational, type Rational, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { builtInRuleSets } from '../rulesets/rulesets.ts';
import type { OrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import type { OrganisationFacts } from './organisation-year.ts';
import { type OrganisationYear, proposeOrganisations } from './propose-organisations.ts';
import { resolveOrganisation } from './resolve-organisation.ts';

const found = builtInRuleSets.get('ND335-2025/ORGANISATION');
if (found.kind !== 'ORGANISATION') throw new Error('the rule set of organisations');
const decree: OrganisationRuleSet = found;

function exact(text: string): Rational {
  return expectOk(parseRational(text));
}

/** "92; 100; 0; 35": score, then percent done, late and beyond requirement; what is left out is done, in time, and beyond. */
function facts(text: string, change: Partial<OrganisationFacts> = {}): OrganisationFacts {
  const [total = '', done = '100', late = '0', beyond = '40'] = text.split('; ');
  return {
    total: exact(total),
    tasks: { total: whole(100), done: exact(done), late: exact(late), beyond: exact(beyond) },
    isQualityMet: true,
    areDefectsRemedied: true,
    hasSubordinateNotCompleted: false,
    hasPersonnelWrongdoing: false,
    isForceMajeure: false,
    ...change,
  };
}

function withParameter(change: Partial<OrganisationRuleSet['parameters']>): OrganisationRuleSet {
  return { ...decree, parameters: { ...decree.parameters, ...change } };
}

describe('the level of an organisation', () => {
  it.each<[string, string, Partial<OrganisationFacts>, string, Level | null, string]>([
    ['U1', '92; 100; 0; 35', {}, 'OUTSTANDING', null, 'outstanding'],
    ['U2', '92; 100; 0; 25', {}, 'GOOD', null, 'gap'],
    ['U3', '92; 100; 0; 40', { hasSubordinateNotCompleted: true }, 'GOOD', null, 'gap'],
    ['U4', '95; 100; 0; 40', { areDefectsRemedied: false }, 'GOOD', null, 'gap'],
    ['U5', '75; 100; 15', {}, 'COMPLETED', null, 'gap'],
    ['U6', '64; 100; 20', {}, 'COMPLETED', null, 'completed'],
    ['U6, a task more', '64; 100; 21', {}, 'AUTHORITY_DECIDES', 'COMPLETED', 'undecided'],
    ['U7', '85; 95', {}, 'AUTHORITY_DECIDES', 'COMPLETED', 'undecided'],
    ['U8', '85; 65', {}, 'NOT_COMPLETED', null, 'tasksBelowMinimum'],
    ['U8, force majeure', '85; 65', { isForceMajeure: true }, 'AUTHORITY_DECIDES', null, 'forceMajeure'],
    ['U9', '49.9; 100; 0', {}, 'NOT_COMPLETED', null, 'belowMinimum'],
    ['U10', '88; 100; 0', { hasPersonnelWrongdoing: true }, 'NOT_COMPLETED', null, 'personnelWrongdoing'],
    ['at 90 and 30 %', '90; 100; 0; 30', {}, 'OUTSTANDING', null, 'outstanding'],
    ['just below 30 %', '90; 100; 0; 29.99', {}, 'GOOD', null, 'gap'],
    ['just below 90', '89.999', {}, 'GOOD', null, 'good'],
    ['at 70', '70', {}, 'GOOD', null, 'good'],
    ['just below 70', '69.999', {}, 'COMPLETED', null, 'completed'],
    ['at 50', '50', {}, 'COMPLETED', null, 'completed'],
    ['at 70 % done', '85; 70', {}, 'AUTHORITY_DECIDES', 'COMPLETED', 'undecided'],
    ['just below 70 % done', '85; 69.99', {}, 'NOT_COMPLETED', null, 'tasksBelowMinimum'],
    [
      'force majeure where it is not needed',
      '85; 70',
      { isForceMajeure: true },
      'AUTHORITY_DECIDES',
      'COMPLETED',
      'undecided',
    ],
    ['a task not done', '95; 99.99', {}, 'AUTHORITY_DECIDES', 'COMPLETED', 'undecided'],
    ['late, though outstanding by score', '95; 100; 0.01', {}, 'COMPLETED', null, 'gap'],
    ['just above 20 % late', '95; 100; 20.01', {}, 'AUTHORITY_DECIDES', 'COMPLETED', 'undecided'],
    ['in time but not of quality', '95', { isQualityMet: false }, 'COMPLETED', null, 'gap'],
    ['not of quality, completed by score', '60', { isQualityMet: false }, 'COMPLETED', null, 'completed'],
    [
      'wrongdoing before the score',
      '40; 60',
      { hasPersonnelWrongdoing: true },
      'NOT_COMPLETED',
      null,
      'personnelWrongdoing',
    ],
    ['the score before the tasks', '40; 60', { isForceMajeure: true }, 'NOT_COMPLETED', null, 'belowMinimum'],
  ])('%s', (_name, text, change, level, suggestion, step) => {
    const proposal = resolveOrganisation(decree, facts(text, change));
    expect([proposal.level, proposal.suggestion, proposal.trace.map((line) => line.step)]).toEqual([
      level,
      suggestion,
      [step],
    ]);
  });

  it.each([
    ['92; 100; 0; 25', {}, 'GOOD'],
    ['75; 100; 15', {}, 'COMPLETED'],
    ['75', { isQualityMet: false }, 'COMPLETED'],
  ] as const)('leaves the gap of %s to the authority where the rule set says so', (text, change, suggestion) => {
    const { gapPolicy } = decree.parameters;
    const rules = withParameter({ gapPolicy: { ...gapPolicy, value: 'AUTHORITY_DECIDES' } });
    expect(resolveOrganisation(rules, facts(text, change))).toMatchObject({ level: 'AUTHORITY_DECIDES', suggestion });
    expect(resolveOrganisation(rules, facts('75')).level).toBe('GOOD');
  });

  it('has nothing to go by without tasks', () => {
    const none = { total: whole(0), done: whole(0), late: whole(0), beyond: whole(0) };
    const proposal = resolveOrganisation(decree, facts('95', { tasks: none }));
    expect(proposal).toMatchObject({ level: 'AUTHORITY_DECIDES', suggestion: 'COMPLETED' });
    expect(proposal.trace[0]?.figures).toMatchObject({ donePercent: null, latePercent: null, beyondPercent: null });
  });

  it('asks only for the conditions the rule set has', () => {
    const { conditions } = decree;
    const rules: OrganisationRuleSet = {
      ...decree,
      conditions: {
        ...conditions,
        noSubordinateNotCompleted: { ...conditions.noSubordinateNotCompleted, value: false },
        defectsRemedied: { ...conditions.defectsRemedied, value: false },
      },
    };
    const lacking = facts('95', { hasSubordinateNotCompleted: true, areDefectsRemedied: false });
    expect(resolveOrganisation(rules, lacking).level).toBe('OUTSTANDING');
    expect(resolveOrganisation(decree, lacking).trace[0]?.figures).toMatchObject({ missing: 'subordinates defects' });
  });

  it('cites the rule with the figures it looked at', () => {
    const tasks = { total: whole(3), done: whole(3), late: whole(0), beyond: whole(0) };
    const { trace } = resolveOrganisation(decree, facts('92', { tasks }));
    expect(trace).toEqual([
      {
        step: 'gap',
        rule: 'ND335-2025.unit.gap',
        source: decree.rules.gap.source,
        before: 'OUTSTANDING',
        after: 'GOOD',
        figures: {
          total: '92',
          donePercent: '100',
          latePercent: '0',
          beyondPercent: '0',
          missing: 'beyond',
          suggestion: null,
        },
      },
    ]);
  });
});

describe('what the registers bring to an organisation', () => {
  const open = [{ id: 'f-1', topic: 'WORKING_HOURS' as const }];

  it('an open finding blocks outstanding whatever was typed, and is named', () => {
    const { level, trace } = resolveOrganisation(decree, facts('95; 100; 0; 40', { openFindings: open }));
    expect(level).toBe('GOOD');
    expect(trace.map(({ step }) => step)).toEqual(['openFinding', 'gap']);
    expect(trace[0]).toMatchObject({
      source: { clause: 'art. 8(1)(c)', certainty: 'VERIFIED' },
      before: 'OUTSTANDING',
      after: 'OUTSTANDING',
      record: { kind: 'Finding', id: 'f-1' },
    });
    expect(trace[1]?.figures.missing).toBe('defects');
  });

  it('an open finding lowers nothing where outstanding is not reached', () => {
    expect(resolveOrganisation(decree, facts('80', { openFindings: open })).level).toBe('GOOD');
    expect(resolveOrganisation(decree, facts('95; 100; 0; 40', { openFindings: [] })).level).toBe('OUTSTANDING');
  });

  it('a discipline for an act done here is evidence, the level stays (R-SP-6)', () => {
    const disciplines = [{ id: 'd-1', form: 'REPRIMAND' as const }];
    const { level, trace } = resolveOrganisation(decree, facts('95; 100; 0; 40', { disciplines }));
    expect(level).toBe('OUTSTANDING');
    expect(trace[0]).toMatchObject({ step: 'disciplineHere', figures: { form: 'REPRIMAND' }, record: { id: 'd-1' } });
  });
});

describe('organisations of one year', () => {
  function unit(code: string, text: string, change: Partial<OrganisationYear> = {}): OrganisationYear {
    return {
      code,
      parent: null,
      authority: 'UBND',
      decidedLevel: null,
      results: whole(64),
      facts: facts(text),
      ...change,
    };
  }
  function levels(units: readonly OrganisationYear[], choices = {}): readonly string[] {
    return proposeOrganisations(decree, units, choices).organisations.map(({ code, level }) => `${code} ${level}`);
  }
  const others = (count: number) => Array.from({ length: count }, (_, index) => unit(`o${index}`, '80'));

  it('are resolved from below, whatever the order read', () => {
    const failed = unit('phòng', '40', { parent: 'chi cục', authority: 'sở' });
    const between = unit('chi cục', '92', { parent: 'sở', authority: 'sở' });
    const above = unit('sở', '93');
    const expected = ['sở OUTSTANDING', 'chi cục GOOD', 'phòng NOT_COMPLETED'];
    const [first, ...rest] = levels([above, between, failed, ...others(8)]);
    expect([first, ...rest.slice(0, 2)]).toEqual(expected);
    expect(levels([failed, between, above, ...others(8)]).slice(0, 3)).toEqual(expected.toReversed());
  });

  it('look at a decided level of a subordinate, not at what was proposed', () => {
    const raised = unit('phòng', '40', { parent: 'sở', authority: 'sở', decidedLevel: 'COMPLETED' });
    expect(levels([unit('sở', '93'), raised, ...others(8)])[0]).toBe('sở OUTSTANDING');
    const failed = unit('phòng', '80', { parent: 'sở', authority: 'sở', decidedLevel: 'NOT_COMPLETED' });
    expect(levels([unit('sở', '93'), failed, ...others(8)])[0]).toBe('sở GOOD');
  });

  it('keep what is known of a subordinate that is not given', () => {
    const above = unit('sở', '93', { facts: facts('93', { hasSubordinateNotCompleted: true }) });
    expect(levels([above, ...others(8)])[0]).toBe('sở GOOD');
  });

  it('say which subordinates are decided first', () => {
    const units = [
      unit('sở', '80'),
      unit('a', '80', { parent: 'sở' }),
      unit('b', '80', { parent: 'sở', decidedLevel: 'GOOD' }),
      unit('c', '80', { parent: 'a' }),
    ];
    const waits = proposeOrganisations(decree, units).organisations.map(({ waitsFor }) => waitsFor.join());
    expect(waits).toEqual(['a', 'c', '', '']);
  });

  it('never stand above themselves', () => {
    const units = [unit('a', '80', { parent: 'b' }), unit('b', '80', { parent: 'a' })];
    expect(() => proposeOrganisations(decree, units)).toThrow('stands above itself');
  });

  it('share the quota of the authority that recognises them', () => {
    const units = [
      unit('a', '95'),
      unit('b', '94'),
      unit('c', '93', { authority: 'Bộ' }),
      ...others(4),
      ...Array.from({ length: 4 }, (_, index) => unit(`p${index}`, '80', { authority: 'Bộ' })),
    ];
    const { quota, organisations } = proposeOrganisations(decree, units);
    expect([...quota]).toEqual([
      ['UBND', { pool: 6, limit: 1 }],
      ['Bộ', { pool: 5, limit: 0 }],
    ]);
    expect(organisations.slice(0, 3).map(({ level }) => level)).toEqual(['OUTSTANDING', 'GOOD', 'GOOD']);
    expect(organisations[1]?.trace.at(-1)).toEqual({
      step: 'quota',
      rule: 'ND335-2025.unit.quota',
      source: decree.rules.quota.source,
      before: 'OUTSTANDING',
      after: 'GOOD',
      figures: { pool: 6, limit: 1, decided: 0, outstanding: 2, place: 2, decidedBy: 'TOTAL' },
    });
  });

  it('take the rate the authority states', () => {
    const units = [unit('a', '95'), unit('b', '94'), ...others(8)];
    expect(levels(units).slice(0, 2)).toEqual(['a OUTSTANDING', 'b GOOD']);
    expect(levels(units, { ratePercent: 25 }).slice(0, 2)).toEqual(['a OUTSTANDING', 'b OUTSTANDING']);
  });

  it('are ranked by score, then results; what is equal in both is left to the authority', () => {
    const better = unit('b', '94', { results: exact('64.5') });
    expect(levels([unit('a', '94'), better, ...others(4)]).slice(0, 2)).toEqual(['a GOOD', 'b OUTSTANDING']);
    const tied = proposeOrganisations(decree, [unit('a', '94'), unit('b', '94'), ...others(4)]).organisations;
    expect(tied.slice(0, 2).map(({ level }) => level)).toEqual(['AUTHORITY_DECIDES', 'AUTHORITY_DECIDES']);
  });

  it('count decided ones in the pool and in the places taken', () => {
    const decided = unit('a', '70', { decidedLevel: 'OUTSTANDING' });
    expect(levels([decided, unit('b', '95'), ...others(4)])[1]).toBe('b GOOD');
    const agreed = unit('a', '95', { decidedLevel: 'OUTSTANDING' });
    const again = proposeOrganisations(decree, [agreed, unit('b', '94'), ...others(10)]).organisations;
    expect(again.slice(0, 2).map(({ trace }) => trace.map(({ step }) => step).join(' '))).toEqual([
      'outstanding',
      'outstanding quota',
    ]);
    expect(again[1]?.trace.at(-1)?.figures).toMatchObject({ limit: 2, decided: 1, outstanding: 1, place: 1 });
    const lowered = unit('a', '95', { decidedLevel: 'COMPLETED' });
    const { quota, organisations } = proposeOrganisations(decree, [lowered, unit('b', '94'), ...others(5)]);
    expect(quota.get('UBND')).toEqual({ pool: 6, limit: 1 });
    expect(organisations.slice(0, 2).map(({ level }) => level)).toEqual(['OUTSTANDING', 'OUTSTANDING']);
    const both = [unit('a', '80', { decidedLevel: 'OUTSTANDING' }), unit('c', '80', { decidedLevel: 'OUTSTANDING' })];
    expect(levels([...both, unit('b', '95'), ...others(4)])[2]).toBe('b GOOD');
  });

  it('keep the lines of their points before the line of the level', () => {
    const line = {
      step: 'general',
      rule: 'r',
      source: decree.rules.general.source,
      before: null,
      after: '28',
      figures: {},
    } as const;
    const [first] = proposeOrganisations(decree, [unit('a', '80', { trace: [line] })]).organisations;
    expect(first?.trace.map(({ step }) => step)).toEqual(['general', 'good']);
  });
});
