import { type Figures, meanFigures } from '@congvu/schema/aggregation';
import { domainError } from '@congvu/schema/errors';
import { firstDay, lastDay, months } from '@congvu/schema/primitives/period';
import type { Simulate } from '@congvu/schema/procedure';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import type { RuleSet } from '@congvu/schema/scoring';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import { MonthDays } from '../closing/month-days.ts';
import { readMonthFacts } from '../closing/month-people.store.ts';
import type { Context } from '../context.ts';
import { invalidField } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import type { Page, PageArguments } from '../sql/page.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { findCatalogueByCode, listSimulatedPeople, readSimulatedSheets } from './simulation.store.ts';
import { type SheetFigures, type SimulatedRow, type Simulation, simulatePerson } from './simulation.ts';

/** What a page of a simulation is worked out of; each page is worked out when it is asked for. */
export interface SimulationView {
  readonly input: Simulate;
  readonly ruleSet: RuleSet | null;
  readonly page: (context: Context, args: PageArguments) => Promise<Page<SimulatedRow>>;
}

/**
 * The scores of a unit's people under other rules. Errors: NOT_FOUND, FORBIDDEN; INVALID_INPUT at "/ruleSet" or "/catalogue"
 * for one that is not there or cannot score.
 */
export async function simulate(context: Context, input: Simulate): Promise<SimulationView> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const { unitPaths } = await loadAuthority(context, 'SCORE_READ');
  if (!covers(unitPaths, unit.pathText)) throw forbidden(context.locale, 'SCORE_READ');
  const registry = await loadRuleSets(context);
  const ruleSet = findOther(registry, input);
  const catalogueId = await findCatalogue(context, input.catalogue);
  const periods = months(input.period);
  return {
    input,
    ruleSet,
    page: async (asking, args) => {
      const people = await listSimulatedPeople(asking, input.unit, periods, args);
      const ids = people.edges.map(({ node }) => node.employeeId);
      const [sheets, days] = await Promise.all([
        readSimulatedSheets(asking, ids, periods, catalogueId),
        readDays(asking, periods),
      ]);
      const byPerson = Map.groupBy(sheets, (sheet) => sheet.employeeId);
      const simulation = toSimulation(registry, ruleSet, catalogueId !== null, days);
      const edges = people.edges.map(({ cursor, node }) => {
        return { cursor, node: simulatePerson(simulation, node.employeeId, byPerson.get(node.employeeId) ?? []) };
      });
      return { ...people, edges };
    },
  };
}

function findOther(registry: RuleSetRegistry, { ruleSet, version }: Simulate): RuleSet | null {
  if (ruleSet === null) return null;
  const found = registry.findScoring(ruleSet, version ?? undefined);
  if (found !== null && found.weights !== null) return found;
  throw invalidField('/ruleSet', domainError('RULE_SET_UNKNOWN', { ruleSet }));
}

async function findCatalogue(context: Context, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const id = await findCatalogueByCode(context, code);
  if (id === null) throw invalidField('/catalogue', domainError('UNKNOWN_VALUE', { given: code, allowed: [] }));
  return id;
}

type DaysByMonth = ReadonlyMap<string, MonthDays>;

async function readDays(context: Context, periods: ReturnType<typeof months>): Promise<DaysByMonth> {
  const entries = periods.map(async (period) => {
    const month = { from: firstDay(period), to: lastDay(period) };
    return [period, new MonthDays(await readMonthFacts(context.database.pool, month), month)] as const;
  });
  return new Map(await Promise.all(entries));
}

function toSimulation(
  registry: RuleSetRegistry,
  ruleSet: RuleSet | null,
  usesCatalogue: boolean,
  days: DaysByMonth,
): Simulation {
  const own = (code: string, version: number) => registry.findScoring(code, version);
  return {
    ruleSetOf: (sheet) => ruleSet ?? own(sheet.ruleSet, sheet.ruleSetVersion),
    usesCatalogue,
    merge: (parts) => merge(parts, days),
    thresholds: (ruleSet ?? registry.getScoring('ND335-2025/CIVIL_SERVANT')).thresholds,
  };
}

/** One sheet is the month; of several each counts with its days (domain.md 3.15, splitPeriod). */
function merge(parts: readonly SheetFigures[], days: DaysByMonth): Figures | null {
  const [only] = parts;
  if (only === undefined || parts.length === 1) return only?.figures ?? null;
  const weighted = parts.flatMap(({ sheet, figures }) => {
    const weight = days.get(sheet.period)?.worked(sheet.employeeId, sheet.unitId) ?? 0;
    return figures === null ? [] : [{ figures, weight }];
  });
  return meanFigures(weighted);
}
