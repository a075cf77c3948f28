import { COMMENDATION_STATES, COMMENDATION_SUBJECTS, REVOCATION_GROUNDS } from '@congvu/schema/registers';
import { registrarOf } from '../authority/registrar.policy.ts';
import { builder } from '../builder.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { initiativesByCommendation } from '../initiative/initiative.store.ts';
import { InitiativeRef } from '../initiative/initiative.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { COMMENDATION_ACTIONS, commendationActions } from './commendation.policy.ts';
import { type CommendationRow, commendationById, titlesBesideCommendation } from './commendation.store.ts';
import { dependentsOf } from './dependents.ts';
import { loadTitlesOf } from './titles-of.ts';

export const CommendationStateEnum = builder.enumType('CommendationState', {
  description:
    'GIVEN; REVOKED; TO_REVIEW: what it rested on changed after it was given, as far as the asking person sees that.',
  values: COMMENDATION_STATES,
});
export const RevocationGroundEnum = builder.enumType('RevocationGround', {
  description:
    'Why a commendation is revoked (Luật 06/2022/QH15 chapter VII): dishonest declaration, forged papers, appraisal against the rules, a violation in the counted time that was concluded later.',
  values: REVOCATION_GROUNDS,
});
export const CommendationSubjectEnum = builder.enumType('CommendationSubject', {
  description: 'A person, or a collective: the unit as a whole.',
  values: COMMENDATION_SUBJECTS,
});
const CommendationActionEnum = builder.enumType('CommendationAction', {
  description: 'What may be done with a commendation.',
  values: COMMENDATION_ACTIONS,
});

const RevocationRef = builder.objectRef<CommendationRow>('CommendationRevocation').implement({
  description: 'How a commendation was revoked.',
  fields: (t) => ({
    on: t.expose('revokedOn', { type: 'LocalDate', nullable: true, description: 'Since when.' }),
    ground: t.expose('revocation', {
      type: RevocationGroundEnum,
      nullable: true,
      description: 'On what ground; null in old rows.',
    }),
    document: t.exposeString('revocationDocument', {
      nullable: true,
      description: 'By which document; null in old rows.',
    }),
    reason: t.exposeString('revocationReason', { nullable: true, description: 'Why.' }),
    bonusReturned: t.exposeBoolean('bonusReturned', {
      nullable: true,
      description: 'Whether the bonus was returned; null where that is not known.',
    }),
  }),
});

export const CommendationRef = builder.objectRef<CommendationRow>('Commendation');
export const CommendationConnection = connectionOf('Commendation', CommendationRef, 'commendations');

builder.node(CommendationRef, {
  description: 'A commendation (khen thưởng) of a person or a collective in the register.',
  record: { kind: 'commendation', of: (commendation) => commendation.employeeId },
  id: { resolve: (commendation) => commendation.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, commendationById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Who was commended; null: the collective of the unit.',
      resolve: ({ employeeId }, _args, context) => (employeeId === null ? null : getEmployee(context, employeeId)),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The person’s unit at the time, or the collective itself.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    subject: t.field({
      type: CommendationSubjectEnum,
      description: 'A person or a collective.',
      resolve: ({ employeeId }) => (employeeId === null ? 'COLLECTIVE' : 'PERSON'),
    }),
    form: t.exposeString('form', { description: 'Form (hình thức): giấy khen, bằng khen, danh hiệu …' }),
    title: t.exposeString('title', { description: 'Title awarded, in Vietnamese.' }),
    titleCode: t.exposeString('titleCode', {
      nullable: true,
      description: 'Its code in the table of titles, e.g. "CSTDCS"; null for a form outside it.',
    }),
    kind: t.exposeString('kind', { description: 'Kind (loại hình): by merit, on the spot …' }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'The evaluation year it rests on; null where it rests on none.',
    }),
    achievedFrom: t.expose('achievedFrom', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day of what is commended; null where not stated.',
    }),
    achievedTo: t.expose('achievedTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day of what is commended; null where not stated.',
    }),
    decisionNumber: t.exposeString('decisionNumber', { description: 'Number of the decision.' }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', description: 'Date of the decision.' }),
    issuer: t.exposeString('issuer', { description: 'Who decided.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'For what.' }),
    initiatives: t.field({
      type: [InitiativeRef],
      description: 'The initiatives it rests on that one may see.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, initiativesByCommendation, id)) ?? [])],
    }),
    bonusMultiple: t.exposeString('bonusMultiple', {
      nullable: true,
      description: 'The bonus as a multiple of the base salary, a decimal; null where none is known.',
    }),
    bonusAmount: t.exposeString('bonusAmount', {
      nullable: true,
      description: 'The bonus in đồng, a whole number; null where the office gave no base salary.',
    }),
    revoked: t.boolean({
      description: 'Whether it was revoked later.',
      resolve: ({ revokedOn }) => revokedOn !== null,
    }),
    revocation: t.field({
      type: RevocationRef,
      nullable: true,
      description: 'How it was revoked; null where it was not.',
      resolve: (commendation) => (commendation.revokedOn === null ? null : commendation),
    }),
    state: t.field({
      type: CommendationStateEnum,
      description: 'Whether it holds, was revoked, or is to be looked at again.',
      resolve: async ({ id, state }, _args, context) =>
        state ?? (await loadOne(context, commendationById, id))?.state ?? 'GIVEN',
    }),
    dependents: t.field({
      type: [CommendationRef],
      description:
        'Titles of the same person or collective that rest on this one by the conditions each was given by. They are named, never revoked by themselves.',
      resolve: async (commendation, _args, context) => {
        const beside = (await loadOne(context, titlesBesideCommendation, commendation.id)) ?? [];
        const titlesOf = await loadTitlesOf(context, beside);
        return [...dependentsOf(commendation, beside, titlesOf)];
      },
    }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [CommendationActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: (commendation, _args, { actor }) => [...commendationActions(registrarOf(actor), commendation)],
    }),
  }),
});
