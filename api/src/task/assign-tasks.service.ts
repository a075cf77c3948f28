import { randomUUID } from 'node:crypto';
import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import {
  type AssignTaskRow,
  type AssignTasks,
  assignTaskRowShape,
  originOf,
  parseInput,
} from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { type Period, periodOf } from '@congvu/schema/primitives/period';
import { multiply } from '@congvu/schema/primitives/rational';
import { type Authority, covers, mayDecideOn } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { ProductRow } from '../catalogue/product.store.ts';
import type { Context } from '../context.ts';
import type { EmployeeRow } from '../employee/employee.store.ts';
import { invalidInput, UnitClosedError } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { changeAll } from '../mutation/change.ts';
import { isOpen } from '../period-sheet/sheet.policy.ts';
import { rescoreSheets } from '../period-sheet/sheet.recompute.ts';
import { lockSheets, type SheetKey } from '../period-sheet/sheet-figures.store.ts';
import { assertVisible } from '../query-arguments.ts';
import { toDecimal } from '../scalar/decimal.ts';
import { exact } from '../scalar/exact.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import { findMonthStates, findNamedRows, insertTasks, type MonthState, type NewTask } from './assign-tasks.store.ts';
import { getActor } from './task-change.ts';

/** What every task must satisfy where nothing else is said (Nghị định 335/2025/NĐ-CP art. 18(1)). */
export const USUAL_QUALITY = 'Đúng nội dung, đúng thể thức, được cấp có thẩm quyền chấp nhận.';

/** What came of one row: a task, or what is wrong with it. */
export interface AssignedRow {
  readonly index: number;
  readonly taskId: string | null;
  readonly errors: readonly FieldError[];
}

/** A row whose person, product and deadline are in order. */
interface ReadyRow extends SheetKey {
  readonly index: number;
  readonly row: AssignTaskRow;
  readonly product: ProductRow;
}

/** As it is kept with the idempotency key: a task's id or null for each row, and the errors as JSON by the row's index. */
type Outcome = { tasks: (string | null)[]; errors: Record<string, string> };

/**
 * Assigns a product to each of many people of a unit in one call and a fixed number of statements. Good rows land and bad
 * ones are named; with `atomic` either all land or none. Errors: NOT_FOUND, FORBIDDEN and UNIT_CLOSED for the unit,
 * INVALID_INPUT with "/rows/…" where `atomic` rows are bad.
 */
export async function assignTasks(context: Context, input: AssignTasks): Promise<readonly AssignedRow[]> {
  const parsed = input.rows.map((row) => parseInput(assignTaskRowShape, row));
  const wanted = parsed.flatMap((row) => (row.ok ? [row.value] : []));
  const named = await findNamedRows(
    context,
    input.unit,
    [...new Set(wanted.map((row) => row.employee))],
    [...new Set(wanted.map((row) => row.product))],
  );
  const unit = assertVisible(named.unit, context);
  const authority = await loadAuthority(context, 'TASK_ASSIGN');
  if (!covers(authority.unitPaths, unit.pathText)) throw forbidden(context.locale, 'TASK_ASSIGN');
  assertUnitOpen(unit, context.today);

  const people = new Map(named.people.map((person) => [person.code, person]));
  const products = new Map(named.products.map((product) => [product.code, product]));
  const errors = new Map<number, FieldError[]>();
  const ready: ReadyRow[] = [];
  for (const [index, row] of parsed.entries()) {
    if (!row.ok) errors.set(index, [...row.error.payload.fields]);
    else {
      const checked = check(context, authority, unit, row.value, people.get(row.value.employee), products);
      if (checked.errors.length > 0) errors.set(index, checked.errors);
      else if (checked.key && checked.product)
        ready.push({ ...checked.key, index, row: row.value, product: checked.product });
    }
  }
  const outcome = await changeAll<Outcome>(context, 'assignTasks', input, async (tx) => {
    const keys = [...new Map(ready.map((row) => [keyText(row), row])).values()];
    await lockSheets(tx, keys);
    const states = new Map((await findMonthStates(tx, keys)).map((state) => [keyText(state), state]));
    const tasks: (NewTask & { readonly index: number })[] = [];
    for (const row of ready) {
      const state = states.get(keyText(row));
      const closed = state === undefined ? null : closedError(state);
      if (closed !== null) errors.set(row.index, [{ path: '/deadline', error: closed }]);
      else tasks.push({ index: row.index, ...toTask(row, originOf(context.now, state?.fixedAt ?? null)) });
    }
    if (input.atomic && errors.size > 0) throw invalidInput(...fieldsOf(errors));
    await insertTasks(tx, tasks, getActor(context), context.now);
    await rescoreSheets(tx, context, [...new Map(tasks.map((task) => [keyText(task), task])).values()]);
    const taskOf = new Map(tasks.map(({ index, id }) => [index, id]));
    const kept: Outcome = {
      tasks: input.rows.map((_row, index) => taskOf.get(index) ?? null),
      errors: Object.fromEntries([...errors].map(([index, fields]) => [index, JSON.stringify(fields)])),
    };
    // One entry for the call: an entry a task would lock the chain for thousands of links.
    const payload = { unit: unit.code, assigned: tasks.length, refused: errors.size, tasks: tasks.map(({ id }) => id) };
    return { outcome: kept, changes: [{ entity: 'Unit', id: unit.id, employeeId: null, payload }] };
  });
  return outcome.tasks.map((taskId, index) => {
    const fields = outcome.errors[index];
    // Written above, in this call or the one it repeats.
    return { index, taskId, errors: fields === undefined ? [] : (JSON.parse(fields) as FieldError[]) };
  });
}

function assertUnitOpen(unit: UnitRow, today: LocalDate): void {
  if (unit.validTo === null || unit.validTo >= today) return;
  // Written by the database from a date column.
  throw new UnitClosedError(domainError('UNIT_CLOSED', { unit: unit.code, closedOn: unit.validTo as LocalDate }));
}

interface Checked {
  readonly errors: FieldError[];
  readonly key?: SheetKey;
  readonly product?: ProductRow | undefined;
}

/** A person outside the unit of the call is unknown there, whether or not the actor may see him elsewhere. */
function check(
  context: Context,
  authority: Authority,
  unit: UnitRow,
  row: AssignTaskRow,
  person: EmployeeRow | undefined,
  products: ReadonlyMap<string, ProductRow>,
): Checked {
  const product = products.get(row.product);
  const errors: FieldError[] = [];
  if (product === undefined)
    errors.push({ path: '/product', error: domainError('PRODUCT_UNKNOWN', { product: row.product }) });
  const assignment = person?.assignment ?? null;
  if (person === undefined || (assignment !== null && !covers([unit.pathText], assignment.unit.pathText))) {
    const error = domainError('EMPLOYEE_UNKNOWN', { employee: row.employee });
    return { errors: [{ path: '/employee', error }, ...errors] };
  }
  if (assignment === null) {
    const error = domainError('NO_ASSIGNMENT', { employee: row.employee, on: context.today });
    return { errors: [{ path: '/employee', error }, ...errors] };
  }
  const subject = { employeeId: person.id, post: assignment.post, unitPath: assignment.unit.pathText };
  if (!mayDecideOn(authority, subject))
    errors.push({ path: '/employee', error: domainError('FORBIDDEN', { permission: 'TASK_ASSIGN' }) });
  // Written by the database from date columns.
  const [from, to] = [assignment.validFrom as LocalDate, assignment.validTo as LocalDate | null];
  if (row.deadline < from || (to !== null && to < row.deadline))
    errors.push({ path: '/deadline', error: domainError('DEADLINE_OUTSIDE_ASSIGNMENT', { from, to }) });
  const key = { employeeId: person.id, unitId: assignment.unit.id, period: periodOf(row.deadline) };
  return { errors, key, product };
}

/** Errors: PERIOD_CLOSED; WRONG_STATE where the person's sheet of the period is confirmed. */
function closedError(state: MonthState): DomainError | null {
  // The period is one of ours, worked out from a deadline.
  if (state.closedAt !== null) return domainError('PERIOD_CLOSED', { period: state.period as Period });
  if (state.sheetState !== null && !isOpen({ state: state.sheetState }))
    return domainError('WRONG_STATE', { state: state.sheetState });
  return null;
}

function toTask({ row, product, employeeId, unitId, period }: ReadyRow, origin: NewTask['origin']): NewTask {
  const units = multiply(row.quantity, exact(product.coefficientNumerator, product.coefficientDenominator));
  return {
    id: randomUUID(),
    employeeId,
    unitId,
    period,
    productId: product.id,
    title: row.title ?? product.name,
    quantity: toDecimal(row.quantity),
    coefficientNumerator: product.coefficientNumerator,
    coefficientDenominator: product.coefficientDenominator,
    unitsNumerator: String(units.numerator),
    unitsDenominator: String(units.denominator),
    qualityRequirement: row.qualityRequirement ?? USUAL_QUALITY,
    deadline: row.deadline,
    responsibility: row.responsibility,
    origin,
  };
}

function fieldsOf(errors: ReadonlyMap<number, readonly FieldError[]>): readonly FieldError[] {
  return [...errors]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([index, fields]) => fields.map(({ path, error }) => ({ path: `/rows/${index}${path}`, error })));
}

function keyText({ employeeId, unitId, period }: SheetKey): string {
  return `${employeeId} ${unitId} ${period}`;
}
