import {
  confirmPeriodSheetShape,
  confirmPeriodSheetsShape,
  notifySheetsShape,
  selfScoreShape,
} from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { RowsRefusedError } from '../error/refusals.ts';
import { bulkInput, bulkResult, type InputFields } from '../mutation/bulk.type.ts';
import { parsed } from '../mutation/change.ts';
import { CriterionPointsInput } from '../score/criterion-points.input.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { confirmPeriodSheet, confirmPeriodSheets } from './confirm-sheets.ts';
import { type NotifiedSheets, notifySheets } from './notify.service.ts';
import { selfScore } from './sheet.service.ts';
import { type SheetRow, sheetById } from './sheet.store.ts';
import { PeriodSheetRef } from './sheet.type.ts';

const SelfScoreInput = builder.inputType('SelfScoreInput', {
  description: 'The person’s own points for the general criteria of a month.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    period: t.field({ type: 'Period', description: 'The month.' }),
    unit: t.string({
      required: false,
      description:
        'Code of the sheet’s unit: required only where one changed unit within the month and has two sheets.',
    }),
    revision: t.int({ description: 'The sheet’s revision the client saw.' }),
    criteria: t.field({ type: [CriterionPointsInput], description: 'Every criterion of the rule set once.' }),
    strengths: t.string({ required: false, description: 'Strengths, at most 2,000 characters.' }),
    limitations: t.string({ required: false, description: 'Limitations, at most 2,000 characters.' }),
  }),
});

/** What is said of one sheet, alone or as a row. */
function confirmationFields(t: InputFields) {
  return {
    sheet: t.id({ description: 'The sheet.' }),
    revision: t.int({ description: 'The sheet’s revision the client saw.' }),
    criteria: t.field({ type: [CriterionPointsInput], description: 'Every criterion of the rule set once.' }),
    organising: t.int({
      required: false,
      description: 'Component đ in percent, 50 or 100: required for leaders, refused for others.',
    }),
    cohesion: t.int({
      required: false,
      description: 'Component e in percent, 50 or 100: required for leaders, refused for others.',
    }),
    organisingEvidence: t.string({
      required: false,
      description: 'What shows that component đ is 50: required where it is, at most 2,000 characters.',
    }),
    cohesionEvidence: t.string({
      required: false,
      description: 'What shows that component e is 50: required where it is, at most 2,000 characters.',
    }),
    opinion: t.string({ required: false, description: 'Opinion, at most 2,000 characters.' }),
    reason: t.string({
      required: false,
      description: 'Why a confirmed sheet is corrected; required for that, at most 2,000 characters.',
    }),
  };
}

const ConfirmPeriodSheetInput = builder.inputType('ConfirmPeriodSheetInput', {
  description: 'The authority’s points for the general criteria of a sheet.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    ...confirmationFields(t),
  }),
});

const ConfirmPeriodSheetsInput = bulkInput('ConfirmPeriodSheetsInput', 'The authority’s points for many sheets.', {
  name: 'ConfirmPeriodSheetRow',
  description: 'One sheet with the authority’s points.',
  fields: confirmationFields,
});

const ConfirmedSheetsRef = bulkResult({
  name: 'ConfirmedSheets',
  rowName: 'ConfirmedSheetRow',
  mutation: 'confirmPeriodSheets',
  field: 'periodSheet',
  counted: 'confirmed',
  type: PeriodSheetRef,
  load: (context, id) => loadOne(context, sheetById, id),
});

async function changed(context: Context, id: Promise<string>): Promise<SheetRow> {
  const sheet = await loadOne(context, sheetById, await id);
  if (sheet === null) throw new Error('A sheet was changed that may not be seen.');
  return sheet;
}

const NotifySheetsInput = builder.inputType('NotifySheetsInput', {
  description: 'Confirmed sheets of a unit’s month whose people are told their result.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit; its sheets and those of the units below it.' }),
    period: t.field({ type: 'Period', description: 'The month.' }),
    sheets: t.idList({
      required: false,
      description: 'Only these, at most 1,000; all that are confirmed or corrected and not yet notified unless stated.',
    }),
  }),
});

const NotifiedSheetsRef = builder.objectRef<NotifiedSheets>('NotifiedSheets').implement({
  description: 'Sheets whose people have been notified.',
  fields: (t) => ({
    count: t.int({ description: 'How many.', resolve: ({ sheetIds }) => sheetIds.length }),
    sheets: t.field({
      type: [PeriodSheetRef],
      description: 'The sheets.',
      resolve: async ({ sheetIds }, _args, context) => {
        const sheets = await Promise.all(sheetIds.map((id) => loadOne(context, sheetById, id)));
        return sheets.filter((sheet) => sheet !== null);
      },
    }),
  }),
});

builder.mutationFields((t) => ({
  selfScore: t.field({
    type: PeriodSheetRef,
    description: 'The person scores the general criteria himself, again until the sheet is confirmed.',
    authScopes: { inPerson: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SelfScoreInput, description: 'His points.' }) },
    resolve: (_root, { input }, context) => changed(context, selfScore(context, parsed(selfScoreShape, input))),
  }),
  confirmPeriodSheet: t.field({
    type: PeriodSheetRef,
    description: 'The authority confirms or changes the points (Nghị định 335/2025/NĐ-CP art. 10): never one’s own.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ConfirmPeriodSheetInput, description: 'The authority’s points.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, confirmPeriodSheet(context, parsed(confirmPeriodSheetShape, input))),
  }),
  confirmPeriodSheets: t.field({
    type: ConfirmedSheetsRef,
    description:
      'Confirms or corrects many sheets in one call, each answered as `confirmPeriodSheet` would answer it. Whatever the order of the rows, leaders follow from the sheets below them.',
    authScopes: { signedIn: true },
    errors: { types: [...REFUSALS, RowsRefusedError] },
    args: { input: t.arg({ type: ConfirmPeriodSheetsInput, description: 'The authority’s points, sheet by sheet.' }) },
    resolve: (_root, { input }, context) => confirmPeriodSheets(context, parsed(confirmPeriodSheetsShape, input)),
  }),
  notifySheets: t.field({
    type: NotifiedSheetsRef,
    description:
      'Notifies people of their confirmed results of a month (Nghị định 335/2025/NĐ-CP art. 17(3)): by who may confirm them.',
    authScopes: { acts: 'SCORE_CONFIRM' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: NotifySheetsInput, description: 'Which sheets.' }) },
    resolve: (_root, { input }, context) => notifySheets(context, parsed(notifySheetsShape, input)),
  }),
}));
