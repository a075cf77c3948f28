import { builder } from '../builder.ts';
import { LevelEnum } from '../score/score.type.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef, WorkGroupRef } from '../unit/unit.type.ts';
import type { ComparableGroupRow } from './comparable-group.store.ts';
import { RuleSetFamilyRef } from './rule-set-family.type.ts';

export const LevelCountRef = builder.objectRef<ComparableGroupRow['levels'][number]>('LevelCount').implement({
  description: 'How many people have a level.',
  fields: (t) => ({
    level: t.expose('level', { type: LevelEnum, description: 'The level.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

export const ComparableGroupRef = builder.objectRef<ComparableGroupRow>('ComparableGroup').implement({
  description:
    'People who may be ranked together: one classifying agency, one group of similar work, one family of rule sets, one period. Figures without names.',
  fields: (t) => ({
    agency: t.field({
      type: UnitRef,
      description: 'The agency that classifies them.',
      resolve: ({ agencyId }, _args, context) => getUnit(context, agencyId),
    }),
    group: t.field({
      type: WorkGroupRef,
      description: 'The group of similar work.',
      resolve: ({ group, groupName }) => ({ code: group, name: groupName }),
    }),
    family: t.expose('family', { type: RuleSetFamilyRef, description: 'By which rule sets they are scored.' }),
    people: t.exposeInt('people', { description: 'People of the asked unit and below who belong to it.' }),
    scored: t.exposeInt('scored', {
      description: 'Of them those who can be ranked: with a figure of the month, or a decided level of the year.',
    }),
    levels: t.field({
      type: [LevelCountRef],
      description: 'How many of them have each level, best first; of a month provisional.',
      resolve: ({ levels }) => [...levels],
    }),
  }),
});
