import { aggregateMonths, type Figures, type PeriodFigures } from '@congvu/schema/aggregation';
import type { Level } from '@congvu/schema/evaluation';
import type { Period } from '@congvu/schema/primitives/period';
import { multiply, type Rational, subtract, toDisplay } from '@congvu/schema/primitives/rational';
import { levelOf, type RuleSet, type ScoreInput, type ScoreItem, scorePeriod } from '@congvu/schema/scoring';
import { exact, exactDecimal, optionalExact } from '../scalar/exact.ts';
import type { SimulatedSheet, SimulatedTask } from './simulation.store.ts';

/** A figure with its level, as stored or as it would be. */
export interface SimulatedFigure {
  readonly total: Rational;
  readonly display: string;
  readonly level: Level;
}

/** One person side by side. Null: nothing to score. */
export interface SimulatedRow {
  readonly employeeId: string;
  readonly stored: SimulatedFigure | null;
  readonly simulated: SimulatedFigure | null;
  /** Simulated minus stored; null unless both are there. */
  readonly difference: Rational | null;
  /** Tasks whose product the catalogue version asked for does not have; they keep their coefficient. */
  readonly unmatched: number;
}

export interface Simulation {
  /** Rule set by which a sheet is scored here: another, or its own. */
  readonly ruleSetOf: (sheet: SimulatedSheet) => RuleSet | null;
  readonly usesCatalogue: boolean;
  /** Figures of several sheets of one month by the days worked in each. */
  readonly merge: (parts: readonly SheetFigures[]) => Figures | null;
  readonly thresholds: RuleSet['thresholds'];
}

export interface SheetFigures {
  readonly sheet: SimulatedSheet;
  readonly figures: Figures | null;
}

/** The same inputs under other rules; a year is the mean of its months. Nothing of it is stored. */
export function simulatePerson(
  simulation: Simulation,
  employeeId: string,
  sheets: readonly SimulatedSheet[],
): SimulatedRow {
  const stored = figureOf(simulation, sheets, storedFigures);
  const simulated = figureOf(simulation, sheets, (sheet) => newFigures(simulation, sheet));
  return {
    employeeId,
    stored,
    simulated,
    difference: stored === null || simulated === null ? null : subtract(simulated.total, stored.total),
    unmatched: simulation.usesCatalogue
      ? sheets.reduce((sum, { tasks }) => sum + tasks.filter(({ newNumerator }) => newNumerator === null).length, 0)
      : 0,
  };
}

function figureOf(
  simulation: Simulation,
  sheets: readonly SimulatedSheet[],
  figuresOf: (sheet: SimulatedSheet) => Figures | null,
): SimulatedFigure | null {
  const byMonth = Map.groupBy(sheets, (sheet) => sheet.period);
  const months = [...byMonth].map(([period, parts]): PeriodFigures => {
    // Stored by us from a Period.
    const figures = simulation.merge(parts.map((sheet) => ({ sheet, figures: figuresOf(sheet) })));
    return { period: period as Period, figures };
  });
  const { mean } = aggregateMonths(months);
  if (mean === null) return null;
  const { thresholds } = simulation;
  const bounds = thresholds.map(({ atLeast }) => atLeast);
  return { total: mean.total, display: toDisplay(mean.total, bounds), level: levelOf(mean.total, thresholds) };
}

function storedFigures(sheet: SimulatedSheet): Figures | null {
  const total = optionalExact(sheet.totalNumerator, sheet.totalDenominator);
  const resultPoints = optionalExact(sheet.resultNumerator, sheet.resultDenominator);
  const quality = optionalExact(sheet.qualityNumerator, sheet.qualityDenominator);
  if (total === null || resultPoints === null || quality === null) return null;
  return { total, resultPoints, quality, delays: sheet.delays };
}

function newFigures(simulation: Simulation, sheet: SimulatedSheet): Figures | null {
  const ruleSet = simulation.ruleSetOf(sheet);
  if (ruleSet === null || ruleSet.weights === null || sheet.general === null) return null;
  const score = scorePeriod(ruleSet, toInput(sheet, sheet.general));
  if (score.state !== 'SCORED') return null;
  return { total: score.total, resultPoints: score.resultPoints, quality: score.quality, delays: sheet.delays };
}

function toInput(sheet: SimulatedSheet, points: string): ScoreInput {
  const general = exactDecimal(points);
  const items = sheet.tasks.map(toItem);
  if (sheet.role === 'STAFF') return { role: 'STAFF', general, items };
  const figure = (value: number | null) => (value === 50 ? 50 : 100);
  return {
    role: 'LEADER',
    general,
    items,
    unitResult: figure(sheet.unitResult),
    organising: figure(sheet.organising),
    cohesion: figure(sheet.cohesion),
  };
}

function toItem(task: SimulatedTask): ScoreItem {
  const { origin, outcome, errors, delays, newNumerator, newDenominator } = task;
  const units =
    newNumerator === null || newDenominator === null
      ? exact(task.unitsNumerator, task.unitsDenominator)
      : multiply(exactDecimal(task.quantity), exact(newNumerator, newDenominator));
  return { units, origin, outcome, errors, delays };
}
