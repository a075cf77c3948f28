import type { ScoringRole, TaskOrigin, TaskOutcome } from '@congvu/schema/evaluation';
import type { Rational } from '@congvu/schema/primitives/rational';
import { type PeriodScore, type RuleSet, type ScoreInput, type ScoreItem, scorePeriod } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { explanationBySheet, type SheetRow } from '../period-sheet/sheet.store.ts';
import { exact, exactDecimal } from '../scalar/exact.ts';
import { loadOne } from '../sql/batch.ts';
import { taskById } from '../task/task.store.ts';

/** What of a stored task a score is made of. */
export interface ScoredTask {
  readonly id: string;
  readonly unitsNumerator: string;
  readonly unitsDenominator: string;
  readonly origin: TaskOrigin;
  readonly outcome: TaskOutcome;
  readonly errors: number;
  readonly delays: number;
}

/** The leader's figures of a sheet; each 50 or 100, null while nobody gave it. */
export interface LeaderFigures {
  readonly unitResult: number | null;
  readonly organising: number | null;
  readonly cohesion: number | null;
}

function toScoreItem(task: ScoredTask): ScoreItem {
  return {
    units: exact(task.unitsNumerator, task.unitsDenominator),
    origin: task.origin,
    outcome: task.outcome,
    errors: task.errors,
    delays: task.delays,
  };
}

/** A figure nobody gave yet counts as 100: the lower value needs a finding (Nghị định 335/2025/NĐ-CP art. 15(3)). */
function figure(value: number | null): 50 | 100 {
  return value === 50 ? 50 : 100;
}

/** The score of one period, by the same function that the side panel calls. */
export function scoreTasks(
  ruleSet: RuleSet,
  role: ScoringRole,
  general: Rational,
  tasks: readonly ScoredTask[],
  figures: LeaderFigures,
): PeriodScore {
  const items = tasks.map(toScoreItem);
  const input: ScoreInput =
    role === 'STAFF'
      ? { role, general, items }
      : {
          role,
          general,
          items,
          unitResult: figure(figures.unitResult),
          organising: figure(figures.organising),
          cohesion: figure(figures.cohesion),
        };
  return scorePeriod(ruleSet, input);
}

/** Scores a stored sheet once more from its own tasks. A task one may not see leaves the figures unanswered, not wrong. */
export async function rescoreStored(context: Context, sheet: SheetRow, ruleSet: RuleSet): Promise<PeriodScore> {
  const stored = await loadOne(context, explanationBySheet, sheet.id);
  const tasks = await Promise.all((stored?.taskIds ?? []).map((id) => loadOne(context, taskById, id)));
  const visible = tasks.filter((task) => task !== null);
  const general = exactDecimal(sheet.general ?? sheet.selfGeneral ?? '0');
  return scoreTasks(ruleSet, sheet.role, general, visible, sheet);
}
