import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import { originOf, type Post, type SheetState } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type Period, periodOf } from '@congvu/schema/primitives/period';
import { multiply } from '@congvu/schema/primitives/rational';
import { type Authority, covers, mayDecideOn } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import { PRODUCT_COLUMNS, PRODUCT_FROM, type ProductRow } from '../catalogue/product.store.ts';
import { isOpen } from '../period-sheet/sheet.policy.ts';
import { rescoreSheets } from '../period-sheet/sheet.recompute.ts';
import { lockSheets, type SheetKey } from '../period-sheet/sheet-figures.store.ts';
import { toDecimal } from '../scalar/decimal.ts';
import { exact } from '../scalar/exact.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { USUAL_QUALITY } from '../task/assign-tasks.service.ts';
import { findMonthStates, insertTasks, type MonthState, type NewTask } from '../task/assign-tasks.store.ts';
import { getActor } from '../task/task-change.ts';
import type { BatchTarget, ImportSetting, Planned, ReadRow, RowOutcome, WrittenRow } from './import-target.ts';

interface KnownPerson {
  readonly id: string;
  readonly code: string;
  readonly unitId: string | null;
  readonly unitPath: string | null;
  readonly post: Post | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

interface NamedTask extends SheetKey {
  readonly line: number;
  readonly task: Omit<NewTask, 'origin'>;
}

/**
 * Tasks given to people, as `assignTasks` does, and confirmed of none. One that is there already, by person, product, title
 * and deadline, is not given again.
 */
export function taskTarget(setting: ImportSetting): BatchTarget<'TASK'> {
  const { context } = setting;
  return {
    register: 'TASK',
    keysOf: ({ employee, product, title, deadline }) => [
      { path: '/product', key: `${employee} ${product} ${deadline} ${title ?? ''}`, says: product },
    ],
    plan: async (tx, rows) => {
      const people = await findPeople(setting, rows);
      const products = await findProducts(setting, rows);
      const authority = await loadAuthority(context, 'TASK_ASSIGN');
      const named = rows.map((row) =>
        nameRow(row, people.get(row.record.employee), products.get(row.record.product), setting, authority),
      );
      const good = named.flatMap((each) => ('task' in each ? [each] : []));
      const there = await findThere(
        tx,
        good.map(({ task }) => task),
      );
      const keys = [...new Map(good.map((each) => [keyText(each), each])).values()];
      const states = new Map((await findMonthStates(tx, keys)).map((state) => [keyText(state), state]));
      return named.map((each): RowOutcome => {
        if (!('task' in each)) return each;
        const { line, task } = each;
        if (there.has(task.id)) return { line, planned: null };
        const state = states.get(keyText(each));
        const closed = state === undefined ? null : closedError(state);
        if (closed !== null) return { line, errors: [{ path: '/deadline', error: closed }] };
        const origin = originOf(context.now, state?.fixedAt ?? null);
        return { line, planned: { line, id: task.id, number: null, row: { ...task, origin } } };
      });
    },
    insert: async (tx, planned) => {
      const tasks = planned.map(toNewTask);
      const keys = [...new Map(tasks.map((task) => [keyText(task), task])).values()];
      await lockSheets(tx, keys);
      await insertTasks(tx, tasks, getActor(context), context.now);
      await rescoreSheets(tx, context, keys);
      return planned.map(
        ({ line, id }): WrittenRow => ({ line, entity: 'task', rowId: id, action: 'CREATED', revisionAfter: 1 }),
      );
    },
  };
}

/** The row of a planned task is the task, as plan() made it. */
function toNewTask({ row }: Planned): NewTask {
  return row as unknown as NewTask;
}

function nameRow(
  { line, record }: ReadRow<'TASK'>,
  person: KnownPerson | undefined,
  product: ProductRow | undefined,
  setting: ImportSetting,
  authority: Authority,
): NamedTask | { readonly line: number; readonly errors: readonly FieldError[] } {
  const { employee, deadline } = record;
  const errors: FieldError[] = [];
  if (product === undefined)
    errors.push({ path: '/product', error: domainError('PRODUCT_UNKNOWN', { product: record.product }) });
  const unit = person?.unitPath ?? null;
  if (person === undefined || (unit !== null && !covers([setting.unit.path], unit)))
    return { line, errors: [{ path: '/employee', error: domainError('EMPLOYEE_UNKNOWN', { employee }) }, ...errors] };
  if (unit === null || person.unitId === null || person.post === null || person.from === null) {
    const error = domainError('NO_ASSIGNMENT', { employee, on: setting.context.today });
    return { line, errors: [{ path: '/employee', error }, ...errors] };
  }
  const subject = { employeeId: person.id, post: person.post, unitPath: unit };
  const mayImport = setting.isKept({ id: '', code: '', path: unit }) && person.id !== authority.employeeId;
  if (!mayImport && !mayDecideOn(authority, subject))
    errors.push({ path: '/employee', error: domainError('FORBIDDEN', { permission: 'TASK_IMPORT' }) });
  const { from, to } = person;
  if (deadline < from || (to !== null && to < deadline))
    errors.push({ path: '/deadline', error: domainError('DEADLINE_OUTSIDE_ASSIGNMENT', { from, to }) });
  if (product === undefined || errors.length > 0) return { line, errors };
  const units = multiply(record.quantity, exact(product.coefficientNumerator, product.coefficientDenominator));
  const key = { employeeId: person.id, unitId: person.unitId, period: periodOf(deadline) };
  return {
    line,
    ...key,
    task: {
      ...key,
      id: randomUUID(),
      productId: product.id,
      title: record.title ?? product.name,
      quantity: toDecimal(record.quantity),
      coefficientNumerator: product.coefficientNumerator,
      coefficientDenominator: product.coefficientDenominator,
      unitsNumerator: String(units.numerator),
      unitsDenominator: String(units.denominator),
      qualityRequirement: record.qualityRequirement ?? USUAL_QUALITY,
      deadline,
      responsibility: record.responsibility,
    },
  };
}

async function findPeople({ context }: ImportSetting, rows: readonly ReadRow<'TASK'>[]) {
  const found = await query<KnownPerson>(
    context,
    sql`select e.id, e.code, a.unit_id as "unitId", a.path_text as "unitPath", a.post, a.valid_from as "from", a.valid_to as "to"
      from congvu.employee e left join lateral (
        select s.unit_id, u.path_text, s.post, s.valid_from, s.valid_to
        from congvu.assignment s join congvu.unit u on u.id = s.unit_id
        where s.employee_id = e.id and s.valid_from <= ${context.today}::date
          and coalesce(s.valid_to >= ${context.today}::date, true) limit 1) a on true
      where e.code = any(${[...new Set(rows.map(({ record }) => record.employee))]}::text[])`,
  );
  return new Map(found.map((person) => [person.code, person]));
}

async function findProducts({ context }: ImportSetting, rows: readonly ReadRow<'TASK'>[]) {
  const found = await query<ProductRow>(
    context,
    sql`select distinct on (p.code) ${PRODUCT_COLUMNS} from ${PRODUCT_FROM}
      where p.code = any(${[...new Set(rows.map(({ record }) => record.product))]}::text[])
        and c.valid_from <= ${context.today}::date and coalesce(c.valid_to >= ${context.today}::date, true)
      order by p.code, c.valid_from desc`,
  );
  return new Map(found.map((product) => [product.code, product]));
}

/** Ids of those of these tasks that somebody has been given already. */
async function findThere(tx: Transaction, tasks: readonly Omit<NewTask, 'origin'>[]): Promise<ReadonlySet<string>> {
  if (tasks.length === 0) return new Set();
  const rows = await tx.$queryRaw<readonly { readonly id: string }[]>`
    select g.id from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) g (id uuid, "employeeId" uuid, "productId" uuid,
      title text, deadline date)
    where exists (select 1 from congvu.task t where t.employee_id = g."employeeId" and t.product_id = g."productId"
      and t.deadline = g.deadline and t.title = g.title)`;
  return new Set(rows.map(({ id }) => id));
}

/** Errors: PERIOD_CLOSED; WRONG_STATE where the person's sheet of the month is confirmed. */
function closedError(state: MonthState & { readonly sheetState: SheetState | null }): DomainError | null {
  // The period is one of ours, worked out from a deadline.
  if (state.closedAt !== null) return domainError('PERIOD_CLOSED', { period: state.period as Period });
  if (state.sheetState !== null && !isOpen({ state: state.sheetState }))
    return domainError('WRONG_STATE', { state: state.sheetState });
  return null;
}

function keyText({ employeeId, unitId, period }: SheetKey): string {
  return `${employeeId} ${unitId} ${period}`;
}
