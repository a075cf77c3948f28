import { INFLUENCES, INITIATIVE_KINDS, INITIATIVE_LEVELS, INITIATIVE_STATES } from '@congvu/schema/registers';
import { registrarOf } from '../authority/registrar.policy.ts';
import { builder } from '../builder.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { INITIATIVE_ACTIONS, initiativeActions } from './initiative.policy.ts';
import { type InitiativeRow, initiativeById } from './initiative.store.ts';

export const InitiativeKindEnum = builder.enumType('InitiativeKind', {
  description: 'Sáng kiến, or a scientific work (đề tài, đề án khoa học).',
  values: INITIATIVE_KINDS,
});
export const InitiativeLevelEnum = builder.enumType('InitiativeLevel', {
  description: 'Who recognised it: the agency, a ministry or province, the nation.',
  values: INITIATIVE_LEVELS,
});
export const InfluenceEnum = builder.enumType('Influence', {
  description: 'How far it reaches: the unit, a ministry or province, the nation.',
  values: INFLUENCES,
});
export const InitiativeStateEnum = builder.enumType('InitiativeState', {
  description: 'Where an initiative stands.',
  values: INITIATIVE_STATES,
});
const InitiativeActionEnum = builder.enumType('InitiativeAction', {
  description: 'What may be done with an initiative.',
  values: INITIATIVE_ACTIONS,
});

export const InitiativeRef = builder.objectRef<InitiativeRow>('Initiative');
export const InitiativeConnection = connectionOf('Initiative', InitiativeRef, 'initiatives');

builder.node(InitiativeRef, {
  description:
    'An initiative or scientific work (sáng kiến, đề tài), with who recognised it and how far it reaches (Luật 06/2022/QH15 art. 21 to 23).',
  record: { kind: 'initiative', of: ({ authors }) => authors[0]?.employeeId ?? null },
  id: { resolve: (initiative) => initiative.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, initiativeById, id))),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its number in the register, unique.' }),
    title: t.exposeString('title', { description: 'Its name.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What it is and brings.' }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit it was made in.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    authors: t.field({
      type: [EmployeeRef],
      description: 'Who made it, the main author first.',
      resolve: ({ authors }, _args, context) =>
        Promise.all(
          authors.map(({ employeeId }) => {
            context.access.note('initiative', employeeId);
            return getEmployee(context, employeeId);
          }),
        ),
    }),
    year: t.exposeInt('year', { description: 'The year it counts in.' }),
    kind: t.expose('kind', { type: InitiativeKindEnum, description: 'What it is.' }),
    level: t.expose('level', {
      type: InitiativeLevelEnum,
      nullable: true,
      description: 'Who recognised it; null before.',
    }),
    influence: t.expose('influence', {
      type: InfluenceEnum,
      nullable: true,
      description: 'How far it reaches; null before it is recognised.',
    }),
    applied: t.exposeBoolean('applied', { description: 'Whether it is applied.' }),
    state: t.expose('state', { type: InitiativeStateEnum, description: 'Where it stands.' }),
    decisionNumber: t.exposeString('decisionNumber', {
      nullable: true,
      description: 'Number of the decision that recognised it; null before.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was refused or revoked; null otherwise.' }),
    recognisedOn: t.expose('recognisedOn', { type: 'LocalDate', nullable: true, description: 'When; null before.' }),
    protectedDocument: t.exposeString('protectedDocument', {
      nullable: true,
      description: 'The document that protects who dared it (Nghị định 73/2023/NĐ-CP); null where there is none.',
    }),
    recordedBy: t.exposeString('recordedBy', { nullable: true, description: 'Name of who recorded it.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [InitiativeActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: (initiative, _args, { actor }) => [...initiativeActions(registrarOf(actor), initiative)],
    }),
  }),
});
