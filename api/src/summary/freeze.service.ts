import { createHash, randomUUID } from 'node:crypto';
import type { Prisma } from '@congvu/prisma/client';
import { domainError } from '@congvu/schema/errors';
import {
  canonicalJson,
  type FreezeSummary,
  type PullSummary,
  SUMMARY_ENGINE,
  type SummaryBody,
  type SummaryInputs,
  summarise,
  summariseBy,
  type VersionedInput,
} from '@congvu/schema/summary';
import type { GraphQLSchema } from 'graphql';
import { isPurpose, PURPOSES } from '../access/purpose.ts';
import { covers } from '../authority/authority.policy.ts';
import type { Context } from '../context.ts';
import { invalidField } from '../error/refusals.ts';
import { forbidden, requestError } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, UNIT_COLUMNS, type UnitRow } from '../unit/unit.store.ts';
import { Asker } from './ask.ts';
import { type GatheredInputs, gatherInputs } from './inputs-of.ts';
import { contentBySummary, type SummaryContent, type SummaryRow, summaryById } from './summary.store.ts';
import { findSeenSequence, findVersions } from './versions.store.ts';

/**
 * Freezes what a question answers now: its inputs as values, what they say, the digests of both, numbered and in the chain. Answers
 * its id. Errors: those of the question; FORBIDDEN over the unit; UNKNOWN_VALUE of a purpose; TOO_MANY_ROWS.
 */
export async function freezeSummary(context: Context, schema: GraphQLSchema, input: FreezeSummary): Promise<string> {
  const { purpose } = input;
  if (!isPurpose(purpose)) {
    throw invalidField(
      '/purpose',
      domainError('UNKNOWN_VALUE', { given: purpose.slice(0, 40), allowed: [...PURPOSES] }),
    );
  }
  const { gathered, unit, versions, seenSequence } = await readInputs(context, schema, input);
  const inputs: SummaryInputs = { ...gathered.inputs, unit: { code: unit.code, name: unit.name } };
  const body = summarise(inputs);
  for (const employeeId of gathered.employees) context.access.note('summary', employeeId);
  const actor = getActor(context);
  const digests = { inputs: digestOf(inputs), body: digestOf(body) };
  return change(context, 'freezeSummary', input, async (tx) => {
    const id = randomUUID();
    await tx.summary.create({
      data: {
        id,
        unitId: unit.id,
        kind: input.kind,
        title: input.title,
        purpose,
        // Plain values, as their types say; interfaces have no index signature for Prisma's type of them.
        question: input.question as unknown as Prisma.InputJsonValue,
        inputs: inputs as unknown as Prisma.InputJsonValue,
        versions: versions as unknown as Prisma.InputJsonValue,
        body: body as unknown as Prisma.InputJsonValue,
        engine: SUMMARY_ENGINE,
        inputsSha256: new Uint8Array(digests.inputs),
        bodySha256: new Uint8Array(digests.body),
        showsDiscipline: gathered.showsDiscipline,
        seenSequence: BigInt(seenSequence),
        frozenAt: context.now,
        frozenById: actor.userId,
        frozenByName: actor.displayName,
      },
      select: { id: true },
    });
    const payload = {
      unit: unit.code,
      kind: input.kind,
      purpose,
      engine: SUMMARY_ENGINE,
      inputsSha256: digests.inputs.toString('hex'),
      bodySha256: digests.body.toString('hex'),
    };
    return { entity: 'Summary', id, employeeId: null, payload };
  });
}

/** What the question answers, with what its inputs say. */
interface ReadInputs {
  readonly gathered: GatheredInputs;
  readonly unit: UnitRow;
  readonly versions: readonly VersionedInput[];
  /** The chain's last place then. */
  readonly seenSequence: string;
}

/**
 * Asks the question and reads what its inputs say in one instant: a figure that changes between its pages, or after them, is in none
 * of the two, and is told later as superseded (decisions/0018). Errors: as freezeSummary().
 */
function readInputs(outer: Context, schema: GraphQLSchema, input: FreezeSummary): Promise<ReadInputs> {
  return outer.database.readTogether(async (pool) => {
    // What the request read before is of another instant.
    const context: Context = { ...outer, database: { ...outer.database, pool }, loaders: new Map() };
    const gathered = await gatherInputs(context, new Asker(schema, context), input);
    const unit = await findReadersUnit(context, gathered);
    assertMayFreeze(context, input.kind, unit);
    const versions = await findVersions(context, gathered, unit.id);
    return { gathered, unit, versions, seenSequence: await findSeenSequence(context) };
  });
}

function assertMayFreeze(context: Context, kind: FreezeSummary['kind'], unit: UnitRow): void {
  const permission = kind === 'COMMENDATION' ? 'COMMENDATION_READ' : 'RANKING_READ';
  const paths = context.actor?.permissions.find((held) => held.permission === permission)?.unitPaths ?? [];
  if (!covers(paths, unit.pathText)) throw forbidden(context.locale, permission);
}

/** The unit a summary belongs to: that of its question, or the lowest one above all its people. Errors: NOT_FOUND. */
async function findReadersUnit(context: Context, { unit, employees }: GatheredInputs): Promise<UnitRow> {
  if (unit !== null) return assertVisible(await findUnitByCode(context, unit), context);
  const [row] = await query<UnitRow>(
    context,
    sql`select ${UNIT_COLUMNS} from congvu.unit u where not exists (
        select from congvu.assignment a join congvu.unit own on own.id = a.unit_id
        where a.employee_id = any(${employees}::uuid[]) and a.valid_from <= ${context.today}::date
          and coalesce(a.valid_to, 'infinity') >= ${context.today}::date and not own.path <@ u.path)
      order by u.level desc, u.code limit 1`,
  );
  return assertVisible(row ?? null, context);
}

function digestOf(value: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(value)).digest();
}

/** What a summary says, worked out again from the inputs it keeps. */
export interface Recomputed {
  readonly body: SummaryBody;
  readonly bodySha256: string;
  /** Whether inputs and body are those that were frozen. */
  readonly same: boolean;
}

/** Works a summary out again by the engine it was made by. */
export function recompute(summary: SummaryRow, content: SummaryContent): Recomputed {
  const summariseThen = summariseBy[summary.engine];
  if (summariseThen === undefined) throw new Error(`There is no engine ${summary.engine}.`);
  // Kept as it was made; its digest says whether it still is.
  const body = summariseThen(content.inputs as SummaryInputs);
  const bodySha256 = digestOf(body).toString('hex');
  const isKept =
    digestOf(content.inputs).toString('hex') === summary.inputsSha256 &&
    digestOf(content.body).toString('hex') === summary.bodySha256;
  return { body, bodySha256, same: isKept && bodySha256 === summary.bodySha256 };
}

/** A summary with all it says. Errors: NOT_FOUND. */
export async function findSummary(
  context: Context,
  globalId: string,
): Promise<{ readonly summary: SummaryRow; readonly content: SummaryContent }> {
  const id = rowId(context, 'Summary', globalId);
  const summary = assertVisible(await loadOne(context, summaryById, id), context);
  const content = assertVisible(await loadOne(context, contentBySummary, id), context);
  return { summary, content };
}

/** Notes that somebody takes a summary out, and answers its id. Errors: NOT_FOUND; PURPOSE_REQUIRED; SUMMARY_ALTERED. */
export async function pullSummary(context: Context, input: PullSummary): Promise<string> {
  const { summary, content } = await findSummary(context, input.summary);
  const purpose = assertPullable(context, summary, content);
  const actor = getActor(context);
  return change(context, 'pullSummary', input, async (tx) => {
    await tx.summaryPull.create({
      data: {
        summaryId: summary.id,
        at: context.now,
        byId: actor.userId,
        byName: actor.displayName,
        purpose,
        format: input.format,
      },
      select: { id: true },
    });
    const payload = { number: summary.number, format: input.format, purpose };
    return { entity: 'Summary', id: summary.id, employeeId: null, payload };
  });
}

/** Why a summary is taken out, where it is still what was frozen. Errors: PURPOSE_REQUIRED; SUMMARY_ALTERED. */
export function assertPullable(context: Context, summary: SummaryRow, content: SummaryContent) {
  if (context.purpose === null) throw requestError(domainError('PURPOSE_REQUIRED'), context.locale);
  if (!recompute(summary, content).same) throw requestError(domainError('SUMMARY_ALTERED'), context.locale);
  return context.purpose;
}
