import { randomUUID } from 'node:crypto';
import type { Transaction } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { toDecimal } from '../scalar/decimal.ts';
import { type BatchTarget, type ImportSetting, type Planned, toJson, type WrittenRow } from './import-target.ts';

/** Why a product is asked for where the file does not say. */
const USUAL_REASON = 'Đề nghị theo tệp danh mục sản phẩm, công việc.';

interface KnownProposal {
  readonly place: number;
  readonly unitId: string;
  readonly unitPath: string;
  readonly closedOn: string | null;
  readonly isThere: boolean;
}

/**
 * Products a unit asks for, as `proposeProduct` does; nothing is in force before the head of the managing agency decides. One
 * asked for already, by unit, name, group and points, is not asked for again.
 */
export function catalogueTarget(setting: ImportSetting): BatchTarget<'CATALOGUE'> {
  const { today } = setting.context;
  return {
    register: 'CATALOGUE',
    keysOf: ({ unit, code, name }) => [
      { path: '/name', key: `name ${unit} ${name}`, says: code ?? '' },
      ...(code === null ? [] : [{ path: '/code', key: `code ${unit} ${code}`, says: code }]),
    ],
    plan: async (tx, rows) => {
      const named = JSON.stringify(rows.map(({ record }) => ({ ...record, points: toDecimal(record.points) })));
      const found = await tx.$queryRaw<readonly KnownProposal[]>`
        select g.place::integer as place, u.id as "unitId", u.path_text as "unitPath",
          case when u.valid_to < ${today}::date then u.valid_to::text end as "closedOn",
          exists (select 1 from congvu.catalogue_proposal p where p.unit_id = u.id and p.name = g.name
            and p.complexity_group = g.complexity and p.points = g.points and p.state <> 'REFUSED') as "isThere"
        from rows from (jsonb_to_recordset(${named}::jsonb) as (unit text, name text, "group" text, points numeric))
          with ordinality g (unit, name, complexity, points, place)
        join congvu.unit u on u.code = g.unit`;
      const byPlace = new Map(found.map((row) => [row.place, row]));
      return rows.map(({ line, record }, index) => {
        const known = byPlace.get(index + 1);
        const { unit } = record;
        if (known === undefined || !setting.isKept({ id: known.unitId, code: unit, path: known.unitPath }))
          return { line, errors: [{ path: '/unit', error: domainError('UNIT_UNKNOWN', { unit }) }] };
        // Written by the database from a date column.
        const closedOn = known.closedOn as typeof today | null;
        if (closedOn !== null)
          return { line, errors: [{ path: '/unit', error: domainError('UNIT_CLOSED', { unit, closedOn }) }] };
        if (known.isThere) return { line, planned: null };
        const row = {
          ...record,
          unit_id: known.unitId,
          points: toDecimal(record.points),
          reason: record.reason ?? USUAL_REASON,
        };
        return { line, planned: { line, id: randomUUID(), number: record.code, row } };
      });
    },
    insert: (tx, planned) => insertProposals(tx, planned, setting),
  };
}

async function insertProposals(
  tx: Transaction,
  planned: readonly Planned[],
  { recordedBy, context }: ImportSetting,
): Promise<readonly WrittenRow[]> {
  await tx.$executeRaw`
    insert into congvu.catalogue_proposal (id, unit_id, code, name, complexity_group, points, unit_of_work, reason,
      proposed_by_id, proposed_by_name, proposed_at)
    select g.id, g.unit_id, g.code, g.name, g."group", g.points, g."unitOfWork", g.reason, ${recordedBy.id}::uuid,
      ${recordedBy.name}, ${context.now}
    from jsonb_to_recordset(${toJson(planned)}::jsonb) g (id uuid, unit_id uuid, code text, name text, "group" text,
      points numeric, "unitOfWork" text, reason text)`;
  return planned.map(({ line, id }) => ({
    line,
    entity: 'catalogue_proposal',
    rowId: id,
    action: 'CREATED',
    revisionAfter: 1,
  }));
}
