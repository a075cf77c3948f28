import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { SEARCH_DESCRIPTION } from '../employee/person-search.ts';
import { PostEnum } from '../employee/post.type.ts';
import { filterUnit } from '../query-arguments.ts';
import { ExactRangeInput, parseExactRange } from '../scalar/exact-range.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { DIRECTION_DESCRIPTION, OrderDirectionEnum } from '../sql/order-direction.ts';
import {
  CLASSIFICATION_ORDERS,
  classificationOfYear,
  classificationsByEmployee,
  listClassifications,
} from './classification.store.ts';
import { ClassificationConnection, ClassificationRef } from './classification.type.ts';
import { ClassificationStateEnum, ProposalOutcomeEnum } from './classification-parts.type.ts';

const ClassificationFilter = builder.inputType('ClassificationFilter', {
  description: 'Which years of which people; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: people who ended the year in it and below it.' }),
    employee: t.string({ required: false, description: 'Staff code.' }),
    year: t.int({ required: false, description: 'The year.' }),
    state: t.field({ type: [ClassificationStateEnum], required: false, description: 'Any of these.' }),
    level: t.field({
      type: [LevelEnum],
      required: false,
      description: 'Any of these: the decided level, before the decision the proposed one.',
    }),
    group: t.string({ required: false, description: 'Code of the group of similar work.' }),
    post: t.field({ type: PostEnum, required: false, description: 'Post at the end of the year.' }),
    proposal: t.field({ type: [ProposalOutcomeEnum], required: false, description: 'Any of these.' }),
    search: t.string({ required: false, description: SEARCH_DESCRIPTION }),
    superseded: t.boolean({ required: false, description: 'Also those whose place another took; not unless true.' }),
    mean: t.field({
      type: ExactRangeInput,
      required: false,
      description: 'Between these means of the months, 0 to 100.',
    }),
    decided: t.boolean({ required: false, description: 'Whether the level is decided.' }),
  }),
});

const ClassificationOrderEnum = builder.enumType('ClassificationOrder', {
  description: 'NAME: by given name in Vietnamese order. MEAN: highest mean first. UNIT: by unit, then by name.',
  values: CLASSIFICATION_ORDERS,
});

builder.queryField('classifications', (t) =>
  t.field({
    type: ClassificationConnection,
    description: 'Years of people one may see.',
    authScopes: { reads: 'CLASSIFICATION_READ' },
    args: {
      filter: t.arg({ type: ClassificationFilter, required: false, description: 'Which ones.' }),
      orderBy: t.arg({ type: ClassificationOrderEnum, required: false, description: 'NAME unless stated.' }),
      direction: t.arg({ type: OrderDirectionEnum, required: false, description: DIRECTION_DESCRIPTION }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, orderBy, direction, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      const mean = parseExactRange(filter?.mean, context);
      return listClassifications(context, { ...filter, mean }, orderBy ?? 'NAME', direction, page);
    },
  }),
);

builder.objectFields(EmployeeRef, (t) => ({
  classification: t.field({
    type: ClassificationRef,
    nullable: true,
    description: 'The person’s year; null where it is not opened, or one may not see it.',
    record: { kind: 'classification', of: (employee) => employee.id },
    args: { year: t.arg.int({ description: 'The year.' }) },
    resolve: (employee, { year }, context) => loadOne(context, classificationOfYear(year), employee.id),
  }),
  classifications: t.field({
    type: [ClassificationRef],
    description: 'The person’s years that hold, newest first.',
    record: { kind: 'classification', of: (employee) => employee.id },
    resolve: async (employee, _args, context) =>
      ((await loadOne(context, classificationsByEmployee, employee.id)) ?? []).filter((row) => row.current),
  }),
}));
