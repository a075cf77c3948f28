import { daysBetween, type LocalDate } from '@congvu/schema/primitives/local-date';
import { builder } from '../builder.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import {
  EXPORT_STATES,
  type ExportDutyRow,
  type NationalExportRow,
  nationalExportById,
} from './national-export.store.ts';

export const ExportStateEnum = builder.enumType('ExportState', {
  description:
    'OVERDUE: a result is not exported and its last day has passed. DUE: one is not exported. DONE: an export covers all.',
  values: EXPORT_STATES,
});

export const NationalExportRef = builder.objectRef<NationalExportRow>('NationalExport');

builder.node(NationalExportRef, {
  description:
    'A file of results for the National Database of cán bộ, công chức, viên chức, fetched at /files/national-export/<id>. Its format is an assumption of this system.',
  id: { resolve: (made) => made.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, nationalExportById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit; all below it is in the file.',
      resolve: (made, _args, context) => getUnit(context, made.unitId),
    }),
    period: t.expose('period', { type: 'Period', description: 'The month or year.' }),
    dueOn: t.expose('dueOn', { type: 'LocalDate', description: 'Last day for the first result in it.' }),
    exportedAt: t.expose('exportedAt', { type: 'DateTime', description: 'When it was made.' }),
    rows: t.exposeInt('rows', { description: 'How many results are in it.' }),
    sha256: t.exposeString('sha256', { description: 'Checksum of the file, 64 hexadecimal digits.' }),
    fileName: t.exposeString('fileName', { description: 'Name of the file.' }),
  }),
});

export const NationalExportDutyRef = builder.objectRef<ExportDutyRow>('NationalExportDuty').implement({
  description:
    'What an agency exports of a period: results are due within five days (Nghị định 335/2025/NĐ-CP art. 26(1)(d)).',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The agency.',
      resolve: (duty, _args, context) => getUnit(context, duty.unitId),
    }),
    period: t.expose('period', { type: 'Period', description: 'The month or year.' }),
    state: t.expose('state', { type: ExportStateEnum, description: 'Whether it is done, due or overdue.' }),
    results: t.exposeInt('results', { description: 'Results there are.' }),
    missing: t.exposeInt('missing', { description: 'Results no export covers: new, or corrected since.' }),
    resultOn: t.expose('resultOn', {
      type: 'LocalDate',
      description: 'The day of the first missing result; of the first one where none is missing.',
    }),
    dueOn: t.expose('dueOn', { type: 'LocalDate', description: 'The last day for it.' }),
    daysLeft: t.int({
      description: 'Days from today to the last day; negative once it has passed.',
      // Days as PostgreSQL writes dates.
      resolve: (duty, _args, context) => daysBetween(context.today, duty.dueOn as LocalDate),
    }),
    lastExport: t.field({
      type: NationalExportRef,
      nullable: true,
      description: 'The newest export that covers the agency in this period.',
      resolve: (duty, _args, context) =>
        duty.lastExportId === null ? null : loadOne(context, nationalExportById, duty.lastExportId),
    }),
  }),
});

export const NationalExportDutyConnection = connectionOf(
  'NationalExportDuty',
  NationalExportDutyRef,
  'exports to make',
);
