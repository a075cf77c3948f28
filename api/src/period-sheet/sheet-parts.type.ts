import { SHEET_STATES } from '@congvu/schema/evaluation';
import type { Criterion } from '@congvu/schema/scoring';
import { builder } from '../builder.ts';
import { optionalDecimal, optionalExact } from '../scalar/exact.ts';
import { LevelEnum } from '../score/score.type.ts';
import type { CriterionRow, RevisionRow } from './sheet.store.ts';
import type { ReceiptRow } from './sheet-receipt.store.ts';

export const SheetStateEnum = builder.enumType('SheetState', {
  description:
    'Where a sheet stands: its tasks assigned, scored by the person, confirmed, notified, or corrected by a later decision.',
  values: SHEET_STATES,
});

/** A criterion of the rule set with what the sheet says of it; undefined while nobody scored it. */
interface CriterionView {
  readonly criterion: Criterion;
  readonly row: CriterionRow | undefined;
}

export const SheetCriterionRef = builder.objectRef<CriterionView>('SheetCriterion').implement({
  description:
    'One general criterion of a sheet (Nghị định 335/2025/NĐ-CP art. 12, form 01): the person’s own points and the authority’s.',
  fields: (t) => ({
    code: t.string({ description: 'Code in the form, e.g. "II.3".', resolve: ({ criterion }) => criterion.code }),
    name: t.string({
      description: 'The criterion, in the language of Accept-Language.',
      resolve: ({ criterion }, _args, context) => criterion.name[context.locale],
    }),
    group: t.string({ description: 'Code of its group, e.g. "II".', resolve: ({ criterion }) => criterion.group }),
    maximum: t.field({
      type: 'Exact',
      description: 'Most points it gives.',
      resolve: ({ criterion }) => criterion.maximum,
    }),
    selfPoints: t.field({
      type: 'Exact',
      nullable: true,
      description: 'The person’s own points.',
      resolve: ({ row }) => optionalDecimal(row?.selfPoints ?? null),
    }),
    confirmedPoints: t.field({
      type: 'Exact',
      nullable: true,
      description: 'The points the authority confirmed.',
      resolve: ({ row }) => optionalDecimal(row?.confirmedPoints ?? null),
    }),
    remark: t.string({
      nullable: true,
      description: 'Remark of the confirming authority.',
      resolve: ({ row }) => row?.remark ?? null,
    }),
  }),
});

export const SheetRevisionRef = builder.objectRef<RevisionRow>('SheetRevision').implement({
  description: 'What a sheet said at a revision.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Counts from 1.' }),
    state: t.expose('state', { type: SheetStateEnum, description: 'The state it came to.' }),
    total: t.field({
      type: 'Exact',
      nullable: true,
      description: 'The total then.',
      resolve: (revision) => optionalExact(revision.totalNumerator, revision.totalDenominator),
    }),
    display: t.exposeString('display', { nullable: true, description: 'The total then, with two decimals.' }),
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'The level then.' }),
    changedBy: t.exposeString('changedBy', { description: 'Name of who changed it.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, where a reason was given.' }),
  }),
});

export const ReceiptRef = builder.objectRef<ReceiptRow>('Receipt').implement({
  description:
    'Proof that a change stands in the audit chain: keep it, and `congvu audit verify` finds it or shows that the chain was altered.',
  fields: (t) => ({
    sequence: t.int({ description: 'Place in the chain.', resolve: (receipt) => Number(receipt.sequence) }),
    hash: t.exposeString('hash', { description: 'SHA-256 of the entry and all before it, hexadecimal.' }),
    signature: t.string({
      description: 'Ed25519 signature of that head, base64.',
      resolve: (receipt) => receipt.signature ?? '',
    }),
    keyId: t.string({ description: 'Which key signed.', resolve: (receipt) => receipt.keyId ?? '' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the change was made.' }),
    text: t.exposeString('text', {
      description: 'What was hashed, exactly: its SHA-256 is `hash`, its twelfth line the hash of the entry before.',
    }),
    previousHash: t.exposeString('previousHash', { description: 'Hash of the entry before, hexadecimal.' }),
  }),
});
