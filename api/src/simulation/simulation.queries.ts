import { simulateShape } from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { InvalidInputError } from '../error/refusals.ts';
import { parsed } from '../mutation/change.ts';
import { LevelEnum } from '../score/score.type.ts';
import { connectionOf } from '../sql/connection.ts';
import { type SimulationView, simulate } from './simulation.service.ts';
import type { SimulatedFigure, SimulatedRow } from './simulation.ts';

const SimulatedFigureRef = builder.objectRef<SimulatedFigure>('SimulatedFigure').implement({
  description: 'A score of a month, or the mean of a year’s months.',
  fields: (t) => ({
    total: t.expose('total', { type: 'Exact', description: 'Exact, 0 to 100.' }),
    display: t.exposeString('display', { description: 'With two decimals.' }),
    level: t.expose('level', { type: LevelEnum, description: 'The level of that score, before any other rule.' }),
  }),
});

const SimulatedRowRef = builder.objectRef<SimulatedRow>('SimulatedRow').implement({
  description: 'One person’s score side by side: as it is stored, and as the same work would be scored otherwise.',
  record: { kind: 'sheet', of: (row) => row.employeeId },
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'The person.',
      resolve: (row, _args, context) => getEmployee(context, row.employeeId),
    }),
    stored: t.expose('stored', {
      type: SimulatedFigureRef,
      nullable: true,
      description: 'As it is stored, provisional figures included; null where there is none.',
    }),
    simulated: t.expose('simulated', {
      type: SimulatedFigureRef,
      nullable: true,
      description: 'Under the other rule set or catalogue; null where that gives none.',
    }),
    difference: t.expose('difference', {
      type: 'Exact',
      nullable: true,
      description: 'Simulated minus stored; null unless both are there.',
    }),
    changesLevel: t.boolean({
      description: 'Whether the level would be another.',
      resolve: ({ stored, simulated }) => stored?.level !== simulated?.level,
    }),
    unmatchedTasks: t.exposeInt('unmatched', {
      description: 'Tasks whose product the other catalogue does not have; they keep their coefficient.',
    }),
  }),
});
const SimulatedRowConnection = connectionOf('SimulatedRow', SimulatedRowRef, 'people of a simulation');

const SimulationRef = builder.objectRef<SimulationView>('Simulation').implement({
  description: 'Scores of a unit’s people under other rules. Nothing of it is stored.',
  fields: (t) => ({
    period: t.field({ type: 'Period', description: 'The period.', resolve: ({ input }) => input.period }),
    ruleSet: t.string({
      nullable: true,
      description: 'Code of the other rule set; null where each sheet keeps its own.',
      resolve: ({ ruleSet }) => ruleSet?.code ?? null,
    }),
    version: t.int({
      nullable: true,
      description: 'Its version.',
      resolve: ({ ruleSet }) => ruleSet?.version ?? null,
    }),
    catalogue: t.string({
      nullable: true,
      description: 'Code of the other catalogue version; null where each task keeps its coefficient.',
      resolve: ({ input }) => input.catalogue,
    }),
    rows: t.field({
      type: SimulatedRowConnection,
      description: 'People with a sheet in the unit, by name.',
      args: t.arg.connectionArgs(),
      resolve: (view, args, context) => view.page(context, args),
    }),
  }),
});

const SimulateInput = builder.inputType('SimulateInput', {
  description: 'What to work out otherwise.',
  fields: (t) => ({
    unit: t.string({ description: 'Code of the unit, with all below it.' }),
    period: t.field({
      type: 'Period',
      description: 'A month, a quarter or a year; of longer ones the mean of the months.',
    }),
    ruleSet: t.string({ required: false, description: 'Code of another rule set; each sheet’s own unless stated.' }),
    version: t.int({ required: false, description: 'Its version; the newest unless stated.' }),
    catalogue: t.string({
      required: false,
      description: 'Code of another catalogue version; the coefficients of the assignment unless stated.',
    }),
  }),
});

builder.queryField('simulate', (t) =>
  t.field({
    type: SimulationRef,
    description: 'The same work under another rule set version or catalogue, side by side. Stored nowhere.',
    authScopes: { acts: 'SCORE_READ' },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: SimulateInput, description: 'What to work out.' }) },
    resolve: (_root, { input }, context) => simulate(context, parsed(simulateShape, input)),
  }),
);
