import type { OrganisationTraceLine } from '@congvu/schema/organisation';
import { UNIT_RESULT_STATES } from '@congvu/schema/procedure';
import { type LocalisedText, organisationFinding } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { maySeeDecision } from '../classification/classification.policy.ts';
import { ClassificationRef } from '../classification/classification.type.ts';
import { ClassificationStepRef } from '../classification/classification-parts.type.ts';
import { withRule } from '../classification/trace.ts';
import type { Context } from '../context.ts';
import { getAnyRuleSet } from '../rule-set/rule-set.store.ts';
import { optionalExact, optionalRational } from '../scalar/exact.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import {
  headsAboveUnits,
  type StoredPoints,
  traceByUnitResult,
  UNIT_PROPOSALS,
  type UnitResultRow,
  unitResultById,
} from './unit-result.store.ts';

export const UnitResultStateEnum = builder.enumType('UnitResultState', {
  description: 'Drafted, submitted by the unit, decided by who recognises it, or superseded.',
  values: UNIT_RESULT_STATES,
});
const UnitProposalEnum = builder.enumType('UnitProposal', {
  description: 'A level by the conditions of the law, or left to the authority where the law leaves a gap.',
  values: UNIT_PROPOSALS,
});

interface PointsView extends StoredPoints {
  readonly name: string | null;
}

const UnitPointsRef = builder.objectRef<PointsView>('UnitPoints').implement({
  description: 'Points of one group of general criteria or one item of results.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code in the rule set.' }),
    name: t.exposeString('name', { nullable: true, description: 'Name, in the language of Accept-Language.' }),
    points: t.field({
      type: 'Exact',
      nullable: true,
      description: 'The points; null where an item does not apply.',
      resolve: ({ points }) => optionalRational(points),
    }),
  }),
});

export const UnitResultRef = builder.objectRef<UnitResultRow>('UnitResult');
export const UnitResultConnection = connectionOf('UnitResult', UnitResultRef, 'unit results');

builder.node(UnitResultRef, {
  description:
    'The year of an organisation (Nghị định 335/2025/NĐ-CP chapter II): its own evaluation and the level decided.',
  id: { resolve: (result) => result.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, unitResultById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit.',
      resolve: (result, _args, context) => getUnit(context, result.unitId),
    }),
    authority: t.field({
      type: UnitRef,
      description: 'The unit whose head recognises it (art. 5).',
      resolve: (result, _args, context) => getUnit(context, result.authorityId),
    }),
    year: t.exposeInt('year', { description: 'The year.' }),
    revision: t.exposeInt('revision', { description: 'Counts the decisions that took one another’s place, from 1.' }),
    rowRevision: t.exposeInt('rowRevision', {
      description: 'Rises with each change; a mutation names the one it saw as `revision`.',
    }),
    state: t.expose('state', { type: UnitResultStateEnum, description: 'Where it stands.' }),
    ruleSet: t.exposeString('ruleSet', { description: 'Code of the rule set.' }),
    ruleSetVersion: t.exposeInt('ruleSetVersion', { description: 'Its version.' }),
    general: t.field({
      type: [UnitPointsRef],
      description: 'Points of the general criteria by group, at most 30.',
      resolve: (result, _args, context) => viewsOf(result, 'groups', result.generalPoints, context),
    }),
    items: t.field({
      type: [UnitPointsRef],
      description: 'Points of the result items, at most 70.',
      resolve: (result, _args, context) => viewsOf(result, 'items', result.itemPoints, context),
    }),
    total: t.field({
      type: 'Exact',
      nullable: true,
      description: 'The total, 0 to 100, exact.',
      resolve: (result) => optionalExact(result.totalNumerator, result.totalDenominator),
    }),
    display: t.exposeString('display', { nullable: true, description: 'The total with two decimals.' }),
    tasksTotal: t.exposeInt('tasksTotal', { description: 'Tasks of the year.' }),
    tasksDone: t.exposeInt('tasksDone', { description: 'Of them done.' }),
    tasksLate: t.exposeInt('tasksLate', { description: 'Of the done, late.' }),
    tasksBeyond: t.exposeInt('tasksBeyond', { description: 'Of the done, beyond requirement.' }),
    qualityMet: t.exposeBoolean('qualityMet', { description: 'Whether quality was met.' }),
    defectsRemedied: t.exposeBoolean('defectsRemedied', { description: 'Whether every defect shown was remedied.' }),
    personnelWrongdoing: t.exposeBoolean('personnelWrongdoing', {
      description: 'Concluded wrongdoing in personnel work, disunity, faction or buying of posts.',
    }),
    forceMajeure: t.exposeString('forceMajeure', { nullable: true, description: 'What kept it from its tasks.' }),
    complaints: t.exposeString('complaints', {
      nullable: true,
      description: 'Complaints, denunciations or signs of disunity: verified before the decision (art. 9).',
    }),
    verification: t.exposeString('verification', { nullable: true, description: 'What the verification found.' }),
    selfLevel: t.expose('selfLevel', { type: LevelEnum, nullable: true, description: 'The unit’s own level.' }),
    proposedLevel: t.expose('proposedLevel', {
      type: LevelEnum,
      nullable: true,
      description: 'By the law’s conditions.',
    }),
    proposal: t.expose('proposal', { type: UnitProposalEnum, nullable: true, description: 'What kind of proposal.' }),
    suggestion: t.expose('suggestion', {
      type: LevelEnum,
      nullable: true,
      description: 'What is suggested where the authority decides.',
    }),
    explanation: t.field({
      type: [ClassificationStepRef],
      description: 'How the proposal came about, step by step.',
      resolve: (result, _args, context) => explain(context, result),
    }),
    decidedLevel: t.expose('decidedLevel', { type: LevelEnum, nullable: true, description: 'The level decided.' }),
    decisionNumber: t.exposeString('decisionNumber', { nullable: true, description: 'Number of the decision.' }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', nullable: true, description: 'Its date.' }),
    decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'Name of who decided.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it differs from the proposal.' }),
    overrideDocument: t.exposeString('overrideDocument', {
      nullable: true,
      description: 'The document that allows it against the rules.',
    }),
    supersedes: t.field({
      type: UnitResultRef,
      nullable: true,
      description: 'The one whose place it took.',
      resolve: (result, _args, context): Promise<UnitResultRow | null> | null =>
        result.supersedesId === null ? null : loadOne(context, unitResultById, result.supersedesId),
    }),
    headsAbove: t.field({
      type: [ClassificationRef],
      description:
        'The head whose decided level is above the unit’s without a document (art. 20(6)): decided before the unit was, so to be superseded. Empty where there is none.',
      resolve: async (result, _args, context) =>
        ((await loadOne(context, headsAboveUnits, result.id)) ?? []).filter((row) =>
          maySeeDecision(context.actor?.employeeId ?? null, row),
        ),
    }),
  }),
});

async function organisationRules(context: Context, result: UnitResultRow) {
  const found = await getAnyRuleSet(context, result.ruleSet, result.ruleSetVersion);
  return found.kind === 'ORGANISATION' ? found : null;
}

async function viewsOf(
  result: UnitResultRow,
  part: 'groups' | 'items',
  points: readonly StoredPoints[],
  context: Context,
): Promise<PointsView[]> {
  const rules = await organisationRules(context, result);
  return points.map((each) => {
    const found = rules?.[part].find(({ code }) => code === each.code);
    return { ...each, name: found?.name[context.locale] ?? null };
  });
}

async function explain(context: Context, result: UnitResultRow) {
  const stored = await loadOne(context, traceByUnitResult, result.id);
  const rules = Object.values((await organisationRules(context, result))?.rules ?? {});
  // Written by submitUnitResult as the schema gave it, and by nothing else.
  return ((stored?.trace ?? []) as readonly OrganisationTraceLine[]).map((line) => ({
    ...line,
    text: textOf(line, rules.find((rule) => rule.id === line.rule)?.text ?? null),
  }));
}

/** What the registers bring has no rule in the rule set: its own sentence says all. */
function textOf(line: OrganisationTraceLine, rule: LocalisedText | null): LocalisedText {
  const finding = organisationFinding(line);
  return rule === null ? finding : withRule(finding, rule);
}
