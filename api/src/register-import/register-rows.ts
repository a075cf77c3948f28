import type { Transaction } from '@congvu/prisma/database';
import { domainError, type FieldError } from '@congvu/schema/errors';
import type { ImportRegister } from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { findPeople, findUnits, keyOfPerson } from './found.store.ts';
import type { BatchTarget, Found, ImportTarget, Planned, ReadRow, RowOutcome } from './import-target.ts';

/** The table that each register's records are rows of. */
const ENTITIES: Readonly<Partial<Record<ImportRegister, string>>> = {
  DISCIPLINE: 'discipline_decision',
  COMMENDATION: 'commendation',
  INITIATIVE: 'initiative',
  FEEDBACK: 'feedback',
};

/** Records of a register, each of which stands alone: who is in it is looked up, then whether it is there already. */
export function registerRows<Register extends ImportRegister>(
  context: Context,
  target: ImportTarget<Register>,
  isKept: Found['isKept'],
): BatchTarget<Register> {
  return {
    register: target.register,
    // By what is planned: a record's key names the person and not his code.
    keysOf: () => [],
    plan: async (tx, rows) => leaveOutKnown(tx, target, await planEach(context, target, rows, isKept)),
    insert: async (tx, planned) => {
      await target.insert(tx, planned);
      const entity = ENTITIES[target.register] ?? '';
      return planned.map(({ line, id }) => ({ line, entity, rowId: id, action: 'CREATED', revisionAfter: 1 }));
    },
  };
}

async function planEach<Register extends ImportRegister>(
  context: Context,
  target: ImportTarget<Register>,
  rows: readonly ReadRow<Register>[],
  isKept: Found['isKept'],
): Promise<readonly RowOutcome[]> {
  const named = rows.flatMap(({ record }) => target.people(record));
  const people = await findPeople(context, unique(named, keyOfPerson));
  const codes = rows.flatMap(({ record }) => target.units(record));
  const units = await findUnits(context, unique(codes, String));
  const found: Found = {
    person: (person) => people.get(keyOfPerson(person)) ?? null,
    unit: (code) => units.get(code) ?? null,
    isKept,
    self: context.actor?.employeeId ?? null,
    today: context.today,
  };
  return rows.map(({ line, record }) => {
    const plan = target.plan(record, line, found);
    return plan.ok ? { line, planned: plan.value } : { line, errors: plan.error };
  });
}

/** A record that is in the register, or twice in a batch, is bad where it comes second. */
async function leaveOutKnown(
  tx: Transaction,
  target: Pick<ImportTarget, 'keyOf' | 'keyPath' | 'findKnown'>,
  outcomes: readonly RowOutcome[],
): Promise<readonly RowOutcome[]> {
  const planned = outcomes.flatMap((outcome): readonly Planned[] =>
    'planned' in outcome && outcome.planned !== null ? [outcome.planned] : [],
  );
  if (planned.length === 0) return outcomes;
  const known = new Map((await target.findKnown(tx, planned)).map(({ key, number }) => [key, number]));
  return outcomes.map((outcome) => {
    if (!('planned' in outcome) || outcome.planned === null) return outcome;
    const key = target.keyOf(outcome.planned);
    const number = known.get(key);
    known.set(key, number ?? outcome.planned.number ?? `#${outcome.line}`);
    if (number === undefined) return outcome;
    const error = domainError('DUPLICATE_RECORD', { decisionNumber: number });
    const errors: readonly FieldError[] = [{ path: target.keyPath, error }];
    return { line: outcome.line, errors };
  });
}

function unique<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
