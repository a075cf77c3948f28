import { domainError } from '@congvu/schema/errors';
import type { Period } from '@congvu/schema/primitives/period';
import { type Rational, rational, sum } from '@congvu/schema/primitives/rational';
import { areComparable, type GroupDifference, type GroupKey, notComparable } from '@congvu/schema/ranking';
import { LEAST_COMPARED } from '@congvu/schema/summary';
import { covers } from '../authority/authority.policy.ts';
import type { Context } from '../context.ts';
import { forbidden, requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { assertVisible } from '../query-arguments.ts';
import {
  type ComparedEmployee,
  type ComparedFactsRow,
  type FigureRow,
  findCompared,
  findComparedFacts,
  findFigures,
  findHeldTitles,
  type HeldTitleRow,
} from './comparison.store.ts';

export interface MonthOfWork {
  readonly period: Period;
  readonly assigned: Rational;
  readonly done: Rational;
  readonly late: Rational;
}

export interface ComparedPerson {
  readonly employee: ComparedEmployee;
  readonly key: GroupKey | null;
  /** Of the period itself; null where there is none. */
  readonly figures: FigureRow | null;
  /** Months, oldest first. */
  readonly months: readonly FigureRow[];
  /** Decided years, newest first. */
  readonly years: readonly FigureRow[];
  readonly titles: readonly HeldTitleRow[];
  readonly findings: { readonly open: number; readonly closed: number } | null;
  readonly workload: readonly MonthOfWork[];
  /** Whether points are shown: not where people of unlike groups are set side by side. */
  readonly withPoints: boolean;
}

export interface Comparison {
  readonly period: Period;
  /** What keeps them from being compared by points; empty where nothing does. */
  readonly differs: readonly GroupDifference[];
  /** In the order asked for. */
  readonly people: readonly ComparedPerson[];
}

export interface ComparisonAsked {
  readonly codes: readonly string[];
  readonly period: Period;
  readonly years: number;
  readonly byLevel: boolean;
}

/**
 * A few people side by side. Errors: LIMIT_EXCEEDED (comparedPeople) for fewer than two or too many; NOT_FOUND for one who is not there or
 * may not be seen; FORBIDDEN without RANKING_READ over each; BAD_REQUEST (NOT_COMPARABLE) with what differs, unless by level.
 */
export async function compareThem(context: Context, asked: ComparisonAsked): Promise<Comparison> {
  const codes = [...new Set(asked.codes)];
  if (codes.length < LEAST_COMPARED || codes.length > LIMITS.comparedPeople) {
    const exceeded = { limit: 'comparedPeople', maximum: LIMITS.comparedPeople, given: codes.length };
    throw requestError(domainError('LIMIT_EXCEEDED', exceeded), context.locale);
  }
  const { period } = asked;
  const employees = await findAll(context, codes, period);
  assertRankable(context, employees);
  const ids = employees.map(({ id }) => id);
  const year = Number(period.slice(0, 4));
  const from = `${year - asked.years + 1}-01` as Period; // A month, as written.
  const to = period.length === 4 ? (`${period}-12` as Period) : period;
  const [figures, facts, titles] = await Promise.all([
    findFigures(context, ids, from, to),
    findComparedFacts(context, ids, from, to),
    findHeldTitles(context, ids),
  ]);
  const keys = employees.map((employee) => keyOf(employee, period, figures));
  const known = keys.filter((key) => key !== null);
  const compared = areComparable(known);
  const differs = compared.comparable ? [] : compared.differs;
  if (differs.length > 0 && !asked.byLevel) throw requestError(notComparable(known, differs), context.locale);
  const people = employees.map((employee, index): ComparedPerson => {
    const own = figures.filter(({ employeeId }) => employeeId === employee.id);
    const fact = facts.find(({ employeeId }) => employeeId === employee.id);
    return {
      employee,
      key: keys[index] ?? null,
      figures: own.find((each) => each.period === period) ?? null,
      months: own.filter((each) => each.period.length === 7),
      years: own.filter((each) => each.period.length === 4).toReversed(),
      titles: titles.filter(({ employeeId }) => employeeId === employee.id),
      findings: findingsOf(fact),
      workload: workloadOf(fact),
      withPoints: differs.length === 0,
    };
  });
  return { period, differs, people };
}

/** Everybody asked for, in that order. */
async function findAll(
  context: Context,
  codes: readonly string[],
  period: Period,
): Promise<readonly ComparedEmployee[]> {
  const rows = await findCompared(context, codes, period);
  return codes.map((code) => assertVisible(rows.find((row) => row.code === code) ?? null, context));
}

/** A ranking read there is what a comparison takes; who only knows somebody by name sets nobody beside him. */
function assertRankable(context: Context, employees: readonly ComparedEmployee[]): void {
  const held = context.actor?.permissions.find(({ permission }) => permission === 'RANKING_READ');
  const paths = held?.unitPaths ?? [];
  if (!employees.every(({ path }) => path !== null && covers(paths, path)))
    throw forbidden(context.locale, 'RANKING_READ');
}

/** The group of the period’s figures; where there are none, that of his assignment. */
function keyOf(employee: ComparedEmployee, period: Period, figures: readonly FigureRow[]): GroupKey | null {
  const own = figures.find((each) => each.employeeId === employee.id && each.period === period) ?? employee;
  const { agency, group, family } = own;
  return agency === null || group === null || family === null ? null : { agency, group, family, period };
}

function findingsOf(fact: ComparedFactsRow | undefined): ComparedPerson['findings'] {
  if (fact === undefined || fact.findingsOpen === null || fact.findingsClosed === null) return null;
  return { open: fact.findingsOpen, closed: fact.findingsClosed };
}

/** Sums over unlike denominators put together, exactly. */
function workloadOf(fact: ComparedFactsRow | undefined): readonly MonthOfWork[] {
  const byMonth = Map.groupBy(fact?.workload ?? [], ({ period }) => period);
  return [...byMonth].map(([period, parts]) => {
    const total = (name: 'assigned' | 'done' | 'late') =>
      sum(parts.map((part) => rational(BigInt(part[name]), BigInt(part.denominator))));
    return { period, assigned: total('assigned'), done: total('done'), late: total('late') };
  });
}
