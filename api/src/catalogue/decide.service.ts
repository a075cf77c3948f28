import type { Transaction } from '@congvu/prisma/database';
import { checkFrames, checkProduct, type DecideCatalogue, exampleCatalogue } from '@congvu/schema/catalogue';
import { domainError, type FieldError } from '@congvu/schema/errors';
import { addDays, compareLocalDates } from '@congvu/schema/primitives/local-date';
import { type Rational, toText } from '@congvu/schema/primitives/rational';
import { advanceCatalogueProposal } from '@congvu/schema/procedure';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidInput } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { exactDecimal } from '../scalar/exact.ts';
import { toDay } from '../task/task-change.ts';
import {
  findManagingAgency,
  findVersionInForce,
  keepVersion,
  type NewProduct,
  type RefusedProposal,
  type StoredProposal,
  settleProposals,
  type VersionInForce,
} from './decide.store.ts';

/**
 * Decides the catalogue: a new version from a day on, of the products of the version in force, without those removed, with
 * the accepted proposals; each coefficient is worked out anew from the standard product. The version before ends the day
 * before. Tasks already assigned keep their coefficient. Answers the new version's id.
 *
 * Errors: FORBIDDEN; INVALID_INPUT for a code that exists, a day not after the version in force began, proposals that are
 * not consolidated, products outside their group's frame. Source: Nghị định 335/2025/NĐ-CP art. 13.
 */
export async function decideCatalogue(context: Context, input: DecideCatalogue): Promise<string> {
  const { unitPaths } = await loadAuthority(context, 'CATALOGUE_MANAGE');
  const agency = await findManagingAgency(context);
  if (agency === null || !covers(unitPaths, agency)) throw forbidden(context.locale, 'CATALOGUE_MANAGE');
  const accepted = input.accepted.map((id) => rowId(context, 'CatalogueProposal', id));
  const refused = input.refused.map(({ proposal, note }) => ({
    id: rowId(context, 'CatalogueProposal', proposal),
    note,
  }));
  return change(context, 'decideCatalogue', input, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('catalogue', 0))`;
    const before = await findVersionInForce(tx);
    const proposals = await tx.catalogueProposal.findMany({
      where: { id: { in: [...accepted, ...refused.map(({ id }) => id)] } },
    });
    const added = readAccepted(accepted, proposals);
    const products = [...keptProducts(before, input, added.products), ...added.products];
    const standard = input.standardPoints ?? standardOf(before);
    const frames = input.frames ?? exampleCatalogue.frames;
    const errors = [
      ...(await checkHeader(tx, context, input, before)),
      ...checkRefused(refused, proposals),
      ...added.errors,
      ...checkRemoved(input, before),
      ...checkFrames(frames),
      ...(standard === null
        ? [{ path: '/standardPoints', error: domainError('REQUIRED') }]
        : products.flatMap((product) => checkProduct(frames, standard, product, product.path))),
    ];
    if (errors.length > 0 || standard === null) throw invalidInput(...errors);
    const id = await keepVersion(tx, input, before?.id ?? null, standard, products);
    await settleProposals(tx, id, accepted, refused);
    const payload = {
      code: input.code,
      decisionNumber: input.decisionNumber,
      decidedOn: input.decidedOn,
      validFrom: input.validFrom,
      standardPoints: toText(standard),
      frames: frames.map(
        ({ group, minimum, maximum }) => `${group} ${toText(minimum)}–${maximum === null ? '' : toText(maximum)}`,
      ),
      products: products.length,
      added: added.products.map(({ code }) => code),
      removed: input.removed,
      refused: refused.map(({ id: proposal }) => proposal),
    };
    return { entity: 'CatalogueVersion', id, employeeId: null, payload };
  });
}

async function checkHeader(
  tx: Transaction,
  context: Context,
  input: DecideCatalogue,
  before: VersionInForce | null,
): Promise<readonly FieldError[]> {
  const errors: FieldError[] = [];
  if ((await tx.catalogueVersion.count({ where: { code: input.code } })) > 0)
    errors.push({ path: '/code', error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) });
  const afterBefore = before === null ? context.today : addDays(toDay(before.validFrom), 1);
  const minimum = compareLocalDates(afterBefore, context.today) > 0 ? afterBefore : context.today;
  if (input.validFrom < minimum)
    errors.push({ path: '/validFrom', error: domainError('OUT_OF_RANGE', { given: input.validFrom, minimum }) });
  if (input.decidedOn > context.today) {
    const error = domainError('OUT_OF_RANGE', { given: input.decidedOn, maximum: context.today });
    errors.push({ path: '/decidedOn', error });
  }
  return errors;
}

function readAccepted(accepted: readonly string[], proposals: readonly StoredProposal[]) {
  const products: NewProduct[] = [];
  const errors: FieldError[] = [];
  for (const [index, id] of accepted.entries()) {
    const path = `/accepted/${index}`;
    const proposal = proposals.find((each) => each.id === id);
    if (proposal === undefined) errors.push({ path, error: domainError('NOT_FOUND') });
    else if (proposal.state !== 'CONSOLIDATED' || proposal.code === null)
      errors.push({ path, error: domainError('WRONG_STATE', { state: proposal.state }) });
    else {
      const { code, name, group, unitOfWork } = proposal;
      if (products.some((each) => each.code === code))
        errors.push({ path, error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) });
      products.push({ code, name, group, unitOfWork, points: exactDecimal(proposal.points.toString()), path });
    }
  }
  return { products, errors };
}

/** What goes on from the version in force; an accepted proposal with the code of a product takes its place. */
function keptProducts(
  before: VersionInForce | null,
  input: DecideCatalogue,
  added: readonly NewProduct[],
): readonly NewProduct[] {
  const replaced = new Set([...input.removed, ...added.map(({ code }) => code)]);
  // What is wrong with one of them is the fault of what the input changes for all.
  const path = input.frames === null ? '/standardPoints' : '/frames';
  return (before?.products ?? [])
    .filter(({ code }) => !replaced.has(code))
    .map(({ code, name, group, points, unitOfWork }) => ({
      ...{ code, name, group, unitOfWork, path },
      points: exactDecimal(points.toString()),
    }));
}

function checkRemoved(input: DecideCatalogue, before: VersionInForce | null): readonly FieldError[] {
  const known = new Set(before?.products.map(({ code }) => code));
  return input.removed.flatMap((code, index) =>
    known.has(code) ? [] : [{ path: `/removed/${index}`, error: domainError('PRODUCT_UNKNOWN', { product: code }) }],
  );
}

function checkRefused(
  refused: readonly RefusedProposal[],
  proposals: readonly StoredProposal[],
): readonly FieldError[] {
  return refused.flatMap(({ id }, index): readonly FieldError[] => {
    const path = `/refused/${index}/proposal`;
    const state = proposals.find((each) => each.id === id)?.state;
    if (state === undefined) return [{ path, error: domainError('NOT_FOUND') }];
    return advanceCatalogueProposal(state, 'REFUSE').ok ? [] : [{ path, error: domainError('WRONG_STATE', { state }) }];
  });
}

function standardOf(before: VersionInForce | null): Rational | null {
  return before === null ? null : exactDecimal(before.standardPoints.toString());
}
