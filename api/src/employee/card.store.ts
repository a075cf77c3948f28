import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { type EmployeeRow, findEmployeeByCode } from './employee.store.ts';

export function findEmployeeCard(
  context: Context,
  code: string,
  _info: GraphQLResolveInfo,
): Promise<EmployeeRow | null> {
  return findEmployeeByCode(context, code);
}
