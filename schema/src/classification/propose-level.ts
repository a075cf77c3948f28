import { compareLevels, type Level } from '../evaluation/level.ts';
import { compare, divide, type Rational, sum, toText, whole } from '../primitives/rational.ts';
import { levelOf } from '../scoring/level-of.ts';
import type { ForcedRule } from '../scoring/year-rules.ts';
import type {
  AgencyYear,
  ClassificationFlag,
  ClassifyingRules,
  DisciplineFact,
  PersonYear,
  Proposed,
  TraceLine,
} from './agency-year.ts';

/** A person on the way through the pipeline. */
export interface PersonProposal {
  readonly person: PersonYear;
  readonly mean: Rational | null;
  readonly scoreLevel: Level | null;
  readonly level: Proposed;
  readonly flags: readonly ClassificationFlag[];
  readonly trace: readonly TraceLine[];
}

/** Somebody who is classified: a level stands, which later steps may lower. */
interface Levelled extends PersonProposal {
  readonly level: Level;
}

/** Steps 1 to 4 of contract.md, which look at one person alone. Source: domain.md 3.8, 3.9. */
export function proposeLevel(rules: ClassifyingRules, unit: AgencyYear['unit'], person: PersonYear): PersonProposal {
  const scored = scoreYear(rules, person);
  return isLevelled(scored) ? capHead(rules, unit, force(rules, scored)) : scored;
}

/** Steps 1 and 2: the mean, whether the person is classified at all, and the level by the exact mean. */
function scoreYear({ thresholds, year }: ClassifyingRules, person: PersonYear): PersonProposal {
  const figures = person.months.filter((month) => month !== null);
  const mean = figures.length === 0 ? null : divide(sum(figures), whole(figures.length));
  const isIncomplete = compare(whole(figures.length), person.workedMonths) < 0;
  const worked = toText(person.workedMonths);
  const least = year.notRatedMonths.value;
  const isLongEnough = compare(person.workedMonths, whole(least)) >= 0 || person.leave === 'SICK_OR_MATERNITY';
  const meanLine: TraceLine = {
    step: 'mean',
    ...cite(year.rules.mean),
    before: null,
    after: mean === null ? null : toText(mean),
    figures: { months: figures.length, workedMonths: worked },
  };
  const start = { person, mean, flags: isIncomplete ? (['INCOMPLETE_MONTHS'] as const) : [] };
  const eligibility = {
    step: 'eligibility',
    ...cite(year.rules.eligibility),
    before: meanLine.after,
    figures: { workedMonths: worked, leastMonths: least, leave: person.leave },
  } as const;
  if (mean === null || !isLongEnough) {
    const trace: readonly TraceLine[] = [meanLine, { ...eligibility, after: 'NOT_CLASSIFIED' }];
    return { ...start, scoreLevel: null, level: 'NOT_CLASSIFIED', trace };
  }
  const scoreLevel = levelOf(mean, thresholds);
  const threshold = thresholds.find(({ level }) => level === scoreLevel);
  const trace: readonly TraceLine[] = [
    meanLine,
    { ...eligibility, after: toText(mean) },
    {
      step: 'scoreLevel',
      ...cite(year.rules.scoreLevel),
      before: toText(mean),
      after: scoreLevel,
      figures: { atLeast: threshold === undefined ? null : toText(threshold.atLeast) },
    },
  ];
  return { ...start, scoreLevel, level: scoreLevel, trace };
}

function isLevelled(proposal: PersonProposal): proposal is Levelled {
  return proposal.scoreLevel !== null;
}

/** Step 3: each rule that forces the lowest level leaves its own line; the first changes the level. */
function force({ year }: ClassifyingRules, scored: Levelled): Levelled {
  const { person } = scored;
  let { level } = scored;
  const trace = [...scored.trace];
  const flags = [...scored.flags];
  const forceBy = (rule: Citable, found: ForcingFact) => {
    trace.push({ step: 'forced', ...cite(rule), before: level, after: 'NOT_COMPLETED', ...found });
    level = 'NOT_COMPLETED';
    if (!flags.includes('FORCED')) flags.push('FORCED');
  };
  for (const rule of year.forced) {
    const found = forcingFact(rule, person);
    if (found !== null) forceBy(rule, found);
  }
  const unrelated = person.discipline.find(({ cause, countsInYear }) => countsInYear && cause === 'UNRELATED');
  if (unrelated !== undefined && year.disciplineUnrelated.value !== 'NO_FORCE') {
    const rule = year.rules.unrelatedDiscipline;
    const found = disciplineFound(unrelated);
    flags.push('UNRELATED_DISCIPLINE');
    if (year.disciplineUnrelated.value === 'FORCE_KHT') forceBy(rule, found);
    else trace.push({ step: 'unrelatedDiscipline', ...cite(rule), before: level, after: level, ...found });
  }
  if (person.pending === true) {
    flags.push('PENDING_PROCEDURE');
    trace.push({ step: 'pendingProcedure', ...PENDING_PROCEDURE, before: level, after: level, figures: {} });
  }
  return { ...scored, level, flags, trace };
}

/** A pending procedure blocks like a discipline in force and forces no level. Read for public employees, recalled for others. */
const PENDING_PROCEDURE: Pick<TraceLine, 'rule' | 'source'> = {
  rule: 'registers.pendingProcedure',
  source: {
    instrument: '129/2025/QH15',
    clause: null,
    effectiveFrom: null,
    effectiveTo: null,
    url: null,
    certainty: 'RECALLED',
  },
};

/** What a line says of the fact that forces or concerns a level. */
type ForcingFact = Pick<TraceLine, 'figures' | 'record'>;

function disciplineFound({ form, cause, record }: DisciplineFact): ForcingFact {
  return { figures: { form, cause }, ...(record === undefined ? {} : { record }) };
}

/** What a forced rule finds in a person's year; null where it does not meet the person. */
function forcingFact(rule: ForcedRule, person: PersonYear): ForcingFact | null {
  if (!rule.posts.includes(person.post)) return null;
  switch (rule.when) {
    case 'CONCLUDED_DEGRADATION':
      return person.hasDegradation ? { figures: {} } : null;
    case 'CORRUPTION_IN_UNIT': {
      const { corruptionRecord: record } = person;
      return person.hasCorruptionInUnit ? { figures: {}, ...(record === undefined ? {} : { record }) } : null;
    }
    case 'DISCIPLINE': {
      const found = person.discipline.find((fact) => fact.countsInYear && rule.causes.includes(fact.cause));
      return found === undefined ? null : disciplineFound(found);
    }
    default:
      return rule.when satisfies never;
  }
}

/** Step 4: a head's level is not above that of the unit he leads, and waits for it. A unit never lifts anybody. */
function capHead({ year }: ClassifyingRules, unit: AgencyYear['unit'], forced: Levelled): PersonProposal {
  const { person, level } = forced;
  if (person.post !== 'HEAD' || !year.headCap.value || level === 'NOT_COMPLETED') return forced;
  const { level: unitLevel } = person.unit ?? unit;
  const after = unitLevel === null ? 'PENDING_UNIT' : lower(level, unitLevel);
  const line: TraceLine = {
    step: 'headCap',
    ...cite(year.rules.headCap),
    before: level,
    after,
    figures: { unitLevel },
  };
  const isCapped = unitLevel !== null && after !== level;
  const flags = isCapped ? [...forced.flags, 'HEAD_CAP' as const] : forced.flags;
  return { ...forced, level: after, flags, trace: [...forced.trace, line] };
}

function lower(level: Level, unitLevel: Level): Level {
  return compareLevels(level, unitLevel) < 0 ? level : unitLevel;
}

interface Citable {
  readonly id: string;
  readonly source: TraceLine['source'];
}

export function cite(rule: Citable): Pick<TraceLine, 'rule' | 'source'> {
  return { rule: rule.id, source: rule.source };
}
