import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '@congvu/prisma/database';
import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import { checkOrganisationPoints } from '@congvu/schema/organisation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { advanceUnitResult } from '@congvu/schema/procedure';
import type { ImportRecord } from '@congvu/schema/registers';
import { type OrganisationRuleSet, UNIT_ITEMS } from '@congvu/schema/scoring';
import { lineageOf, loadRuleSets } from '../rule-set/rule-set.store.ts';
import { findRecogniser } from '../unit-result/submit.service.ts';
import { keyOfYear, lockYears, openFindingsOf, subordinatesOf } from '../unit-result/unit-result-change.store.ts';
import { evaluateYear, type SaidYear, type UnitYearFacts } from '../unit-result/unit-year.ts';
import { findUnits } from './found.store.ts';
import type { BatchTarget, FoundUnit, ImportSetting, ReadRow, RowOutcome } from './import-target.ts';
import { findYears, type KnownYear, type StoredYear, writeYears, YEAR_COLUMNS } from './unit-year-rows.store.ts';

/** A row whose unit may be written of, with what its year is worked out by. */
interface NamedYear {
  readonly line: number;
  readonly record: ImportRecord<'UNIT_RESULT'>;
  readonly unit: FoundUnit;
  readonly authorityId: string;
  readonly rules: OrganisationRuleSet;
  readonly said: SaidYear;
}
type BadRow = { readonly line: number; readonly errors: readonly FieldError[] };

/**
 * Units' own evaluations of their years, as `submitUnitResult` takes them: worked out anew until the decision and never after
 * it, when the recogniser alone replaces what he decided. A year that stands as the file says it is unchanged.
 */
export function unitYearTarget(setting: ImportSetting): BatchTarget<'UNIT_RESULT'> {
  return {
    register: 'UNIT_RESULT',
    keysOf: ({ unit, year }) => [{ path: '/unit', key: `${unit} ${year}`, says: unit }],
    plan: async (tx, rows) => {
      const named = await nameRows(setting, rows);
      const good = named.flatMap((each) => ('said' in each ? [each] : []));
      // Before they are read: a decision meanwhile waits, or is seen.
      await lockYears(
        tx,
        good.map(({ authorityId, record: { year } }) => ({ unitId: authorityId, year })),
      );
      const years = good.map(({ unit, record: { year } }) => ({ unitId: unit.id, year }));
      const known = new Map((await findYears(tx, years)).map((each) => [keyOfYear(each), each]));
      const facts = await findFacts(tx, years);
      return named.map((each): RowOutcome => {
        if (!('said' in each)) return each;
        const key = keyOfYear({ unitId: each.unit.id, year: each.record.year });
        return planYear(each, known.get(key) ?? null, facts(key));
      });
    },
    insert: writeYears,
  };
}

/** Units, who recognises them and their rules: a statement for each, however many rows there are. */
async function nameRows(
  setting: ImportSetting,
  rows: readonly ReadRow<'UNIT_RESULT'>[],
): Promise<readonly (NamedYear | BadRow)[]> {
  const { context, isKept } = setting;
  const units = await findUnits(context, [...new Set(rows.map(({ record }) => record.unit))]);
  const registry = await loadRuleSets(context);
  return Promise.all(
    rows.map(async ({ line, record }): Promise<NamedYear | BadRow> => {
      const unit = units.get(record.unit);
      const unknown = { line, errors: [{ path: '/unit', error: domainError('UNIT_UNKNOWN', { unit: record.unit }) }] };
      if (unit === undefined || !isKept(unit)) return unknown;
      const [authorityId, lineage] = await Promise.all([findRecogniser(context, unit.id), lineageOf(context, unit.id)]);
      // The topmost unit, above which nobody is.
      if (authorityId === null) return unknown;
      // A year of four digits, as the shape demands.
      const rules = registry.findOrganisation(`${record.year}-12-31` as LocalDate, lineage);
      if (rules === null) throw new Error('A rule set of organisations is built in from 2026 on.');
      const said = toSaid(record, rules);
      const errors = checkOrganisationPoints(rules, said).map(toColumn);
      return errors.length > 0 ? { line, errors } : { line, record, unit, authorityId, rules, said };
    }),
  );
}

function toSaid(record: ImportRecord<'UNIT_RESULT'>, rules: OrganisationRuleSet): SaidYear {
  const general = [record.general1, record.general2, record.general3];
  return {
    ...record,
    // In the order of the rule set. One too many for it has no name there, and is refused.
    general: general.map((points, index) => ({ group: rules.groups[index]?.code ?? String(index + 1), points })),
    items: UNIT_ITEMS.map((item) => ({ item, points: record[item] })),
  };
}

/** What is wrong with points, at their column; of those of a whole section at the row. */
function toColumn({ path, error }: FieldError): FieldError {
  const [, part, place] = path.split('/');
  if (place !== undefined)
    return { path: part === 'general' ? `/general${Number(place) + 1}` : `/${UNIT_ITEMS[Number(place)]}`, error };
  const summed: DomainError = domainError('INCONSISTENT', { reason: 'ITEMS_ABOVE_SECTION' });
  return { path: '', error: error.code === 'OUT_OF_RANGE' ? summed : error };
}

async function findFacts(
  tx: Transaction,
  years: readonly { readonly unitId: string; readonly year: number }[],
): Promise<(key: string) => UnitYearFacts> {
  const findings = await openFindingsOf(tx, years);
  const subordinates = await subordinatesOf(tx, years);
  return (key) => ({
    openFindings: findings.get(key) ?? [],
    hasFailedSubordinate: (subordinates.get(key) ?? []).some(({ level }) => level === 'NOT_COMPLETED'),
  });
}

function planYear(
  { line, record: { year }, unit, authorityId, rules, said }: NamedYear,
  known: KnownYear | null,
  facts: UnitYearFacts,
): RowOutcome {
  const evaluated = { authorityId, state: 'SUBMITTED', ...evaluateYear(rules, said, facts).year } as const;
  const number = `${unit.code} ${year}`;
  if (known === null) {
    const row = { unit_id: unit.id, year, ...toColumns(evaluated) };
    return { line, planned: { line, id: randomUUID(), number, row } };
  }
  const isDecided = !advanceUnitResult(known.state, 'SUBMIT').ok;
  if (differing(isDecided ? SAID : COLUMNS, known, evaluated).length === 0) return { line, planned: null };
  if (isDecided)
    return { line, errors: [{ path: '/unit', error: domainError('WRONG_STATE', { state: known.state }) }] };
  const row = { ...toColumns(evaluated), row_revision: known.rowRevision, before: toColumns(known) };
  return { line, planned: { line, id: known.id, number, action: 'CHANGED', row } };
}

const COLUMNS = Object.keys(YEAR_COLUMNS) as readonly (keyof StoredYear)[];

/** What the unit itself says: of a year that is decided the rest is the decision's. */
const SAID: readonly (keyof StoredYear)[] = [
  'generalPoints',
  'itemPoints',
  'tasksTotal',
  'tasksDone',
  'tasksLate',
  'tasksBeyond',
  'qualityMet',
  'defectsRemedied',
  'personnelWrongdoing',
  'forceMajeure',
  'complaints',
  'selfLevel',
];

function differing(columns: readonly (keyof StoredYear)[], one: StoredYear, other: StoredYear): readonly string[] {
  // As JSON, in which both are kept: what is left out of a value is not there.
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return columns.filter((column) => !isDeepStrictEqual(plain(one[column]), plain(other[column])));
}

function toColumns(year: StoredYear): Readonly<Record<string, unknown>> {
  return Object.fromEntries(COLUMNS.map((name) => [YEAR_COLUMNS[name], year[name]]));
}
