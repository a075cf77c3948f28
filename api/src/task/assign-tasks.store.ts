import type { Transaction } from '@congvu/prisma/database';
import type { Responsibility, SheetState, TaskOrigin } from '@congvu/schema/evaluation';
import { PRODUCT_COLUMNS, PRODUCT_FROM, type ProductRow } from '../catalogue/product.store.ts';
import type { Context } from '../context.ts';
import { EMPLOYEE_COLUMNS, type EmployeeRow, employeeById, employeesOn } from '../employee/employee.store.ts';
import type { SheetKey } from '../period-sheet/sheet-figures.store.ts';
import { prime } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { raw, sql } from '../sql/sql.ts';
import { UNIT_JSON, type UnitRow } from '../unit/unit.store.ts';

/** What a call for a whole unit names, as far as the actor may see it. */
export interface NamedRows {
  readonly unit: UnitRow | null;
  readonly people: readonly EmployeeRow[];
  /** Of the newest versions in force today. */
  readonly products: readonly ProductRow[];
}

/**
 * The unit, the people with their assignments today and the products: one statement, however many there are. The actor
 * himself comes along, for his post says what he may assign.
 */
export async function findNamedRows(
  context: Context,
  unit: string,
  employees: readonly string[],
  products: readonly string[],
): Promise<NamedRows> {
  const [found] = await query<NamedRows>(
    context,
    sql`select
      (select ${raw(UNIT_JSON)} from congvu.unit u where u.code = ${unit}) as unit,
      coalesce((select json_agg(person) from (
        select ${EMPLOYEE_COLUMNS} from ${employeesOn(context.today)} where e.code = any(${employees}::text[])
          or e.id = ${context.actor?.employeeId ?? null}::uuid
      ) person), '[]') as people,
      coalesce((select json_agg(product) from (
        select distinct on (p.code) ${PRODUCT_COLUMNS} from ${PRODUCT_FROM} where p.code = any(${products}::text[])
          and c.valid_from <= ${context.today}::date and coalesce(c.valid_to >= ${context.today}::date, true)
        order by p.code, c.valid_from desc
      ) product), '[]') as products`,
  );
  const self = found?.people.find((person) => person.id === context.actor?.employeeId);
  if (self !== undefined) prime(context, employeeById, self.id, self);
  return found ?? { unit: null, people: [], products: [] };
}

/** How a month of a unit and the sheet of a person in it stand. */
export interface MonthState extends SheetKey {
  readonly fixedAt: Date | null;
  readonly closedAt: Date | null;
  readonly sheetState: SheetState | null;
}

/** In the keys' order. */
export function findMonthStates(tx: Transaction, keys: readonly SheetKey[]): Promise<readonly MonthState[]> {
  return tx.$queryRaw`
    select k.employee_id as "employeeId", k.unit_id as "unitId", k.period, p.fixed_at as "fixedAt",
      p.closed_at as "closedAt", s.state::text as "sheetState"
    from unnest(${keys.map((key) => key.employeeId)}::uuid[], ${keys.map((key) => key.unitId)}::uuid[],
      ${keys.map((key) => key.period)}::text[]) with ordinality as k (employee_id, unit_id, period, place)
    left join congvu.period_plan p on p.unit_id = k.unit_id and p.period = k.period
    left join congvu.period_sheet s
      on s.employee_id = k.employee_id and s.unit_id = k.unit_id and s.period = k.period
    order by k.place`;
}

/** A task as it is inserted; numbers as text. */
export interface NewTask extends SheetKey {
  readonly id: string;
  readonly productId: string;
  readonly title: string;
  readonly quantity: string;
  readonly coefficientNumerator: string;
  readonly coefficientDenominator: string;
  readonly unitsNumerator: string;
  readonly unitsDenominator: string;
  readonly qualityRequirement: string;
  readonly deadline: string;
  readonly responsibility: Responsibility;
  readonly origin: TaskOrigin;
}

/** Inserts tasks by one statement. */
export async function insertTasks(
  tx: Transaction,
  tasks: readonly NewTask[],
  by: { readonly userId: string; readonly displayName: string },
  at: Date,
): Promise<void> {
  if (tasks.length === 0) return;
  await tx.$executeRaw`
    insert into congvu.task (id, employee_id, unit_id, product_id, title, quantity, coefficient_numerator,
      coefficient_denominator, units_numerator, units_denominator, quality_requirement, deadline, responsibility,
      origin, period, assigned_by_id, assigned_by_name, assigned_at)
    select r.id, r."employeeId", r."unitId", r."productId", r.title, r.quantity, r."coefficientNumerator",
      r."coefficientDenominator", r."unitsNumerator", r."unitsDenominator", r."qualityRequirement", r.deadline,
      r.responsibility, r.origin, r.period, ${by.userId}::uuid, ${by.displayName}, ${at}
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as r (id uuid, "employeeId" uuid, "unitId" uuid,
      "productId" uuid, title text, quantity numeric, "coefficientNumerator" bigint, "coefficientDenominator" bigint,
      "unitsNumerator" bigint, "unitsDenominator" bigint, "qualityRequirement" text, deadline date,
      responsibility congvu.responsibility, origin congvu.task_origin, period text)`;
}
