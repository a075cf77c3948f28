import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { checkOrganisationPoints, resolveOrganisation, scoreOrganisation } from '@congvu/schema/organisation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { toText, whole } from '@congvu/schema/primitives/rational';
import { advanceUnitResult, type SubmitUnitResult } from '@congvu/schema/procedure';
import type { OrganisationRuleSet } from '@congvu/schema/scoring';
import { loadAuthority } from '../authority/authority.store.ts';
import { agencyOfUnit, managingAgencyOfUnit } from '../classification/agency.store.ts';
import { classifierOf } from '../classification/classification.policy.ts';
import { toParts } from '../classification-round/opened-row.ts';
import type { Context } from '../context.ts';
import { invalidField, invalidInput, staleRevision, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { lineageOf, loadRuleSets } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { maySubmitUnitResult } from './unit-result.policy.ts';
import { lockUnitResults, openFindings, subordinateLevels } from './unit-result-change.store.ts';

/**
 * A unit evaluates its own year: points, task counts, facts and its own level. The proposal is worked out of them at once, and
 * again with each change until the decision. Answers the result's id. Source: Nghị định 335/2025/NĐ-CP art. 6 to 9.
 */
export async function submitUnitResult(context: Context, input: SubmitUnitResult): Promise<string> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const { unitPaths } = await loadAuthority(context, 'SCORE_CONFIRM');
  if (!maySubmitUnitResult(classifierOf(context.actor), unitPaths, unit.pathText)) {
    throw forbidden(context.locale, 'CLASSIFICATION_PROPOSE');
  }
  const authorityId = await recogniserOf(context, unit);
  const rules = await rulesOfUnit(context, unit.id, input.year);
  const points = { general: input.general, items: input.items };
  const errors = checkOrganisationPoints(rules, points);
  if (errors.length > 0) throw invalidInput(...errors);
  const score = scoreOrganisation(rules, points);
  return change(context, 'submitUnitResult', input, async (tx) => {
    await lockUnitResults(tx, authorityId, input.year);
    const found = await tx.unitResult.findFirst({ where: { unitId: unit.id, year: input.year, current: true } });
    if ((found?.rowRevision ?? null) !== input.revision) {
      throw staleRevision(input.revision ?? 0, found?.rowRevision ?? 0);
    }
    const state = advanceUnitResult(found?.state ?? 'DRAFT', 'SUBMIT');
    if (!state.ok) throw wrongState(found?.state ?? 'DRAFT');
    // Whatever the unit says of itself: what an inspection found and nobody proved remedied is not (art. 8(1)(c)).
    const open = await openFindings(tx, unit.id, input.year);
    const proposal = resolveOrganisation(rules, {
      total: score.total,
      tasks: {
        total: whole(input.tasksTotal),
        done: whole(input.tasksDone),
        late: whole(input.tasksLate),
        beyond: whole(input.tasksBeyond),
      },
      isQualityMet: input.qualityMet,
      areDefectsRemedied: input.defectsRemedied && open.length === 0,
      openFindings: open,
      hasSubordinateNotCompleted: await hasFailedSubordinate(tx, unit.id, input.year),
      hasPersonnelWrongdoing: input.personnelWrongdoing,
      isForceMajeure: input.forceMajeure !== null,
    });
    const isLeftOpen = proposal.level === 'AUTHORITY_DECIDES';
    const [totalNumerator, totalDenominator] = toParts(score.total);
    const data = {
      authorityId,
      state: state.value,
      ruleSet: rules.code,
      ruleSetVersion: rules.version,
      generalPoints: input.general.map(({ group, points: given }) => ({ code: group, points: toText(given) })),
      itemPoints: input.items.map(({ item, points: given }) => ({
        code: item,
        points: given === null ? null : toText(given),
      })),
      totalNumerator,
      totalDenominator,
      display: score.display,
      tasksTotal: input.tasksTotal,
      tasksDone: input.tasksDone,
      tasksLate: input.tasksLate,
      tasksBeyond: input.tasksBeyond,
      qualityMet: input.qualityMet,
      defectsRemedied: input.defectsRemedied && open.length === 0,
      personnelWrongdoing: input.personnelWrongdoing,
      forceMajeure: input.forceMajeure,
      complaints: input.complaints,
      selfLevel: input.selfLevel,
      proposedLevel: proposal.level === 'AUTHORITY_DECIDES' ? null : proposal.level,
      proposal: isLeftOpen ? ('AUTHORITY_DECIDES' as const) : ('LEVEL' as const),
      suggestion: proposal.suggestion,
      // A JSON value by its type; Prisma's own type of one is mutable.
      trace: JSON.parse(JSON.stringify([...score.trace, ...proposal.trace])) as object,
    };
    const { id } =
      found === null
        ? await tx.unitResult.create({ data: { ...data, unitId: unit.id, year: input.year }, select: { id: true } })
        : await tx.unitResult.update({
            where: { id: found.id },
            data: { ...data, rowRevision: found.rowRevision + 1 },
            select: { id: true },
          });
    return {
      entity: 'UnitResult',
      id,
      employeeId: null,
      payload: {
        unit: unit.code,
        year: input.year,
        total: toText(score.total),
        selfLevel: input.selfLevel,
        proposal: proposal.level,
        suggestion: proposal.suggestion,
        openFindings: open.length,
      },
    };
  });
}

/**
 * Who recognises a unit's level: of a part of an agency the agency's head, of an agency the head of the managing agency
 * (art. 5). Errors: INVALID_INPUT for a unit above which nobody is.
 */
async function recogniserOf(context: Context, unit: UnitRow): Promise<string> {
  const agency = await loadOne(context, agencyOfUnit, unit.id);
  const managing = await loadOne(context, managingAgencyOfUnit, unit.id);
  const recogniser = agency !== null && agency.id !== unit.id ? agency : managing;
  if (recogniser === null || recogniser.id === unit.id) {
    throw invalidField('/unit', domainError('UNIT_UNKNOWN', { unit: unit.code }));
  }
  return recogniser.id;
}

/** The rules by which a unit is levelled at the end of a year. */
export async function rulesOfUnit(context: Context, unitId: string, year: number): Promise<OrganisationRuleSet> {
  const [registry, lineage] = await Promise.all([loadRuleSets(context), lineageOf(context, unitId)]);
  // A year of four digits, as the shape demands.
  const rules = registry.findOrganisation(`${year}-12-31` as LocalDate, lineage);
  if (rules === null) throw new Error('A rule set of organisations is built in from 2026 on.');
  return rules;
}

export async function hasFailedSubordinate(tx: Transaction, unitId: string, year: number): Promise<boolean> {
  return (await subordinateLevels(tx, unitId, year)).some(({ level }) => level === 'NOT_COMPLETED');
}
