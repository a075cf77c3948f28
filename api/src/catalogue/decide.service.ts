import {
  checkFrames,
  checkProduct,
  coefficientOf,
  type DecideCatalogue,
  exampleCatalogue,
} from '@congvu/schema/catalogue';
import { domainError, type FieldError } from '@congvu/schema/errors';
import { toSearchKey } from '@congvu/schema/person-name';
import { addDays } from '@congvu/schema/primitives/local-date';
import { type Rational, toText } from '@congvu/schema/primitives/rational';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidInput, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { toDecimal } from '../scalar/decimal.ts';
import { exactDecimal } from '../scalar/exact.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { findManagingAgency } from './decide.store.ts';

/** A product as the new version has it. `path` is where an error about it stands. */
interface NewProduct {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly points: Rational;
  readonly unitOfWork: string | null;
  readonly path: string;
}

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
    const before = await tx.catalogueVersion.findFirst({
      where: { validTo: null },
      orderBy: { validFrom: 'desc' },
      include: { products: { orderBy: { code: 'asc' } } },
    });
    const errors: FieldError[] = [];
    const add = (path: string, error: FieldError['error']) => errors.push({ path, error });
    if ((await tx.catalogueVersion.count({ where: { code: input.code } })) > 0)
      add('/code', domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }));
    const earliest = [context.today, ...(before === null ? [] : [addDays(dayOf(before.validFrom), 1)])]
      .toSorted()
      .at(-1);
    if (earliest !== undefined && input.validFrom < earliest)
      add('/validFrom', domainError('OUT_OF_RANGE', { given: input.validFrom, minimum: earliest }));
    if (input.decidedOn > context.today)
      add('/decidedOn', domainError('OUT_OF_RANGE', { given: input.decidedOn, maximum: context.today }));
    const standard = input.standardPoints ?? (before === null ? null : exactDecimal(before.standardPoints.toString()));
    if (standard === null) add('/standardPoints', domainError('REQUIRED'));

    const proposals = await tx.catalogueProposal.findMany({
      where: { id: { in: [...accepted, ...refused.map(({ id }) => id)] } },
    });
    for (const [index, { id }] of refused.entries()) {
      const proposal = proposals.find((each) => each.id === id);
      if (proposal === undefined) add(`/refused/${index}/proposal`, domainError('NOT_FOUND'));
      else if (proposal.state !== 'PROPOSED' && proposal.state !== 'CONSOLIDATED') throw wrongState(proposal.state);
    }
    const added: NewProduct[] = [];
    for (const [index, id] of accepted.entries()) {
      const proposal = proposals.find((each) => each.id === id);
      const path = `/accepted/${index}`;
      if (proposal === undefined) add(path, domainError('NOT_FOUND'));
      else if (proposal.state !== 'CONSOLIDATED' || proposal.code === null)
        add(path, domainError('WRONG_STATE', { state: proposal.state }));
      else {
        const { code, name, group, unitOfWork } = proposal;
        if (added.some((each) => each.code === code))
          add(path, domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }));
        added.push({ code, name, group, unitOfWork, points: exactDecimal(proposal.points.toString()), path });
      }
    }
    const known = new Set(before?.products.map(({ code }) => code));
    for (const [index, code] of input.removed.entries())
      if (!known.has(code)) add(`/removed/${index}`, domainError('PRODUCT_UNKNOWN', { product: code }));

    // An accepted proposal with the code of a product takes its place.
    const replaced = new Set([...input.removed, ...added.map(({ code }) => code)]);
    const kept: NewProduct[] = (before?.products ?? [])
      .filter(({ code }) => !replaced.has(code))
      .map(({ code, name, group, points, unitOfWork }) => ({
        code,
        name,
        group,
        unitOfWork,
        points: exactDecimal(points.toString()),
        path: input.frames === null ? '/standardPoints' : '/frames',
      }));
    const products = [...kept, ...added];
    const frames = input.frames ?? exampleCatalogue.frames;
    errors.push(...checkFrames(frames));
    if (standard !== null)
      errors.push(...products.flatMap((product) => checkProduct(frames, standard, product, product.path)));
    if (errors.length > 0 || standard === null) throw invalidInput(...errors);

    if (before !== null) {
      await tx.catalogueVersion.update({
        where: { id: before.id },
        data: { validTo: toDateColumn(addDays(input.validFrom, -1)) },
        select: { id: true },
      });
    }
    const { id } = await tx.catalogueVersion.create({
      data: {
        code: input.code,
        name: input.name,
        decisionNumber: input.decisionNumber,
        decidedOn: toDateColumn(input.decidedOn),
        validFrom: toDateColumn(input.validFrom),
        standardPoints: toDecimal(standard),
        // An office's own decision, seen as its document: practice, not law for everybody.
        certainty: 'PRACTICE',
      },
      select: { id: true },
    });
    await tx.product.createMany({
      data: products.map(({ code, name, group, points, unitOfWork }) => {
        const coefficient = coefficientOf(points, standard);
        return {
          catalogueId: id,
          code,
          name,
          searchKey: toSearchKey(name),
          group,
          points: toDecimal(points),
          coefficientNumerator: coefficient.numerator,
          coefficientDenominator: coefficient.denominator,
          unitOfWork,
          certainty: 'PRACTICE' as const,
        };
      }),
    });
    await tx.catalogueProposal.updateMany({
      where: { id: { in: accepted } },
      data: { state: 'DECIDED', catalogueId: id, revision: { increment: 1 } },
    });
    for (const { id: proposal, note } of refused) {
      await tx.catalogueProposal.update({
        where: { id: proposal },
        data: { state: 'REFUSED', decidedNote: note, revision: { increment: 1 } },
        select: { id: true },
      });
    }
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
      added: added.map(({ code }) => code),
      removed: input.removed,
      refused: refused.map(({ id: proposal }) => proposal),
    };
    return { entity: 'CatalogueVersion', id, employeeId: null, payload };
  });
}

function dayOf(column: Date) {
  // A date column is midnight UTC of a valid day.
  return column.toISOString().slice(0, 10) as DecideCatalogue['validFrom'];
}
