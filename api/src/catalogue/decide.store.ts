import type { Transaction } from '@congvu/prisma/database';
import { coefficientOf, type DecideCatalogue } from '@congvu/schema/catalogue';
import { toSearchKey } from '@congvu/schema/person-name';
import { addDays } from '@congvu/schema/primitives/local-date';
import type { Rational } from '@congvu/schema/primitives/rational';
import type { Context } from '../context.ts';
import { toDecimal } from '../scalar/decimal.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { toDateColumn } from '../task/task-change.store.ts';

/** The path of the agency whose head decides the catalogue; null where none is named. */
export async function findManagingAgency(context: Context): Promise<string | null> {
  const [row] = await query<{ readonly path: string }>(
    context,
    sql`select u.path_text as path from congvu.unit u where u.kind = 'MANAGING_AGENCY' order by u.level, u.code limit 1`,
  );
  return row?.path ?? null;
}

/** A product as the new version has it. `path` is where an error about it stands. */
export interface NewProduct {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly points: Rational;
  readonly unitOfWork: string | null;
  readonly path: string;
}

export interface RefusedProposal {
  readonly id: string;
  readonly note: string;
}

/** The newest version without an end, with its products; null where there is none yet. */
export function findVersionInForce(tx: Transaction) {
  return tx.catalogueVersion.findFirst({
    where: { validTo: null },
    orderBy: { validFrom: 'desc' },
    include: { products: { orderBy: { code: 'asc' } } },
  });
}
export type VersionInForce = NonNullable<Awaited<ReturnType<typeof findVersionInForce>>>;
export type StoredProposal = Awaited<ReturnType<Transaction['catalogueProposal']['findMany']>>[number];

/** Ends the version before and stores the new one with its products. Answers its id. */
export async function keepVersion(
  tx: Transaction,
  input: DecideCatalogue,
  beforeId: string | null,
  standard: Rational,
  products: readonly NewProduct[],
): Promise<string> {
  if (beforeId !== null) {
    const validTo = toDateColumn(addDays(input.validFrom, -1));
    await tx.catalogueVersion.update({ where: { id: beforeId }, data: { validTo }, select: { id: true } });
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
      const { numerator, denominator } = coefficientOf(points, standard);
      return {
        catalogueId: id,
        code,
        name,
        searchKey: toSearchKey(name),
        group,
        points: toDecimal(points),
        coefficientNumerator: numerator,
        coefficientDenominator: denominator,
        unitOfWork,
        certainty: 'PRACTICE' as const,
      };
    }),
  });
  return id;
}

/** Marks proposals as decided with the version, or as refused with why. */
export async function settleProposals(
  tx: Transaction,
  catalogueId: string,
  accepted: readonly string[],
  refused: readonly RefusedProposal[],
): Promise<void> {
  await tx.catalogueProposal.updateMany({
    where: { id: { in: [...accepted] } },
    data: { state: 'DECIDED', catalogueId, revision: { increment: 1 } },
  });
  for (const { id, note } of refused) {
    const data = { state: 'REFUSED' as const, decidedNote: note, revision: { increment: 1 } };
    await tx.catalogueProposal.update({ where: { id }, data, select: { id: true } });
  }
}
