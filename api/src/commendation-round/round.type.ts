import { COMMENDATION_ROUND_STATES } from '@congvu/schema/registers';
import { registrarOf } from '../authority/registrar.policy.ts';
import { builder } from '../builder.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { COMMENDATION_ROUND_ACTIONS, HOLD_ACTIONS, holdActions, roundActions } from './round.policy.ts';
import { type CommendationRoundRow, commendationRoundById, type HoldRow, holdById } from './round.store.ts';

const CommendationRoundStateEnum = builder.enumType('CommendationRoundState', {
  description: 'Whether titles may still be given in a round.',
  values: COMMENDATION_ROUND_STATES,
});
const CommendationRoundActionEnum = builder.enumType('CommendationRoundAction', {
  description: 'What may be done in a commendation round.',
  values: COMMENDATION_ROUND_ACTIONS,
});
const CommendationHoldActionEnum = builder.enumType('CommendationHoldAction', {
  description: 'What may be done with a hold.',
  values: HOLD_ACTIONS,
});

export const CommendationRoundRef = builder.objectRef<CommendationRoundRow>('CommendationRound');
export const CommendationRoundConnection = connectionOf(
  'CommendationRound',
  CommendationRoundRef,
  'commendation rounds',
);

builder.node(CommendationRoundRef, {
  description:
    'The commendation round (đợt xét thi đua, khen thưởng) of an agency and year; it opens when the year’s levels are decided (Nghị định 335/2025/NĐ-CP art. 19(2)).',
  id: { resolve: (round) => round.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, commendationRoundById, id))),
  fields: (t) => ({
    agency: t.field({
      type: UnitRef,
      description: 'The agency.',
      resolve: ({ agencyId }, _args, context) => getUnit(context, agencyId),
    }),
    year: t.exposeInt('year', { description: 'The evaluation year it rests on.' }),
    state: t.expose('state', { type: CommendationRoundStateEnum, description: 'Whether it is open.' }),
    titlesVersion: t.exposeInt('titlesVersion', {
      description: 'Version of the table of titles it goes by; 0: the built-in one.',
    }),
    baseTitleQuotaPercent: t.exposeInt('baseTitleQuotaPercent', {
      nullable: true,
      description: 'How many of those with the title below may have the quota’s title, in percent; null: no quota.',
    }),
    baseSalary: t.exposeString('baseSalary', {
      nullable: true,
      description: 'Base salary in đồng for the amounts, a whole number; null: no amounts are worked out.',
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was opened.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [CommendationRoundActionEnum],
      description: 'What the asking person may do in it now.',
      resolve: (round, _args, { actor }) => [...roundActions(registrarOf(actor), round)],
    }),
  }),
});

export const CommendationHoldRef = builder.objectRef<HoldRow>('CommendationHold');
export const CommendationHoldConnection = connectionOf('CommendationHold', CommendationHoldRef, 'holds');

builder.node(CommendationHoldRef, {
  description:
    'A commendation put back (tạm hoãn) by a document: under a procedure or investigation, or with an unresolved denunciation.',
  record: { kind: 'commendation', of: (hold) => hold.employeeId },
  id: { resolve: (hold) => hold.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, holdById, id))),
  fields: (t) => ({
    round: t.field({
      type: CommendationRoundRef,
      nullable: true,
      description: 'The round.',
      resolve: ({ roundId }, _args, context) => loadOne(context, commendationRoundById, roundId),
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Who is put back; null: the collective of the unit.',
      resolve: ({ employeeId }, _args, context) => (employeeId === null ? null : getEmployee(context, employeeId)),
    }),
    unit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The collective that is put back; null: a person.',
      resolve: ({ unitId }, _args, context) => (unitId === null ? null : getUnit(context, unitId)),
    }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    document: t.exposeString('document', { description: 'By which document.' }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    liftedOn: t.expose('liftedOn', { type: 'LocalDate', nullable: true, description: 'When it ended; null before.' }),
    liftReason: t.exposeString('liftReason', { nullable: true, description: 'Why it ended; null before.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    actions: t.field({
      type: [CommendationHoldActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: (hold, _args, { actor }) => [...holdActions(registrarOf(actor), hold)],
    }),
  }),
});
