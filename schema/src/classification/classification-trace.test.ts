import { describe, expect, it } from 'vitest';
import { whole } from '../primitives/rational.ts';
import {
  CLASSIFICATION_FLAGS,
  CLASSIFICATION_TRACE_STEPS,
  type DisciplineFact,
  PROPOSAL_OUTCOMES,
  toProposal,
} from './agency-year.ts';
import { classifyAgency } from './classify-agency.ts';
import { classifyAlone, decidedUnit, decree, makePeople, makePerson, parseMonths } from './scenarios/year-notation.ts';

const reprimand: DisciplineFact = { form: 'REPRIMAND', cause: 'PUBLIC_DUTY', countsInYear: true };

describe('the trace', () => {
  it('cites for each step that concerned the person the rule and its source', () => {
    const person = makePerson('x', '93', { post: 'HEAD', discipline: [{ ...reprimand, cause: 'UNRELATED' }] });
    const { rules } = decree.year;
    const line = (rule: { id: string; source: unknown }) => ({ rule: rule.id, source: rule.source });
    expect(classifyAlone(person).trace).toEqual([
      { step: 'mean', ...line(rules.mean), before: null, after: '93', figures: { months: 12, workedMonths: '12' } },
      {
        step: 'eligibility',
        ...line(rules.eligibility),
        before: '93',
        after: '93',
        figures: { workedMonths: '12', leastMonths: 6, leave: 'NONE' },
      },
      { step: 'scoreLevel', ...line(rules.scoreLevel), before: '93', after: 'OUTSTANDING', figures: { atLeast: '90' } },
      {
        step: 'unrelatedDiscipline',
        ...line(rules.unrelatedDiscipline),
        before: 'OUTSTANDING',
        after: 'OUTSTANDING',
        figures: { form: 'REPRIMAND', cause: 'UNRELATED' },
      },
      { step: 'headCap', ...line(rules.headCap), before: 'OUTSTANDING', after: 'GOOD', figures: { unitLevel: 'GOOD' } },
    ]);
  });

  it('has a line for each rule that forces', () => {
    const person = makePerson('x', '93', {
      post: 'DEPUTY',
      discipline: [{ ...reprimand, form: 'PARTY_EXPULSION' }],
      hasDegradation: true,
      hasCorruptionInUnit: true,
    });
    const forced = classifyAlone(person).trace.filter(({ step }) => step === 'forced');
    expect(forced.map(({ rule, before, after, figures }) => [rule, before, after, figures])).toEqual([
      ['ND335-2025.year.forced.degradation', 'OUTSTANDING', 'NOT_COMPLETED', {}],
      [
        'ND335-2025.year.forced.discipline',
        'NOT_COMPLETED',
        'NOT_COMPLETED',
        { form: 'PARTY_EXPULSION', cause: 'PUBLIC_DUTY' },
      ],
      ['ND335-2025.year.forced.corruptionInUnit', 'NOT_COMPLETED', 'NOT_COMPLETED', {}],
    ]);
    for (const { rule, source } of forced) {
      expect(decree.year.forced.find(({ id }) => id === rule)?.source).toBe(source);
    }
  });

  it('names the record a forced level rests on', () => {
    const record = { kind: 'DisciplineDecision', id: 'd-1', number: '41/QĐ-SNV' } as const;
    const act = { kind: 'Violation', id: 'v-1', number: null } as const;
    const person = makePerson('x', '93', {
      post: 'DEPUTY',
      discipline: [{ ...reprimand, record }],
      hasCorruptionInUnit: true,
      corruptionRecord: act,
    });
    const forced = classifyAlone(person).trace.filter(({ step }) => step === 'forced');
    expect(forced.map((line) => line.record)).toEqual([record, act]);
    const unrelated = makePerson('y', '80', { discipline: [{ ...reprimand, cause: 'UNRELATED', record }] });
    expect(classifyAlone(unrelated).trace.at(-1)).toMatchObject({ step: 'unrelatedDiscipline', record });
  });

  it('tells of a pending procedure, which lowers nothing', () => {
    const person = classifyAlone(makePerson('x', '80', { pending: true }));
    expect([person.level, person.flags]).toEqual(['GOOD', ['PENDING_PROCEDURE']]);
    expect(person.trace.at(-1)).toMatchObject({
      step: 'pendingProcedure',
      before: 'GOOD',
      after: 'GOOD',
      source: { certainty: 'RECALLED' },
    });
  });

  it('ends where somebody is not classified, and says why', () => {
    const person = makePerson('x', '93', { workedMonths: whole(5), leave: 'UNPAID' });
    const { trace } = classifyAlone(person);
    expect(trace.map(({ step, before, after }) => [step, before, after])).toEqual([
      ['mean', null, '93'],
      ['eligibility', '93', 'NOT_CLASSIFIED'],
    ]);
    const none = classifyAlone(makePerson('x', '0', { months: parseMonths('-') })).trace;
    expect(none.map(({ after }) => after)).toEqual([null, 'NOT_CLASSIFIED']);
    expect(none[0]?.figures).toEqual({ months: 0, workedMonths: '12' });
  });

  it('names no threshold below the lowest', () => {
    expect(classifyAlone(makePerson('x', '30')).trace[2]?.figures).toEqual({ atLeast: null });
  });

  it('cites the rule on ties where people are tied, the quota’s where they are not', () => {
    const people = [...makePeople('95 94 94 93 80*8')];
    const answers = classifyAgency(decree, { unit: decidedUnit, people }).people;
    const rules = answers.slice(0, 4).map(({ trace }) => trace.at(-1)?.rule);
    const { quotaGroup, quotaAgency, tie } = decree.year.rules;
    expect(rules).toEqual([quotaAgency.id, tie.id, tie.id, quotaGroup.id]);
    const tied = answers[1]?.trace.at(-1);
    expect(tied).toMatchObject({ step: 'quotaGroup', before: 'OUTSTANDING', after: 'AUTHORITY_DECIDES' });
    expect(tied?.figures).toEqual({ pool: 12, limit: 2, outstanding: 4, place: 2, decidedBy: null });
  });
});

describe('the closed lists', () => {
  it('hold exactly the flags, steps and outcomes the pipeline gives', () => {
    const unrelated: DisciplineFact = { form: 'WARNING', cause: 'UNRELATED', countsInYear: true };
    const people = [
      makePerson('head', '93', { post: 'HEAD', discipline: [unrelated] }),
      makePerson('waits', '93', { post: 'HEAD', unit: { level: null } }),
      makePerson('forced', '93', { discipline: [reprimand], months: parseMonths('93') }),
      makePerson('short', '93', { workedMonths: whole(1) }),
      makePerson('pending', '80', { pending: true }),
      ...makePeople('95 94 94 93 80*9'),
    ];
    const answers = classifyAgency(decree, { unit: decidedUnit, people }).people;
    const flags = new Set(answers.flatMap((each) => each.flags));
    expect([...flags].toSorted()).toEqual(CLASSIFICATION_FLAGS);
    const steps = new Set(answers.flatMap(({ trace }) => trace.map(({ step }) => step)));
    expect(steps).toEqual(new Set(CLASSIFICATION_TRACE_STEPS));
    expect(CLASSIFICATION_TRACE_STEPS).toHaveLength(steps.size);
    const outcomes = new Set(answers.map(({ level }) => toProposal(level).proposal));
    expect(outcomes).toEqual(new Set(PROPOSAL_OUTCOMES));
    expect(PROPOSAL_OUTCOMES).toHaveLength(outcomes.size);
  });
});

describe('a proposal as it is stored', () => {
  it.each([
    ['GOOD', { proposal: 'LEVEL', proposedLevel: 'GOOD' }],
    ['NOT_CLASSIFIED', { proposal: 'NOT_CLASSIFIED', proposedLevel: null }],
    ['PENDING_UNIT', { proposal: 'PENDING_UNIT', proposedLevel: null }],
    ['AUTHORITY_DECIDES', { proposal: 'AUTHORITY_DECIDES', proposedLevel: null }],
  ] as const)('of %s', (level, expected) => {
    expect(toProposal(level)).toEqual(expected);
  });
});
