import { domainError } from '@congvu/schema/errors';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import type { CreateNationalExport } from '@congvu/schema/procedure';
import { covers } from '../authority/authority.policy.ts';
import type { Context } from '../context.ts';
import { invalidField } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { SYNC_DAYS } from './due-exports.store.ts';
import { listNationalRows } from './national-export.store.ts';
import { nationalFile, nationalFileName } from './national-file.ts';

/**
 * Makes the file of a unit's results as they stand and records its checksum; the file itself is made again when it is
 * downloaded. Errors: NOT_FOUND, FORBIDDEN, INVALID_INPUT (NOTHING_TO_EXPORT). Answers the export's id.
 */
export async function createNationalExport(context: Context, input: CreateNationalExport): Promise<string> {
  const unit = assertVisible(await findUnitByCode(context, input.unit), context);
  if (!mayExchange(context, unit)) throw forbidden(context.locale, 'PERIOD_CLOSE');
  const rows = await listNationalRows(context, unit.id, input.period);
  const first = rows.map((row) => row.resultOn).sort()[0];
  if (first === undefined) {
    const { code } = unit;
    throw invalidField('/period', domainError('NOTHING_TO_EXPORT', { unit: code, period: input.period }));
  }
  const file = nationalFile(unit.code, input.period, rows);
  // A day as PostgreSQL writes a date.
  const dueOn = addDays(first as LocalDate, SYNC_DAYS);
  return change(context, 'createNationalExport', input, async (tx) => {
    const made = await tx.nationalExport.create({
      data: {
        unitId: unit.id,
        period: input.period,
        dueOn: new Date(`${dueOn}T00:00:00Z`),
        exportedAt: context.now,
        exportedById: getActor(context).userId,
        rows: file.rows,
        sha256: file.sha256,
        fileName: nationalFileName(unit.code, input.period),
      },
      select: { id: true },
    });
    const payload = { unit: unit.code, period: input.period, rows: file.rows, sha256: file.sha256 };
    return { entity: 'NationalExport', id: made.id, employeeId: null, payload };
  });
}

function mayExchange(context: Context, unit: UnitRow): boolean {
  const held = context.actor?.permissions.find((each) => each.permission === 'PERIOD_CLOSE');
  return held !== undefined && covers(held.unitPaths, unit.pathText);
}
