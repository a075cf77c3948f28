import type { Transaction } from '@congvu/prisma/database';
import { documentKey } from '@congvu/schema/document-number';
import { domainError } from '@congvu/schema/errors';
import { type AssignTask, type DocumentInput, originOf } from '@congvu/schema/evaluation';
import { periodOf } from '@congvu/schema/primitives/period';
import { multiply } from '@congvu/schema/primitives/rational';
import type { ProductRow } from '../catalogue/product.store.ts';
import type { Context } from '../context.ts';
import { findDocumentOfUnit } from '../document/document-tasks.store.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { UnitClosedError } from '../error/refusals.ts';
import { type Change, change } from '../mutation/change.ts';
import { rescoreSheet } from '../period-sheet/sheet.recompute.ts';
import { toDecimal } from '../scalar/decimal.ts';
import { exact } from '../scalar/exact.ts';
import { USUAL_QUALITY } from './assign-tasks.service.ts';
import { type Assignable, findAssignable, findProductInForce } from './assignable.ts';
import { findPlan, toDateColumn } from './task-change.store.ts';
import { assertPeriodOpen, getActor } from './task-change.ts';

/** Makes a task of a product for a person, with the document it rests on. Answers the task's id. */
export async function assignTask(context: Context, input: AssignTask): Promise<string> {
  const assignable = await findAssignable(context, input.employee, input.deadline);
  // Read before the transaction, which must wait for no second connection.
  await getEmployee(context, assignable.employee.id);
  const product = await findProductInForce(context, input.product);
  return change(context, 'assignTask', input, (tx) => work(tx, context, input, assignable, product));
}

async function work(
  tx: Transaction,
  context: Context,
  input: AssignTask,
  { employee, assignment: { unit } }: Assignable,
  product: ProductRow,
): Promise<Change> {
  if (unit.validTo !== null && unit.validTo < context.today) {
    // Written by the database from a date column.
    const closedOn = unit.validTo as typeof input.deadline;
    throw new UnitClosedError(domainError('UNIT_CLOSED', { unit: unit.code, closedOn }));
  }
  const period = periodOf(input.deadline);
  await assertPeriodOpen(tx, unit.id, employee.id, period);
  const plan = await findPlan(tx, unit.id, period);
  const origin = originOf(context.now, plan?.fixedAt ?? null);
  const units = multiply(input.quantity, exact(product.coefficientNumerator, product.coefficientDenominator));
  const actor = getActor(context);
  const task = await tx.task.create({
    data: {
      employeeId: employee.id,
      unitId: unit.id,
      productId: product.id,
      title: input.title ?? input.document?.number ?? product.name,
      quantity: toDecimal(input.quantity),
      coefficientNumerator: BigInt(product.coefficientNumerator),
      coefficientDenominator: BigInt(product.coefficientDenominator),
      unitsNumerator: units.numerator,
      unitsDenominator: units.denominator,
      qualityRequirement: input.qualityRequirement ?? USUAL_QUALITY,
      deadline: toDateColumn(input.deadline),
      responsibility: input.responsibility,
      origin,
      period,
      assignedById: actor.userId,
      assignedByName: actor.displayName,
      assignedAt: context.now,
    },
    select: { id: true },
  });
  const documentId = input.document === null ? null : await keepDocument(tx, context, unit.id, input.document);
  if (documentId !== null) await tx.taskDocument.create({ data: { taskId: task.id, documentId } });
  await rescoreSheet(tx, context, { employeeId: employee.id, unitId: unit.id, period });
  return {
    entity: 'Task',
    id: task.id,
    employeeId: employee.id,
    payload: {
      employee: employee.code,
      product: product.code,
      units: `${units.numerator}/${units.denominator}`,
      deadline: input.deadline,
      origin,
      period,
      document: documentId,
    },
  };
}

/** The document as the page showed it; one already kept by this unit is the same document, also where a page showed less. */
async function keepDocument(
  tx: Transaction,
  context: Context,
  unitId: string,
  document: DocumentInput,
): Promise<string> {
  const year = document.date === null ? null : Number(document.date.slice(0, 4));
  const key = documentKey(document.issuer, year, document.number);
  const { number, issuer, host } = document;
  const known = await findDocumentOfUnit(tx, unitId, { number, issuer, year, host });
  if (known !== null) return known;
  // Where several fit, the very same key is still one row: a page shows no more of it than it did then.
  const same = await tx.document.findUnique({
    where: { unitId_host_key: { unitId, host, key } },
    select: { id: true },
  });
  if (same !== null) return same.id;
  const { id } = await tx.document.create({
    data: {
      unitId,
      key,
      number: document.number,
      issuer: document.issuer,
      date: document.date === null ? null : toDateColumn(document.date),
      deadline: document.deadline === null ? null : toDateColumn(document.deadline),
      host: document.host,
      path: document.path,
      adapter: document.adapter,
      recordedById: getActor(context).userId,
    },
    select: { id: true },
  });
  if (document.handlers.length > 0) {
    await tx.documentHandler.createMany({
      data: document.handlers.map((handler, position) => ({ documentId: id, position, ...handler })),
    });
  }
  return id;
}
