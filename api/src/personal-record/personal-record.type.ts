import { AccessEntryConnection } from '../access/access.queries.ts';
import { listAccessEntries } from '../access/access.store.ts';
import { builder } from '../builder.ts';
import { listRequestsOfEmployee } from '../data-request/data-request.store.ts';
import { DataRequestConnection } from '../data-request/data-request.type.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { sheetById } from '../period-sheet/sheet.store.ts';
import { PeriodSheetRef } from '../period-sheet/sheet.type.ts';
import { listScoreReceipts, type ScoreReceiptRow } from '../receipt/receipt.store.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { sql } from '../sql/sql.ts';
import { ViewerRef } from '../viewer/viewer.queries.ts';
import { HELD_BACK } from './held-back.ts';
import { listOwnChanges, type OwnChangeRow } from './own-changes.store.ts';

const AuditEntryRef = builder.objectRef<OwnChangeRow>('AuditEntry').implement({
  description: 'A change about oneself, as the audit chain keeps it for ever.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Place in the chain.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    by: t.exposeString('by', { description: 'Name of who did it.' }),
    action: t.exposeString('action', { description: 'The mutation, e.g. "confirmPeriodSheet".' }),
    entity: t.exposeString('entity', { description: 'What was changed, e.g. "PeriodSheet".' }),
    payload: t.field({
      type: 'JSON',
      description: 'Ids, codes and figures of the change; no names.',
      resolve: ({ payload }): unknown => JSON.parse(payload),
    }),
  }),
});
const AuditEntryConnection = connectionOf('AuditEntry', AuditEntryRef, 'changes about oneself');

const ScoreReceiptRef = builder.objectRef<ScoreReceiptRow>('ScoreReceipt').implement({
  description:
    'Proof of a confirmed score, to be kept: /files/receipt/<sheet>.json, checked offline by check-receipt.mjs.',
  fields: (t) => ({
    sheet: t.field({
      type: PeriodSheetRef,
      description: 'The sheet it is of.',
      resolve: async ({ sheetId }, _args, context) => {
        const sheet = await loadOne(context, sheetById, sheetId);
        if (sheet === null) throw new Error('A receipt is visible whose sheet is not.');
        return sheet;
      },
    }),
    period: t.expose('period', { type: 'Period', description: 'The month.' }),
    unitName: t.exposeString('unitName', { description: 'Where the work was done.' }),
    display: t.exposeString('display', { description: 'The total with two decimals.' }),
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'Its level.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the entry was chained.' }),
    keyId: t.exposeString('keyId', { description: 'Which key signed.' }),
  }),
});

interface PersonalRecord {
  readonly employeeId: string;
}

const PersonalRecordRef = builder.objectRef<PersonalRecord>('PersonalRecord').implement({
  description:
    'All that is held on the asking person (Luật 91/2025/QH15 art. 4): through `employee` his sheets, years, commendations, disciplines, findings and what else the registers hold; here who changed and who read it. One’s own reading is not logged.',
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Oneself, with every list of the registers that one may know.',
      resolve: ({ employeeId }, _args, context) => getEmployee(context, employeeId),
    }),
    receipts: t.field({
      type: [ScoreReceiptRef],
      description: 'Receipts of all confirmed scores, newest first.',
      resolve: async ({ employeeId }, _args, context) => [
        ...(await listScoreReceipts(context, sql`s.employee_id = ${employeeId}::uuid`)),
      ],
    }),
    requests: t.field({
      type: DataRequestConnection,
      description: 'One’s own requests about these data, overdue first.',
      args: t.arg.connectionArgs(),
      resolve: ({ employeeId }, page, context) => listRequestsOfEmployee(context, employeeId, page),
    }),
    changes: t.field({
      type: AuditEntryConnection,
      description: 'What was changed and who decided, newest first.',
      args: t.arg.connectionArgs(),
      resolve: ({ employeeId }, page, context) => listOwnChanges(context, employeeId, page),
    }),
    accessEntries: t.field({
      type: AccessEntryConnection,
      description: 'Who read it, when and why, newest first.',
      args: t.arg.connectionArgs(),
      resolve: ({ employeeId }, page, context) => listAccessEntries(context, employeeId, {}, page),
    }),
    heldBackNote: t.string({
      description: 'What the law keeps out of this view, in the language of Accept-Language; the same for everybody.',
      resolve: (_record, _args, { locale }) => HELD_BACK[locale],
    }),
  }),
});

builder.objectField(ViewerRef, 'record', (t) =>
  t.field({
    type: PersonalRecordRef,
    nullable: true,
    description: 'All that is held on oneself; null for an account of no person in service.',
    resolve: ({ employeeId }) => (employeeId === null ? null : { employeeId }),
  }),
);
