import type { Transaction } from '@congvu/prisma/database';
import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';
import type { Level } from '@congvu/schema/evaluation';
import { advanceClassification, type DecideClassifications, type DecisionRow } from '@congvu/schema/procedure';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import { lockRound } from '../classification-round/round-change.store.ts';
import type { Context } from '../context.ts';
import { type Change, changeAll } from '../mutation/change.ts';
import { findRowId } from '../mutation/global-id.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { getUnit } from '../unit/unit.store.ts';
import { classifierOf, mayDecide } from './classification.policy.ts';
import { classificationById } from './classification.store.ts';
import { countActs } from './count-acts.ts';
import { countRounds, type DecidableRow, findDecidable, findRoundQuotas, keepDecisions } from './decide.store.ts';
import { checkDecision, differs } from './decision-check.ts';
import { assertNotFuture } from './procedure.service.ts';
import { QuotaCount } from './quota-count.ts';

/** What became of each row, in the order given. JSON: it is kept with the idempotency key. */
export type DecidedRows = {
  readonly rows: { readonly index: number; readonly id: string | null; readonly errors: FieldError[] }[];
};

/** A row whose person and authority are known. */
interface NamedRow {
  readonly index: number;
  readonly id: string;
  readonly roundId: string;
  readonly given: DecisionRow;
}

/**
 * One decision about many people. Each row stands for itself: what the law or its state refuses is answered at its place, the
 * others are decided. Whoever decides is exactly the authority the row names, and never himself (art. 10).
 */
export async function decideClassifications(context: Context, input: DecideClassifications): Promise<DecidedRows> {
  assertNotFuture(context, input.decidedOn, '/decidedOn');
  const errors = new Map<number, DomainError>();
  const named = await authorise(context, input.rows, errors);
  const registry = await loadRuleSets(context);
  const actor = getActor(context);
  return changeAll(context, 'decideClassifications', input, async (tx) => {
    const rounds = [...new Set(named.map((row) => row.roundId))].toSorted();
    for (const round of rounds) await lockRound(tx, round);
    const accepted = await accept(tx, registry, rounds, named, errors);
    const decision = { number: input.decisionNumber, decidedOn: input.decidedOn };
    if (accepted.length > 0) {
      await keepDecisions(
        tx,
        accepted.map(({ id, given }) => ({
          id,
          level: given.level,
          not_classified: given.notClassified,
          reason: given.reason,
          override_document: given.overrideDocument,
          handling: given.handling,
        })),
        { ...decision, at: context.now, byId: actor.userId, byName: actor.displayName },
      );
      await countActs(tx, accepted);
    }
    const ids = new Map(accepted.map((row) => [row.index, row.id]));
    return {
      outcome: { rows: input.rows.map((_row, index) => toOutcome(index, ids, errors)) },
      changes: accepted.map(({ row, given }) => toChange(row, given, decision)),
    };
  });
}

/** The rows the actor may decide. The reasons why he may not decide the others are put in `errors`. */
async function authorise(
  context: Context,
  rows: readonly DecisionRow[],
  errors: Map<number, DomainError>,
): Promise<readonly NamedRow[]> {
  const classifier = classifierOf(context.actor);
  const seen = new Set<string>();
  const named = await Promise.all(
    rows.map(async (given, index): Promise<NamedRow | null> => {
      const id = findRowId('Classification', given.classification);
      const row = id === null ? null : await loadOne(context, classificationById, id);
      const refuse = (error: DomainError) => {
        errors.set(index, error);
        return null;
      };
      if (row === null) return refuse(domainError('NOT_FOUND'));
      const authority = await getUnit(context, row.authorityId);
      if (!mayDecide(classifier, authority.pathText, row.employeeId)) {
        return refuse(domainError('FORBIDDEN', { permission: 'CLASSIFICATION_DECIDE' }));
      }
      return { index, id: row.id, roundId: row.roundId, given };
    }),
  );
  return named.filter((row) => {
    if (row === null) return false;
    if (!seen.has(row.id)) return seen.add(row.id);
    errors.set(row.index, domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }));
    return false;
  }) as readonly NamedRow[];
}

export interface AcceptedRow extends NamedRow {
  readonly row: DecidableRow;
}

/** Looks at each row as it stands under the lock; whoever leaves the pool is looked at before whoever takes a place in it. */
async function accept(
  tx: Transaction,
  registry: RuleSetRegistry,
  rounds: readonly string[],
  named: readonly NamedRow[],
  errors: Map<number, DomainError>,
): Promise<readonly AcceptedRow[]> {
  const found = await findDecidable(
    tx,
    named.map((row) => row.id),
  );
  const rows = new Map(found.map((row) => [row.id, row]));
  const quotas = await findRoundQuotas(tx, rounds);
  const quota = new QuotaCount(registry, quotas, await countRounds(tx, quotas));
  const accepted: AcceptedRow[] = [];
  for (const each of named.toSorted((left, right) => placeOf(left.given.level) - placeOf(right.given.level))) {
    const row = rows.get(each.id);
    const error = row === undefined ? domainError('NOT_FOUND') : refuse(row, each.given, quota);
    if (row === undefined || error !== null) errors.set(each.index, error ?? domainError('NOT_FOUND'));
    else accepted.push({ ...each, row });
  }
  return accepted.toSorted((left, right) => left.index - right.index);
}

function placeOf(level: Level | null): number {
  return level === 'OUTSTANDING' ? 2 : level === 'GOOD' ? 1 : 0;
}

function refuse(row: DecidableRow, given: DecisionRow, quota: QuotaCount): DomainError | null {
  if (given.revision !== null && given.revision !== row.rowRevision) {
    return domainError('STALE_REVISION', { expected: given.revision, actual: row.rowRevision });
  }
  const state = advanceClassification(row.state, given.notClassified ? 'DECIDE_NOT_CLASSIFIED' : 'DECIDE', row.post);
  if (!row.current || !state.ok) return domainError('WRONG_STATE', { state: row.state });
  return checkDecision(row, given) ?? quota.take(row, given.level, given.overrideDocument !== null);
}

function toOutcome(index: number, ids: ReadonlyMap<number, string>, errors: ReadonlyMap<number, DomainError>) {
  const error = errors.get(index);
  return {
    index,
    id: ids.get(index) ?? null,
    errors: error === undefined ? [] : [{ path: `/rows/${index}${FIELDS[error.code] ?? ''}`, error }],
  };
}

/** The field of a row that an error is about. */
const FIELDS: Readonly<Partial<Record<DomainError['code'], string>>> = {
  NOT_FOUND: '/classification',
  FORBIDDEN: '/classification',
  INCONSISTENT: '/classification',
  WRONG_STATE: '/classification',
  STALE_REVISION: '/revision',
  REASON_REQUIRED: '/reason',
  OVERRIDE_REQUIRED: '/overrideDocument',
  FORCED_LEVEL: '/level',
  HEAD_ABOVE_UNIT: '/level',
  QUOTA_EXCEEDED: '/level',
};

function toChange(
  row: DecidableRow,
  given: DecisionRow,
  decision: { readonly number: string; readonly decidedOn: string },
): Change {
  return {
    entity: 'Classification',
    id: row.id,
    employeeId: row.employeeId,
    payload: {
      year: row.year,
      ...decision,
      level: given.level,
      notClassified: given.notClassified,
      proposal: row.proposal,
      proposedLevel: row.proposedLevel,
      differs: differs(row, given.level),
      reason: given.reason,
      overrideDocument: given.overrideDocument,
    },
  };
}
