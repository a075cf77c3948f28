import { builder } from '../builder.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { VisitStateEnum } from './inspection-words.type.ts';
import { type VisitRow, visitById } from './visit.store.ts';

export const VisitRef = builder.objectRef<VisitRow>('Visit');
export const VisitConnection = connectionOf('Visit', VisitRef, 'visits');

builder.node(VisitRef, {
  description:
    'A visit of an inspection to a unit. An unannounced one is kept from the visited agency until it happens, also from inspectors who work there.',
  id: { resolve: (visit) => visit.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, visitById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit visited.',
      resolve: (visit, _args, context) => getUnit(context, visit.unitId),
    }),
    plannedFrom: t.expose('plannedFrom', { type: 'LocalDate', nullable: true, description: 'First day planned.' }),
    plannedTo: t.expose('plannedTo', { type: 'LocalDate', nullable: true, description: 'Last day planned.' }),
    unannounced: t.exposeBoolean('unannounced', { description: 'Whether the unit is not told before.' }),
    visitedOn: t.expose('visitedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'The day it was made; null yet.',
    }),
    state: t.expose('state', { type: VisitStateEnum, description: 'Where it stands.' }),
    repeatReason: t.exposeString('repeatReason', {
      nullable: true,
      description: 'Why the unit is visited again while others were never visited.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'A note on the visit.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
  }),
});
