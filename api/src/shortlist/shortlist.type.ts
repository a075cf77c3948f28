import {
  CONDITION_STATES,
  type JudgedCondition,
  SHORTLIST_STATES,
  type ShortlistState,
} from '@congvu/schema/shortlist';
import type { ObjectRef } from '@pothos/core';
import { AppointmentConditionKindEnum, AppointmentTableRef } from '../appointment/appointment.type.ts';
import { builder, type SchemaTypes } from '../builder.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { PostEnum } from '../employee/post.type.ts';
import { LevelEnum, SourceRef } from '../score/score.type.ts';
import type { Page } from '../sql/page.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import type { Shortlist, ShortlistedPerson } from './shortlist.ts';

export const ShortlistStateEnum = builder.enumType('ShortlistState', {
  description:
    'ALL_MET: every condition is met. SOMETHING_UNKNOWN: none is missing, but of one nothing is known, or the asker may not know it. SOMETHING_MISSING: each is named.',
  values: SHORTLIST_STATES,
});

const ConditionStateEnum = builder.enumType('ConditionState', {
  description: 'MET, MISSING, or UNKNOWN: nothing kept here says it, or the asker may not know it.',
  values: CONDITION_STATES,
});

const JudgedConditionRef = builder.objectRef<JudgedCondition>('JudgedCondition').implement({
  description: 'A condition of a post and how somebody stands to it.',
  fields: (t) => ({
    kind: t.field({
      type: AppointmentConditionKindEnum,
      description: 'What it is about.',
      resolve: ({ condition }) => condition.kind,
    }),
    state: t.expose('state', { type: ConditionStateEnum, description: 'How he stands to it.' }),
    needed: t.string({
      description: 'What is asked, in the language of Accept-Language.',
      resolve: ({ needed }, _args, context) => needed[context.locale],
    }),
    found: t.string({
      description: 'What there is, in the language of Accept-Language.',
      resolve: ({ found }, _args, context) => found[context.locale],
    }),
    source: t.field({
      type: SourceRef,
      description: 'The rule, with how far it was checked.',
      resolve: ({ condition }) => condition.source,
    }),
  }),
});

const ShortlistedRef = builder.objectRef<ShortlistedPerson>('ShortlistedPerson').implement({
  description: 'Somebody looked at for a post. Nobody is proposed or struck by it: people decide.',
  record: { kind: 'shortlist', of: ({ facts }) => facts.employeeId },
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Who.',
      resolve: ({ facts }, _args, context) => getEmployee(context, facts.employeeId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'His unit today.',
      resolve: ({ facts }, _args, context) => getUnit(context, facts.unitId),
    }),
    post: t.field({ type: PostEnum, description: 'His post today.', resolve: ({ facts }) => facts.post }),
    state: t.expose('state', { type: ShortlistStateEnum, description: 'How he stands to all of them.' }),
    conditions: t.field({
      type: [JudgedConditionRef],
      description: 'Each condition of the post, in its order.',
      resolve: ({ conditions }) => [...conditions],
    }),
    latestLevel: t.field({
      type: LevelEnum,
      nullable: true,
      description: 'Level of the latest decided year; null where there is none, or it has no level.',
      resolve: ({ facts }) => facts.levels[0]?.level ?? null,
    }),
    plannedUntil: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day of his place in the plan for this post; null without a plan or an end.',
      resolve: ({ facts }) => facts.plannedUntil,
    }),
    serviceEnd: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day of retirement as personnel states it, for personnel alone; no law is worked out here.',
      resolve: ({ facts }) => facts.serviceEnd,
    }),
  }),
});

interface ShortlistCount {
  readonly state: ShortlistState;
  readonly count: number;
}

const ShortlistCountRef = builder.objectRef<ShortlistCount>('ShortlistCount').implement({
  description: 'How many people stand so to a post.',
  fields: (t) => ({
    state: t.expose('state', { type: ShortlistStateEnum, description: 'How they stand.' }),
    count: t.exposeInt('count', { description: 'How many, whatever is shown.' }),
  }),
});

export type ShortlistPage = Page<ShortlistedPerson> & Pick<Shortlist, 'counts' | 'table' | 'within'>;
type Ref<Row> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row, Row>;

const counted = (page: unknown): ShortlistPage => page as ShortlistPage;

// Pothos gives the connection its own shape of the same three levels; ours names the rows and what stands beside them.
export const ShortlistConnectionRef = builder.connectionObject(
  {
    type: ShortlistedRef,
    name: 'ShortlistConnection',
    description: 'One page of the people looked at for a post, with what they are judged by and counts of all of them.',
    fields: (t) => ({
      table: t.field({
        type: AppointmentTableRef,
        description: 'What they are judged by, with unit, post and day.',
        resolve: (page) => counted(page).table,
      }),
      within: t.field({
        type: UnitRef,
        description: 'Whose people are looked at.',
        resolve: (page) => counted(page).within,
      }),
      counts: t.field({
        type: [ShortlistCountRef],
        description: 'How many stand how, whatever is shown.',
        resolve: (page) => SHORTLIST_STATES.map((state) => ({ state, count: counted(page).counts[state] })),
      }),
    }),
  },
  { name: 'ShortlistEdge', description: 'One of the people with his place in the list.' },
) as unknown as Ref<ShortlistPage>;
