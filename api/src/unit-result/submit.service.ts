import { domainError } from '@congvu/schema/errors';
import { checkOrganisationPoints } from '@congvu/schema/organisation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { toText } from '@congvu/schema/primitives/rational';
import { advanceUnitResult, type SubmitUnitResult } from '@congvu/schema/procedure';
import type { OrganisationRuleSet } from '@congvu/schema/scoring';
import { loadAuthority } from '../authority/authority.store.ts';
import { agencyOfUnit, managingAgencyOfUnit } from '../classification/agency.store.ts';
import { classifierOf } from '../classification/classification.policy.ts';
import type { Context } from '../context.ts';
import { invalidField, invalidInput, staleRevision, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { lineageOf, loadRuleSets } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { maySubmitUnitResult } from './unit-result.policy.ts';
import { lockUnitResults, openFindings, subordinateLevels } from './unit-result-change.store.ts';
import { evaluateYear } from './unit-year.ts';

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
  const authorityId = await findRecogniser(context, unit.id);
  if (authorityId === null) throw invalidField('/unit', domainError('UNIT_UNKNOWN', { unit: unit.code }));
  const rules = await rulesOfUnit(context, unit.id, input.year);
  const errors = checkOrganisationPoints(rules, input);
  if (errors.length > 0) throw invalidInput(...errors);
  return change(context, 'submitUnitResult', input, async (tx) => {
    await lockUnitResults(tx, authorityId, input.year);
    const found = await tx.unitResult.findFirst({ where: { unitId: unit.id, year: input.year, current: true } });
    if ((found?.rowRevision ?? null) !== input.revision) {
      throw staleRevision(input.revision ?? 0, found?.rowRevision ?? 0);
    }
    const state = advanceUnitResult(found?.state ?? 'DRAFT', 'SUBMIT');
    if (!state.ok) throw wrongState(found?.state ?? 'DRAFT');
    const open = await openFindings(tx, unit.id, input.year);
    const below = await subordinateLevels(tx, unit.id, input.year);
    const { year, total } = evaluateYear(rules, input, {
      openFindings: open,
      hasFailedSubordinate: below.some(({ level }) => level === 'NOT_COMPLETED'),
    });
    const data = {
      ...year,
      authorityId,
      state: state.value,
      generalPoints: year.generalPoints.map((each) => ({ ...each })),
      itemPoints: year.itemPoints.map((each) => ({ ...each })),
      // A JSON value by its type; Prisma's own type of one is mutable.
      trace: JSON.parse(JSON.stringify(year.trace)) as object,
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
        total: toText(total),
        selfLevel: input.selfLevel,
        proposal: year.proposedLevel ?? 'AUTHORITY_DECIDES',
        suggestion: year.suggestion,
        openFindings: open.length,
      },
    };
  });
}

/**
 * Who recognises a unit's level: of a part of an agency the agency's head, of an agency the head of the managing agency
 * (art. 5). Null for a unit above which nobody is.
 */
export async function findRecogniser(context: Context, unitId: string): Promise<string | null> {
  const [agency, managing] = await Promise.all([
    loadOne(context, agencyOfUnit, unitId),
    loadOne(context, managingAgencyOfUnit, unitId),
  ]);
  const recogniser = agency !== null && agency.id !== unitId ? agency : managing;
  return recogniser === null || recogniser.id === unitId ? null : recogniser.id;
}

/** The rules by which a unit is levelled at the end of a year. */
export async function rulesOfUnit(context: Context, unitId: string, year: number): Promise<OrganisationRuleSet> {
  const [registry, lineage] = await Promise.all([loadRuleSets(context), lineageOf(context, unitId)]);
  // A year of four digits, as the shape demands.
  const rules = registry.findOrganisation(`${year}-12-31` as LocalDate, lineage);
  if (rules === null) throw new Error('A rule set of organisations is built in from 2026 on.');
  return rules;
}
