import { UNIT_KINDS } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { groupsByUnit, listChildUnits, type UnitRow, unitById, type WorkGroupRow } from './unit.store.ts';

export const WorkGroupRef = builder.objectRef<WorkGroupRow>('WorkGroup').implement({
  description: 'People with similar work, compared with one another: rankings and quotas are counted inside one group.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the group, unique in the office.' }),
    name: t.exposeString('name', { description: 'Name in Vietnamese.' }),
  }),
});

export const UnitKindEnum = builder.enumType('UnitKind', {
  description:
    'What a unit is to the people in it. MANAGING_AGENCY: cơ quan quản lý. USING_AGENCY: cơ quan sử dụng. DIRECT_UNIT: a unit inside either.',
  values: UNIT_KINDS,
});

export const UnitRef = builder.objectRef<UnitRow>('Unit');
export const UnitConnection = connectionOf('Unit', UnitRef, 'units');

builder.node(UnitRef, {
  description: 'A unit (đơn vị) between two dates.',
  id: { resolve: (unit) => unit.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, unitById, id))),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code, unique and never reused.' }),
    name: t.exposeString('name', { description: 'Full name in Vietnamese.' }),
    shortName: t.exposeString('shortName', { description: 'Name for narrow places.' }),
    level: t.exposeInt('level', { description: '1: committee of the province; 2: sở or xã; 3: phòng.' }),
    kind: t.expose('kind', { type: UnitKindEnum, description: 'What it is to the people in it.' }),
    parent: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit it belongs to; null for the topmost.',
      resolve: (unit, _args, context) => (unit.parentId === null ? null : loadOne(context, unitById, unit.parentId)),
    }),
    validFrom: t.expose('validFrom', { type: 'LocalDate', description: 'First day.' }),
    validTo: t.expose('validTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day, inclusive; null while open.',
    }),
    groups: t.field({
      type: [WorkGroupRef],
      description: 'Its groups of similar work.',
      resolve: async (unit, _args, context) => [...((await loadOne(context, groupsByUnit, unit.id)) ?? [])],
    }),
    units: t.field({
      type: UnitConnection,
      description: 'The units directly below, by code.',
      args: t.arg.connectionArgs(),
      resolve: (unit, args, context) => listChildUnits(context, unit.id, args),
    }),
  }),
});
