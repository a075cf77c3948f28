import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { FreezeSummary, NamedPerson, SummaryInputs } from '@congvu/schema/summary';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { findRowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import type { Answer, Asker } from './ask.ts';
import { APART, CANDIDATES, QUESTIONS } from './question-documents.ts';

/** What a question answered, as values that are kept, with whom and which times they are about. */
export interface GatheredInputs {
  readonly inputs: SummaryInputs;
  /** Row ids of everybody it names. */
  readonly employees: readonly string[];
  /** Months and years whose figures stand in it. */
  readonly months: readonly string[];
  readonly years: readonly number[];
  /** Whether it says something of discipline: who may not read that does not read the summary. */
  readonly showsDiscipline: boolean;
  /** The unit whose readers it has; null: the one above all its people. */
  readonly unit: string | null;
}

const DISCIPLINE_BLOCKS: readonly string[] = ['ACTIVE_DISCIPLINE', 'PENDING_PROCEDURE'];
const DISCIPLINE_CONDITIONS: readonly string[] = ['NO_ACTIVE_DISCIPLINE', 'NO_PENDING_PROCEDURE'];

/** Asks the question of a summary. Errors: those of the question; TOO_MANY_ROWS; WRONG_STATE of a calibration that is not locked. */
export function gatherInputs(context: Context, asker: Asker, input: FreezeSummary): Promise<GatheredInputs> {
  const { ranking, shortlist, comparison, commendation, units, calibration } = input.question;
  const head = { title: input.title, on: context.today as LocalDate };
  // The input's shape holds exactly one question, of the summary's kind.
  if (ranking !== null) return gatherRanking(context, asker, head, ranking);
  if (shortlist !== null) return gatherShortlist(asker, head, shortlist);
  if (comparison !== null) return gatherComparison(asker, head, comparison);
  if (commendation !== null) return gatherCommendation(asker, head, commendation);
  if (units !== null) return gatherUnits(asker, head, units);
  if (calibration !== null) return gatherCalibration(context, asker, head, calibration);
  throw invalidField('/question', domainError('INCONSISTENT', { reason: 'ONE_QUESTION' }));
}

interface Title {
  readonly title: string;
  readonly on: LocalDate;
}
type Question<Kind extends keyof FreezeSummary['question']> = NonNullable<FreezeSummary['question'][Kind]>;

async function gatherRanking(
  context: Context,
  asker: Asker,
  head: Title,
  question: Question<'ranking'>,
): Promise<GatheredInputs> {
  const list = (answer: Answer) => answer.ranking?.list;
  const { first, rows } = await asker.askAll(QUESTIONS.RANKING, question, list);
  const ranking = assertVisible(first.ranking, context);
  const apart = await asker.askAll(APART, question, list);
  const { period, provisional, agency, group, keys, yearsBasis, total: ranked, wholeGroup, levels, unit } = ranking;
  return {
    inputs: {
      kind: 'RANKING',
      ...head,
      ...{ unit, period, provisional, agency, keys, yearsBasis, ranked, wholeGroup, levels },
      group: group ?? { code: '', name: '' },
      family: ranking.family.code,
      rows: rows.map((row) => {
        const { rank, level, total, resultPoints, general, quality, delays, years, decidingKey, blocks } = row;
        const awards = keys.includes('AWARDS') ? row.awards : null;
        return {
          ...personOf(row),
          rank,
          level,
          total,
          resultPoints,
          general,
          quality,
          delays,
          awards,
          years,
          decidingKey,
          blocks,
        };
      }),
      apart: apart.rows.map((row) => ({ ...personOf(row), reason: row.reason })),
    },
    employees: [...rows, ...apart.rows].map(idOf),
    months: period.length === 7 ? [period] : [],
    years: yearsUntil(Number(period.slice(0, 4)), question.years),
    showsDiscipline: hasBlock(rows),
    unit: unit.code,
  };
}

async function gatherShortlist(asker: Asker, head: Title, question: Question<'shortlist'>): Promise<GatheredInputs> {
  const { first, rows } = await asker.askAll(QUESTIONS.SHORTLIST, question, (answer) => answer.list);
  const { table, within } = first.list;
  return {
    inputs: {
      kind: 'SHORTLIST',
      ...head,
      // Freezing puts the unit whose people were looked at in its place: who reads the paper stands over them.
      unit: table.unit,
      postUnit: table.unit,
      post: table.post,
      judgedOn: table.on,
      within,
      tableVersion: table.version,
      rows: rows.map((row) => ({
        ...personOf(row),
        state: row.state,
        conditions: row.conditions.map(({ kind, state, needed, found, source }: Answer) => {
          return { kind, state, needed, found, certainty: source.certainty };
        }),
      })),
    },
    employees: rows.map(idOf),
    months: [],
    years: yearsUntil(Number(table.on.slice(0, 4)), 3),
    showsDiscipline: rows.some((row) =>
      row.conditions.some((each: Answer) => DISCIPLINE_CONDITIONS.includes(each.kind) && each.state !== 'UNKNOWN'),
    ),
    unit: within.code,
  };
}

async function gatherComparison(asker: Asker, head: Title, question: Question<'comparison'>): Promise<GatheredInputs> {
  const { comparison } = await asker.ask(QUESTIONS.COMPARISON, question);
  const { period, people, comparable } = comparison;
  const { unit, months } = {
    unit: null,
    months: people.flatMap((person: Answer) => person.trend.map((at: Answer) => at.period)),
  };
  const none = { quantity: null, quality: null, progress: null, unitResult: null, organising: null, cohesion: null };
  return {
    inputs: {
      kind: 'COMPARISON',
      ...head,
      // The unit above all of them is found with their readers.
      unit: { code: '', name: '' },
      period,
      byLevel: !comparable,
      rows: people.map((person: Answer) => {
        const { total = null, ...components } = person.components ?? { ...none, general: null, result: null };
        return {
          ...personOf(person),
          level: person.level,
          total,
          components: Object.fromEntries(
            Object.entries(components).map(([key, value]) => [key, value === null ? null : String(value)]),
          ),
          trend: person.trend,
          titles: person.titles.map(({ title, year }: Answer) => (year === null ? title : `${title} (${year})`)),
          findings: person.findings,
          blocks: person.blocks,
          workload: person.workload,
        };
      }),
    },
    employees: people.map(idOf),
    months: [...new Set<string>([period, ...months])].filter((each) => each.length === 7),
    years: yearsUntil(Number(period.slice(0, 4)), question.years),
    showsDiscipline: hasBlock(people),
    unit,
  };
}

async function gatherCommendation(
  asker: Asker,
  head: Title,
  question: Question<'commendation'>,
): Promise<GatheredInputs> {
  const { unit, year, title } = question;
  const { commendationStanding } = await asker.ask(QUESTIONS.COMMENDATION, { unit, year });
  const { rows } =
    title === null ? { rows: [] } : await asker.askAll(CANDIDATES, { unit, year, title }, (answer) => answer.list);
  return {
    inputs: {
      kind: 'COMMENDATION',
      ...head,
      unit: { code: unit, name: unit },
      year,
      standing: commendationStanding.map(({ title: code, name, quota, eligible, missing, held }: Answer) => {
        return { title: { code, name }, quota, eligible, missing, held };
      }),
      candidates: rows.map((row) => ({
        ...personOf(row),
        level: row.level,
        state: row.state,
        missing: row.missing.map(({ needed }: Answer) => needed),
      })),
    },
    employees: rows.map(idOf),
    months: [],
    years: [year],
    // Whom a procedure holds back is told as a missing condition.
    showsDiscipline: rows.length > 0,
    unit,
  };
}

async function gatherUnits(asker: Asker, head: Title, question: Question<'units'>): Promise<GatheredInputs> {
  const { unitComparison } = await asker.ask(QUESTIONS.UNITS, question);
  const { unit, period, units } = unitComparison;
  return {
    inputs: {
      kind: 'UNITS',
      ...head,
      unit,
      period,
      rows: units.map((each: Answer) => ({
        unit: each.unit,
        members: each.members,
        levels: each.levels,
        quota: each.quota,
        resultLevel: each.result?.level ?? null,
        resultTotal: each.result?.total ?? null,
        mean: each.mean,
        general: each.general,
        resultMean: each.resultMean,
        selfGap: each.selfGap,
        contradictions: each.contradictions.map(({ kind, text, source }: Answer) => {
          return { kind, text, certainty: source.certainty };
        }),
      })),
    },
    employees: [],
    months: period.length === 7 ? [period] : [],
    years: [Number(period.slice(0, 4))],
    showsDiscipline: false,
    unit: unit.code,
  };
}

async function gatherCalibration(
  context: Context,
  asker: Asker,
  head: Title,
  question: Question<'calibration'>,
): Promise<GatheredInputs> {
  const { first, rows } = await asker.askAll(QUESTIONS.CALIBRATION, question, (answer) => answer.node?.list);
  const session = assertVisible(first.node, context);
  if (session.state !== 'LOCKED') throw wrongState(session.state);
  const seen = rows.filter(({ classification }) => classification !== null);
  return {
    inputs: {
      kind: 'CALIBRATION',
      ...head,
      unit: session.unit,
      year: session.year,
      session: session.title,
      lockedBy: session.lockedBy,
      lockDocument: session.lockDocument,
      rows: seen.map(({ level, proposal, changes, classification }) => ({
        ...personOf(classification),
        ruleLevel: classification.proposedLevel,
        proposal: proposal?.level ?? null,
        level,
        changes,
      })),
    },
    employees: seen.map(({ classification }) => idOf(classification)),
    months: [],
    years: [session.year],
    showsDiscipline: false,
    unit: session.unit.code,
  };
}

function personOf({ employee: { code, name, assignment } }: Answer): NamedPerson {
  return { code, name, post: assignment?.title ?? '', unit: assignment?.unit.name ?? '' };
}

function idOf({ employee }: Answer): string {
  const id = findRowId('Employee', employee.id);
  if (id === null) throw new Error('The api answered a person by an identifier that is not a person’s.');
  return id;
}

function hasBlock(rows: readonly Answer[]): boolean {
  return rows.some(({ blocks }) => blocks.some(({ kind }: Answer) => DISCIPLINE_BLOCKS.includes(kind)));
}

/** The year and those before it. */
function yearsUntil(year: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, before) => year - before);
}
