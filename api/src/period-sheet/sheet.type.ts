import { loadAuthority, loadSubject } from '../authority/authority.store.ts';
import { builder } from '../builder.ts';
import { catalogueById } from '../catalogue/product.store.ts';
import { CatalogueVersionRef } from '../catalogue/product.type.ts';
import type { Context } from '../context.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { ScoringRoleEnum } from '../employee/post.type.ts';
import { getAnyRuleSet } from '../rule-set/rule-set.store.ts';
import { RuleSetRef } from '../rule-set/rule-set.type.ts';
import { optionalDecimal } from '../scalar/exact.ts';
import { PeriodScoreRef } from '../score/score.type.ts';
import { toStoredView } from '../score/score-view.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { canConfirm, canCorrect, canSelfScore } from './sheet.policy.ts';
import {
  criteriaBySheet,
  failedNowBySheet,
  planOfPeriod,
  revisionsBySheet,
  type SheetCore,
  type SheetRow,
  sheetById,
  wholeSheet,
} from './sheet.store.ts';
import { ReceiptRef, SheetCriterionRef, SheetRevisionRef, SheetStateEnum } from './sheet-parts.type.ts';
import { receiptBySheet } from './sheet-receipt.store.ts';

export const PeriodSheetRef = builder.objectRef<SheetCore | SheetRow>('PeriodSheet');
/** A column that a card leaves out. */
function ofWhole<Name extends keyof SheetRow>(name: Name) {
  return async (sheet: SheetCore | SheetRow, _args: object, context: Context): Promise<SheetRow[Name]> =>
    (await wholeSheet(context, sheet))[name];
}

export const PeriodSheetConnection = connectionOf('PeriodSheet', PeriodSheetRef, 'period sheets');

builder.node(PeriodSheetRef, {
  description:
    'Tracking and scoring of one person in one period (Phiếu theo dõi, đánh giá, form 01 of Nghị định 335/2025/NĐ-CP).',
  record: { kind: 'sheet', of: (sheet) => sheet.employeeId },
  id: { resolve: (sheet) => sheet.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, sheetById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Whose sheet it is.',
      resolve: (sheet, _args, context) => getEmployee(context, sheet.employeeId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit in which the work of the period was done.',
      resolve: (sheet, _args, context) => getUnit(context, sheet.unitId),
    }),
    period: t.expose('period', { type: 'Period', description: 'The month.' }),
    role: t.expose('role', { type: ScoringRoleEnum, description: 'Which components are scored.' }),
    ruleSet: t.field({
      type: RuleSetRef,
      description: 'The rule set and version it is scored by, for ever.',
      resolve: (sheet, _args, context) => getAnyRuleSet(context, sheet.ruleSet, sheet.ruleSetVersion),
    }),
    catalogue: t.field({
      type: CatalogueVersionRef,
      nullable: true,
      description: 'The catalogue version its products came from.',
      resolve: async (sheet, _args, context) => {
        const { catalogueId } = await wholeSheet(context, sheet);
        return catalogueId === null ? null : loadOne(context, catalogueById, catalogueId);
      },
    }),
    state: t.expose('state', { type: SheetStateEnum, description: 'Where it stands.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    criteria: t.field({
      type: [SheetCriterionRef],
      description: 'The general criteria in the order of the form.',
      resolve: async (sheet, _args, context) => {
        const rows = (await loadOne(context, criteriaBySheet, sheet.id)) ?? [];
        const ruleSet = await getAnyRuleSet(context, sheet.ruleSet, sheet.ruleSetVersion);
        const criteria = ruleSet.kind === 'PERSON' ? ruleSet.criteria : [];
        return criteria.map((criterion) => ({ criterion, row: rows.find((row) => row.code === criterion.code) }));
      },
    }),
    selfGeneral: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Sum of the person’s own points, 0 to 30.',
      resolve: (sheet) => optionalDecimal(sheet.selfGeneral),
    }),
    general: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Sum of the confirmed points, 0 to 30.',
      resolve: (sheet) => optionalDecimal(sheet.general),
    }),
    organising: t.int({
      nullable: true,
      description: 'Component đ in percent, 50 or 100; leaders only.',
      resolve: ofWhole('organising'),
    }),
    cohesion: t.int({
      nullable: true,
      description: 'Component e in percent, 50 or 100; leaders only.',
      resolve: ofWhole('cohesion'),
    }),
    unitResult: t.int({
      nullable: true,
      description:
        'Component d in percent: 100 where every managed person’s confirmed score is at least 50, else 50; leaders only.',
      resolve: ofWhole('unitResult'),
    }),
    organisingEvidence: t.string({
      nullable: true,
      description: 'What shows that component đ is 50; null where it is 100.',
      resolve: ofWhole('organisingEvidence'),
    }),
    cohesionEvidence: t.string({
      nullable: true,
      description: 'What shows that component e is 50; null where it is 100.',
      resolve: ofWhole('cohesionEvidence'),
    }),
    unitResultSheets: t.field({
      type: [PeriodSheetRef],
      description:
        'The confirmed sheets below 50 that made component d 50, as far as one may see them: of the whole unit for a head, of his field for a deputy.',
      resolve: async (sheet, _args, context) => {
        const { unitResultSheetIds } = await wholeSheet(context, sheet);
        const sheets = await Promise.all(unitResultSheetIds.map((id) => loadOne(context, sheetById, id)));
        return sheets.filter((sheet) => sheet !== null);
      },
    }),
    unitResultNow: t.int({
      nullable: true,
      description:
        'Component d as the subordinates’ confirmed sheets that one may see make it now, 50 or 100; leaders only. Where it differs from `unitResult`, the sheet takes it up when it is next changed or confirmed; a confirmed one by a correction.',
      resolve: async (sheet, _args, context) => {
        if (sheet.role !== 'LEADER') return null;
        return ((await loadOne(context, failedNowBySheet, sheet.id)) ?? []).length > 0 ? 50 : 100;
      },
    }),
    delays: t.int({
      description: 'Delays of the month’s tasks that count: not by an objective cause.',
      resolve: ofWhole('delays'),
    }),
    score: t.field({
      type: PeriodScoreRef,
      nullable: true,
      description:
        'The stored score: provisional from the person’s own points until the sheet is confirmed; null before either.',
      resolve: toStoredView,
    }),
    strengths: t.string({
      nullable: true,
      description: 'Strengths, in the person’s words.',
      resolve: ofWhole('strengths'),
    }),
    limitations: t.string({
      nullable: true,
      description: 'Limitations, in the person’s words.',
      resolve: ofWhole('limitations'),
    }),
    opinion: t.string({
      nullable: true,
      description: 'Opinion of the confirming authority.',
      resolve: ofWhole('opinion'),
    }),
    confirmedBy: t.string({
      nullable: true,
      description: 'Name of who confirmed it.',
      resolve: ofWhole('confirmedBy'),
    }),
    confirmedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was confirmed.',
      resolve: ofWhole('confirmedAt'),
    }),
    confirmedAs: t.string({
      nullable: true,
      description:
        'By what who confirmed it was entitled that day: "HEAD", "DEPUTY", or "GRANT:" and the grant’s id; null before.',
      resolve: ofWhole('confirmedAs'),
    }),
    notifiedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the person was notified; null before.',
      resolve: ofWhole('notifiedAt'),
    }),
    revisions: t.field({
      type: [SheetRevisionRef],
      description: 'What it said before, oldest first.',
      resolve: async (sheet, _args, context) => [...((await loadOne(context, revisionsBySheet, sheet.id)) ?? [])],
    }),
    canSelfScore: t.boolean({
      description: 'Whether the asking person may now score it as his own.',
      resolve: (sheet, _args, context) => canSelfScore(context.actor?.employeeId ?? null, sheet),
    }),
    canConfirm: t.boolean({
      description: 'Whether the asking person may now confirm it.',
      resolve: async (sheet, _args, context) =>
        canConfirm(await loadAuthority(context, 'SCORE_CONFIRM'), await loadSubject(context, sheet), sheet),
    }),
    canCorrect: t.boolean({
      description: 'Whether the asking person may now correct it, with a reason; it is confirmed already.',
      resolve: async (sheet, _args, context) =>
        canCorrect(await loadAuthority(context, 'SCORE_CONFIRM'), await loadSubject(context, sheet), sheet),
    }),
    planFixedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the unit’s plan of the period was fixed; what is assigned later arose later.',
      resolve: async (sheet, _args, context) =>
        (await loadOne(context, planOfPeriod(sheet.period), sheet.unitId))?.fixedAt ?? null,
    }),
    receipt: t.field({
      type: ReceiptRef,
      nullable: true,
      description: 'Proof of its last change in the audit chain, to keep.',
      resolve: (sheet, _args, context) => loadOne(context, receiptBySheet, sheet.id),
    }),
  }),
});
