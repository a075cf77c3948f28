import { builder } from '../builder.ts';
import { assertVisible, filterUnit } from '../query-arguments.ts';
import { findEmployeeCard } from './card.store.ts';
import { EMPLOYEE_ORDERS, listEmployees } from './employee.store.ts';
import { EmployeeConnection, EmployeeRef } from './employee.type.ts';
import { PostEnum, SubjectTypeEnum } from './post.type.ts';

const EmployeeFilter = builder.inputType('EmployeeFilter', {
  description: 'Which people; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: people in it and below it today.' }),
    search: t.string({ required: false, description: 'Part of the name, with or without tones, or the code.' }),
    post: t.field({ type: PostEnum, required: false, description: 'Post today.' }),
    subjectType: t.field({ type: SubjectTypeEnum, required: false, description: 'Kind of service today.' }),
    group: t.string({ required: false, description: 'Code of the group of similar work.' }),
  }),
});

const EmployeeOrderEnum = builder.enumType('EmployeeOrder', {
  description: 'Order of people. NAME is by given name in Vietnamese order.',
  values: EMPLOYEE_ORDERS,
});

builder.queryFields((t) => ({
  employee: t.field({
    type: EmployeeRef,
    nullable: true,
    description: 'The person of this staff code. NOT_FOUND where there is none one may see.',
    authScopes: { reads: 'EMPLOYEE_READ' },
    args: { code: t.arg.string({ description: 'Staff code.' }) },
    resolve: async (_root, { code }, context, info) =>
      assertVisible(await findEmployeeCard(context, code, info), context),
  }),
  employees: t.field({
    type: EmployeeConnection,
    description: 'People one may see.',
    authScopes: { reads: 'EMPLOYEE_READ' },
    args: {
      filter: t.arg({ type: EmployeeFilter, required: false, description: 'Which ones.' }),
      orderBy: t.arg({ type: EmployeeOrderEnum, required: false, description: 'NAME unless stated.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, orderBy, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listEmployees(context, { ...filter }, orderBy ?? 'NAME', page);
    },
  }),
}));
