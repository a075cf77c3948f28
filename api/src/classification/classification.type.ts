import { requiredSteps } from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { PostEnum, SubjectTypeEnum } from '../employee/post.type.ts';
import { optionalExact } from '../scalar/exact.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef, WorkGroupRef } from '../unit/unit.type.ts';
import { managingAgencyOfUnit } from './agency.store.ts';
import { classifierOf, maySeeDecision, openActions } from './classification.policy.ts';
import { type ClassificationRow, classificationById, classificationsByEmployee } from './classification.store.ts';
import {
  ClassificationActionEnum,
  ClassificationDecisionRef,
  ClassificationMonthRef,
  ClassificationStateEnum,
  ClassificationStepEnum,
  ClassificationStepRef,
  LeaveKindEnum,
  PartyOpinionRef,
  ProposalOutcomeEnum,
} from './classification-parts.type.ts';
import { mayReadPartyOpinion } from './party-opinion.policy.ts';
import { explainClassification, flagsOf } from './trace.ts';

export const ClassificationRef = builder.objectRef<ClassificationRow>('Classification');
export const ClassificationConnection = connectionOf('Classification', ClassificationRef, 'classifications');

builder.node(ClassificationRef, {
  description:
    'A person’s year (form 02 of Nghị định 335/2025/NĐ-CP): what the months gave, what is proposed, and what the authority decided. A decision is never changed; a new one takes its place and both stay.',
  record: { kind: 'classification', of: (row) => row.employeeId },
  id: { resolve: (row) => row.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, classificationById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Whose year it is.',
      resolve: (row, _args, context) => getEmployee(context, row.employeeId),
    }),
    agency: t.field({
      type: UnitRef,
      description: 'The agency in whose round and quota the person stands.',
      resolve: (row, _args, context) => getUnit(context, row.agencyId),
    }),
    authority: t.field({
      type: UnitRef,
      description: 'The unit whose head decides (Nghị định 335/2025/NĐ-CP art. 10).',
      resolve: (row, _args, context) => getUnit(context, row.authorityId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit in which the person ended the year.',
      resolve: (row, _args, context) => getUnit(context, row.unitId),
    }),
    year: t.exposeInt('year', { description: 'The year.' }),
    revision: t.exposeInt('revision', { description: 'Counts the decisions that took one another’s place, from 1.' }),
    rowRevision: t.exposeInt('rowRevision', {
      description: 'Rises with each change; a mutation names the one it saw as `revision`.',
    }),
    current: t.exposeBoolean('current', { description: 'Whether this is the one that holds.' }),
    post: t.expose('post', { type: PostEnum, description: 'Post at the end of the year.' }),
    group: t.field({
      type: WorkGroupRef,
      description: 'The group of similar work in whose quota the person stands.',
      resolve: (row) => ({ code: row.groupCode, name: row.groupName }),
    }),
    subjectType: t.expose('subjectType', { type: SubjectTypeEnum, description: 'Kind of service.' }),
    ruleSet: t.exposeString('ruleSet', { description: 'Code of the rule set that governs the year’s level.' }),
    ruleSetVersion: t.exposeInt('ruleSetVersion', { description: 'Its version.' }),
    state: t.expose('state', { type: ClassificationStateEnum, description: 'Where it stands.' }),
    requiredSteps: t.field({
      type: [ClassificationStepEnum],
      description: 'What must be done before the level is decided, for this post.',
      resolve: (row) => [...requiredSteps(row.post)],
    }),
    actions: t.field({
      type: [ClassificationActionEnum],
      description: 'The steps the asking person may take now.',
      resolve: (row, _args, context) => actionsOf(context, row),
    }),
    months: t.field({
      type: [ClassificationMonthRef],
      description: 'The twelve months.',
      resolve: (row) => [...row.months],
    }),
    workedMonths: t.exposeInt('workedMonths', { description: 'Months worked, 0 to 12.' }),
    leave: t.expose('leave', { type: LeaveKindEnum, description: 'The leave that matters for the six months.' }),
    mean: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Mean of the months that have a figure, exact and unrounded.',
      resolve: (row) => optionalExact(row.meanNumerator, row.meanDenominator),
    }),
    meanDisplay: t.exposeString('meanDisplay', {
      nullable: true,
      description: 'The mean with two decimals, never rounded up to a level’s threshold.',
    }),
    resultPoints: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Mean of the result points, 0 to 70.',
      resolve: (row) => optionalExact(row.resultNumerator, row.resultDenominator),
    }),
    quality: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Mean of component b, a fraction of 1.',
      resolve: (row) => optionalExact(row.qualityNumerator, row.qualityDenominator),
    }),
    delays: t.exposeInt('delays', { description: 'Delays of the year that count.' }),
    selfLevel: t.expose('selfLevel', { type: LevelEnum, nullable: true, description: 'The person’s own level.' }),
    selfNote: t.exposeString('selfNote', { nullable: true, description: 'In the person’s words.' }),
    selfRatedAt: t.expose('selfRatedAt', { type: 'DateTime', nullable: true, description: 'When.' }),
    scoreLevel: t.expose('scoreLevel', {
      type: LevelEnum,
      nullable: true,
      description: 'By the exact mean alone, before forced levels, the head’s cap and the quota.',
    }),
    proposedLevel: t.expose('proposedLevel', {
      type: LevelEnum,
      nullable: true,
      description: 'What the rules propose. The authority may decide otherwise, with a reason.',
    }),
    proposal: t.expose('proposal', {
      type: ProposalOutcomeEnum,
      nullable: true,
      description: 'What kind of proposal; null before the first.',
    }),
    flags: t.stringList({
      description:
        'Codes of what the authority should know: FORCED, HEAD_CAP, QUOTA, TIE, INCOMPLETE_MONTHS, … PENDING_PROCEDURE only for who reads discipline over the unit, and the person.',
      resolve: (row, _args, context) => flagsOf(context, row),
    }),
    explanation: t.field({
      type: [ClassificationStepRef],
      description: 'How the proposal came about, step by step with the rule and its source; empty before the first.',
      resolve: (row, _args, context) => explainClassification(context, row),
    }),
    concludedDegradation: t.exposeBoolean('concludedDegradation', {
      description: 'The authority concluded ideological or moral degradation (art. 20(4)(b)).',
    }),
    concludedCorruption: t.exposeBoolean('concludedCorruption', {
      description: 'The unit the person leads was handled for embezzlement, corruption or waste (art. 20(4)(d)).',
    }),
    concludedDocument: t.exposeString('concludedDocument', {
      nullable: true,
      description: 'The document that says so.',
    }),
    partyOpinion: t.field({
      type: PartyOpinionRef,
      nullable: true,
      description:
        'Opinion of the Party committee; required of heads and deputies. Null also for who is neither the person nor holds PARTY_READ over his unit.',
      resolve: async ({ employeeId, unitId, partyBody, partyOpinion, partyOpinionOn }, _args, context) => {
        if (partyOpinion === null) return null;
        const { pathText } = await getUnit(context, unitId);
        if (!mayReadPartyOpinion(context.actor, employeeId, pathText)) return null;
        return { body: partyBody ?? '', opinion: partyOpinion, givenOn: partyOpinionOn };
      },
    }),
    synthesis: t.exposeString('synthesis', { nullable: true, description: 'What personnel made of all opinions.' }),
    decision: t.field({
      type: ClassificationDecisionRef,
      nullable: true,
      description: 'The decision; null before it, and for the person himself until he is told.',
      resolve: (row, _args, context) =>
        row.decidedAt === null || !maySeeDecision(context.actor?.employeeId ?? null, row)
          ? null
          : { ...row, level: row.decidedLevel, number: row.decisionNumber },
    }),
    notifiedAt: t.expose('notifiedAt', { type: 'DateTime', nullable: true, description: 'When the person was told.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the level was published inside the agency.',
    }),
    supersedes: t.field({
      type: ClassificationRef,
      nullable: true,
      description: 'The one whose place it took.',
      resolve: (row, _args, context): Promise<ClassificationRow | null> | null =>
        row.supersedesId === null ? null : loadOne(context, classificationById, row.supersedesId),
    }),
    revisions: t.field({
      type: [ClassificationRef],
      description: 'All revisions of this year, newest first.',
      resolve: async (row, _args, context) =>
        ((await loadOne(context, classificationsByEmployee, row.employeeId)) ?? []).filter(
          (each) => each.year === row.year,
        ),
    }),
  }),
});

async function actionsOf(context: Context, row: ClassificationRow) {
  const [agency, authority, managing] = await Promise.all([
    getUnit(context, row.agencyId),
    getUnit(context, row.authorityId),
    loadOne(context, managingAgencyOfUnit, row.agencyId),
  ]);
  return [
    ...openActions(classifierOf(context.actor), row, {
      agencyPath: agency.pathText,
      authorityPath: authority.pathText,
      managingPath: managing?.pathText ?? null,
    }),
  ];
}
