import type { GraphQLResolveInfo } from 'graphql';
import { COMMENDATIONS_OF_EMPLOYEE } from '../commendation/commendation.store.ts';
import type { Context } from '../context.ts';
import { DISCIPLINE_OF_EMPLOYEE } from '../discipline/discipline.store.ts';
import { FINDINGS_OF_EMPLOYEE } from '../finding/finding.store.ts';
import { SHEETS_OF_CARD } from '../period-sheet/sheet.store.ts';
import { primeChildPage, query } from '../sql/list.ts';
import { argumentsBelow } from '../sql/looked-ahead.ts';
import {
  isPageSize,
  type ListStatement,
  type PageArguments,
  type PlacedRow,
  pageStatement,
  parsePage,
} from '../sql/page.ts';
import { raw, type Sql, sql } from '../sql/sql.ts';
import { EMPLOYEE_COLUMNS, type EmployeeRow, employeesOn } from './employee.store.ts';

/** The lists of a card: what the batch of each is called, and its statement. */
const LISTS: Readonly<Record<string, { readonly name: string; readonly list: ListStatement }>> = {
  periodSheets: { name: 'sheetsOfEmployee', list: SHEETS_OF_CARD },
  commendations: { name: 'commendationsOfEmployee', list: COMMENDATIONS_OF_EMPLOYEE },
  disciplineDecisions: { name: 'disciplineOfEmployee', list: DISCIPLINE_OF_EMPLOYEE },
  findings: { name: 'findingsOfEmployee', list: FINDINGS_OF_EMPLOYEE },
};

type CardRow = EmployeeRow & Readonly<Record<string, unknown>>;

/**
 * A person by his code, with those of the card's lists that the operation asks for, by one statement. The lists are put
 * where their own resolvers look first; whether they may be known is decided there, and by the row policies here.
 */
export async function findEmployeeCard(
  context: Context,
  code: string,
  info: GraphQLResolveInfo,
): Promise<EmployeeRow | null> {
  const asked = [...argumentsBelow(info, Object.keys(LISTS))].flatMap(([field, args]) => {
    const list = LISTS[field];
    // A page of a wrong size is refused by its own field, and whose a cursor is can be told only once the person is known.
    return list !== undefined && isFirstPage(args) ? [{ field, args: args as PageArguments, ...list }] : [];
  });
  const columns = asked.reduce<Sql>((all, { field, args, list }) => {
    const page = pageStatement(
      list,
      parsePage(context, args, list.order, () => ''),
    );
    return sql`${all}, (select json_agg(page) from (${page}) page) as ${raw(`"${field}"`)}`;
  }, EMPLOYEE_COLUMNS);
  const [row] = await query<CardRow>(
    context,
    sql`select ${columns} from ${employeesOn(context.today)} cross join lateral (select e.id) parent where e.code = ${code}`,
  );
  if (row === undefined) return null;
  for (const { field, args, name, list } of asked) {
    const rows = (row[field] ?? []) as readonly (PlacedRow & { readonly recordedAt?: string })[];
    primeChildPage(context, name, list, args, row.id, rows.map(reviveInstant));
  }
  return row;
}

function isFirstPage(args: PageArguments): boolean {
  return isPageSize(args) && !args.after && !args.before;
}

/** JSON has no instants; of these lists only a finding has one. */
function reviveInstant<Row extends { readonly recordedAt?: string }>(row: Row) {
  return row.recordedAt === undefined ? row : { ...row, recordedAt: new Date(row.recordedAt) };
}
