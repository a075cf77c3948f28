import type { Transaction } from '@congvu/prisma/database';
import { advanceSheet, isProvisional } from '@congvu/schema/evaluation';
import { type Rational, toText } from '@congvu/schema/primitives/rational';
import { getRuleSet } from '@congvu/schema/rulesets';
import { encodeExplanation, type PeriodScore } from '@congvu/schema/scoring';
import type { Context } from '../context.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { exactDecimal } from '../scalar/exact.ts';
import { scoreTasks } from '../score/rescore.ts';
import { findTasksOfPeriod, hasFailedSubordinate, lockSheet } from './sheet-change.store.ts';

/**
 * Works out a sheet's figures from its tasks and points, and stores them; makes the sheet where the period had none. No
 * arithmetic here: the score is scorePeriod's, as in the side panel.
 */
export async function rescoreSheet(
  tx: Transaction,
  context: Context,
  employeeId: string,
  unitId: string,
  period: string,
): Promise<string> {
  const sheet = (await lockSheet(tx, employeeId, period)) ?? (await openSheet(tx, context, employeeId, unitId, period));
  const tasks = await findTasksOfPeriod(tx, employeeId, period);
  const ruleSet = getRuleSet(sheet.ruleSet, sheet.ruleSetVersion);
  const points = sheet.general ?? sheet.selfGeneral;
  const unitResult = sheet.role === 'LEADER' ? ((await hasFailedSubordinate(tx, sheet)) ? 50 : 100) : null;
  // A rule set without weights of its own waits for the agency's; until then there is no figure.
  const general = points === null || ruleSet.weights === null ? null : exactDecimal(points.toString());
  const score =
    general === null
      ? null
      : scoreTasks(ruleSet, sheet.role, general, tasks, {
          unitResult,
          organising: sheet.organising,
          cohesion: sheet.cohesion,
        });
  const advanced = advanceSheet(sheet.state, 'ASSIGN');
  const state = advanced.ok && tasks.length > 0 ? advanced.value : sheet.state;
  await tx.periodSheet.update({
    where: { id: sheet.id },
    data: {
      ...toColumns(score),
      state,
      unitResult,
      provisional: isProvisional(state),
      delays: tasks.reduce((sum, task) => sum + task.delays, 0),
      taskIds: tasks.map((task) => task.id),
      updatedAt: context.now,
    },
  });
  return sheet.id;
}

async function openSheet(tx: Transaction, context: Context, employeeId: string, unitId: string, period: string) {
  const { assignment } = await getEmployee(context, employeeId);
  if (assignment === null) throw new Error('A sheet is opened for a person with an assignment.');
  const ruleSet = getRuleSet(assignment.ruleSet);
  return tx.periodSheet.create({
    data: {
      employeeId,
      unitId,
      period,
      role: assignment.role,
      ruleSet: ruleSet.code,
      ruleSetVersion: ruleSet.version,
      state: 'ASSIGNED',
    },
  });
}

/** A score as the columns that lists are ordered and ranked by. */
function toColumns(score: PeriodScore | null) {
  if (score === null || score.state === 'INSUFFICIENT_DATA') {
    return {
      scoreState: 'INSUFFICIENT_DATA' as const,
      totalNumerator: null,
      totalDenominator: null,
      resultNumerator: null,
      resultDenominator: null,
      qualityNumerator: null,
      qualityDenominator: null,
      level: null,
      display: null,
    };
  }
  const [totalNumerator, totalDenominator] = parts(score.total);
  const [resultNumerator, resultDenominator] = parts(score.resultPoints);
  const [qualityNumerator, qualityDenominator] = parts(score.quality);
  return {
    scoreState: 'SCORED' as const,
    totalNumerator,
    totalDenominator,
    resultNumerator,
    resultDenominator,
    qualityNumerator,
    qualityDenominator,
    level: score.level,
    display: score.display,
    // A JSON value by its type; Prisma's own type of one is mutable.
    explanation: JSON.parse(JSON.stringify(encodeExplanation(score))) as object,
  };
}

function parts(value: Rational): readonly [numerator: string, denominator: string] {
  const [numerator = '0', denominator = '1'] = toText(value).split('/');
  return [numerator, denominator];
}
