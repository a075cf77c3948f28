import { builder } from '../builder.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type CoverageView, inspectionCoverage, proposeRotation, type RotationView } from './rotation.service.ts';
import type { RotationUnit } from './rotation.store.ts';

const NotVisitedSinceRef = builder.objectRef<RotationUnit>('NotVisitedSince').implement({
  description: 'An agency that was visited, though not in the year asked for.',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The agency.',
      resolve: ({ id }, _args, context) => getUnit(context, id),
    }),
    lastVisitedOn: t.expose('lastVisitedOn', { type: 'LocalDate', nullable: true, description: 'Its last visit.' }),
  }),
});

const InspectionCoverageRef = builder.objectRef<CoverageView>('InspectionCoverage').implement({
  description:
    'How far the agencies below a unit were visited in a year; a visit to a unit of an agency counts as one to it.',
  fields: (t) => ({
    units: t.exposeInt('units', { description: 'Agencies that existed on some day of the year.' }),
    visited: t.exposeInt('visited', { description: 'Of them visited in the year.' }),
    share: t.expose('share', { type: 'Exact', description: 'The visited of all, a fraction.' }),
    neverVisited: t.field({
      type: [UnitRef],
      description: 'Agencies never visited until the end of the year.',
      resolve: ({ neverVisited }, _args, context) => Promise.all(neverVisited.map(({ id }) => getUnit(context, id))),
    }),
    notSince: t.field({
      type: [NotVisitedSinceRef],
      description: 'Agencies visited before the year and not in it, the longest unvisited first.',
      resolve: ({ notSince }) => [...notSince],
    }),
  }),
});

const ProposedVisitRef = builder.objectRef<RotationView['visits'][number]>('ProposedVisit').implement({
  description: 'An agency whose turn it is.',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The agency.',
      resolve: ({ agencyId }, _args, context) => getUnit(context, agencyId),
    }),
    repeat: t.exposeBoolean('repeat', {
      description: 'Whether it was visited before, or stands in an earlier year here.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it is taken out of its turn; null where it is not.',
    }),
    lastOn: t.expose('lastOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Its last visit; of one only proposed, the day by which it would be made.',
    }),
    by: t.expose('by', { type: 'LocalDate', description: 'The last day for it: of the year, or of the agency.' }),
  }),
});

const RotationYearRef = builder.objectRef<RotationView>('RotationYear').implement({
  description: 'The visits proposed for one year.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year.' }),
    units: t.exposeInt('units', { description: 'Agencies open on its first day, of whom the share is counted.' }),
    least: t.exposeInt('least', { description: 'The fewest to be visited.' }),
    visits: t.field({
      type: [ProposedVisitRef],
      description: 'Whose turn it is; what was visited in the year already counts towards `least`.',
      resolve: ({ visits }) => [...visits],
    }),
  }),
});

builder.queryFields((t) => ({
  inspectionCoverage: t.field({
    type: InspectionCoverageRef,
    description: 'How far the agencies below a unit were visited in a year. Needs INSPECTION_READ over the whole unit.',
    authScopes: { reads: 'INSPECTION_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of the unit.' }),
      year: t.arg.int({ description: 'The year, 2000 to 2200.' }),
    },
    resolve: (_root, { unit, year }, context) => inspectionCoverage(context, unit, year),
  }),
  proposeRotation: t.field({
    type: [RotationYearRef],
    description:
      'Whose turn it is in the years to come: never visited first, then the longest unvisited; nothing is stored. A practice of one province, no law.',
    authScopes: { acts: 'INSPECTION_MANAGE' },
    args: {
      unit: t.arg.string({ description: 'Code of the unit: agencies below it.' }),
      from: t.arg.int({ description: 'The first year, 2000 to 2200.' }),
      years: t.arg.int({ description: 'How many years, 1 to 10.' }),
      sharePercent: t.arg.int({ description: 'Least share of the agencies a year, 1 to 100 percent.' }),
    },
    resolve: async (_root, question, context) => [...(await proposeRotation(context, question))],
  }),
}));
