import type { ConsolidateProposals, ProposeProduct } from '@congvu/schema/catalogue';
import { domainError, type FieldError } from '@congvu/schema/errors';
import { toText } from '@congvu/schema/primitives/rational';
import { advanceCatalogueProposal } from '@congvu/schema/procedure';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidInput, staleRevision, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { change, changeAll } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { toDecimal } from '../scalar/decimal.ts';
import { loadOne } from '../sql/batch.ts';
import { assertOpenOn } from '../staff/transfer.service.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, getUnit } from '../unit/unit.store.ts';
import { proposalById } from './proposal.store.ts';

/**
 * A unit asks for a product the catalogue lacks, also in the middle of assigning: then the proposal remembers what was to
 * be assigned to whom. Errors: NOT_FOUND, FORBIDDEN, UNIT_CLOSED. Source: Nghị định 335/2025/NĐ-CP art. 13.
 */
export async function proposeProduct(context: Context, input: ProposeProduct): Promise<string> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  const [assigning, managing] = await Promise.all([
    loadAuthority(context, 'TASK_ASSIGN'),
    loadAuthority(context, 'CATALOGUE_MANAGE'),
  ]);
  if (!covers([...assigning.unitPaths, ...managing.unitPaths], unit.pathText))
    throw forbidden(context.locale, 'TASK_ASSIGN');
  assertOpenOn(unit, context.today);
  const actor = getActor(context);
  const { wish } = input;
  return change(context, 'proposeProduct', input, async (tx) => {
    const { id } = await tx.catalogueProposal.create({
      data: {
        unitId: unit.id,
        code: input.code,
        name: input.name,
        group: input.group,
        points: toDecimal(input.points),
        unitOfWork: input.unitOfWork,
        reason: input.reason,
        ...(wish === null ? {} : { wish: { ...wish, quantity: toText(wish.quantity) } }),
        proposedById: actor.userId,
        proposedByName: actor.displayName,
        proposedAt: context.now,
      },
      select: { id: true },
    });
    const payload = { unit: unit.code, group: input.group, points: toText(input.points), code: input.code };
    return { entity: 'CatalogueProposal', id, employeeId: null, payload };
  });
}

/**
 * Personnel gives a product its final form: the first proposal takes it, the others that ask for the same are merged into
 * it. Answers the first one's id. Errors: NOT_FOUND, FORBIDDEN, STALE_REVISION, WRONG_STATE.
 */
export async function consolidateProposals(context: Context, input: ConsolidateProposals): Promise<string> {
  const given = input.proposals.map(({ proposal, revision }) => ({
    id: rowId(context, 'CatalogueProposal', proposal),
    revision,
  }));
  const errors: FieldError[] = given.flatMap(({ id }, index) =>
    given.findIndex((each) => each.id === id) === index
      ? []
      : [{ path: `/proposals/${index}`, error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) }],
  );
  if (errors.length > 0) throw invalidInput(...errors);
  const { unitPaths } = await loadAuthority(context, 'CATALOGUE_MANAGE');
  for (const { id } of given) {
    const seen = assertVisible(await loadOne(context, proposalById, id), context);
    if (!covers(unitPaths, (await getUnit(context, seen.unitId)).pathText))
      throw forbidden(context.locale, 'CATALOGUE_MANAGE');
  }
  const [first] = given;
  if (first === undefined) throw notFound(context.locale);
  return changeAll<string>(context, 'consolidateProposals', input, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('catalogue', 0))`;
    const rows = await tx.catalogueProposal.findMany({ where: { id: { in: given.map(({ id }) => id) } } });
    for (const { id, revision } of given) {
      const row = rows.find((each) => each.id === id);
      if (row === undefined) throw notFound(context.locale);
      if (row.revision !== revision) throw staleRevision(revision, row.revision);
      if (!advanceCatalogueProposal(row.state, 'CONSOLIDATE').ok) throw wrongState(row.state);
    }
    await tx.catalogueProposal.update({
      where: { id: first.id },
      data: {
        state: 'CONSOLIDATED',
        code: input.code,
        name: input.name,
        group: input.group,
        points: toDecimal(input.points),
        unitOfWork: input.unitOfWork,
        decidedNote: input.note,
        revision: first.revision + 1,
      },
      select: { id: true },
    });
    const others = given.slice(1).map(({ id }) => id);
    await tx.catalogueProposal.updateMany({
      where: { id: { in: others } },
      data: { state: 'REFUSED', mergedIntoId: first.id, decidedNote: input.note, revision: { increment: 1 } },
    });
    const payload = { code: input.code, group: input.group, points: toText(input.points), merged: others };
    return {
      outcome: first.id,
      changes: [{ entity: 'CatalogueProposal', id: first.id, employeeId: null, payload }],
    };
  });
}
