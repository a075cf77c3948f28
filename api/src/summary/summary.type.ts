import { PULL_FORMATS, SUMMARY_KINDS, type SummaryBody, type SummaryTable } from '@congvu/schema/summary';
import { PurposeEnum } from '../access/purpose.type.ts';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import type { Context } from '../context.ts';
import { type EmployeeRow, employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type Recomputed, recompute } from './freeze.service.ts';
import {
  contentBySummary,
  listPulls,
  type PullRow,
  receiptBySummary,
  type SummaryContent,
  type SummaryReceipt,
  type SummaryRow,
  type SupersededRow,
  summaryById,
  supersededBySummary,
} from './summary.store.ts';

export const SummaryKindEnum = builder.enumType('SummaryKind', {
  description: 'What a summary answers.',
  values: SUMMARY_KINDS,
});
export const PullFormatEnum = builder.enumType('PullFormat', {
  description: 'How a summary was taken out.',
  values: PULL_FORMATS,
});

const SummaryColumnRef = builder.objectRef<SummaryTable['columns'][number]>('SummaryColumn').implement({
  description: 'A column of a table.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Stable name, for programs.' }),
    title: t.exposeString('title', { description: 'Heading, in Vietnamese.' }),
    numeric: t.exposeBoolean('numeric', { description: 'Whether it holds figures.' }),
  }),
});
const SummaryNoteRef = builder.objectRef<SummaryTable['notes'][number]>('SummaryNote').implement({
  description: 'A sentence below a table.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The sentence, in Vietnamese.' }),
    certainty: t.expose('certainty', { type: CertaintyEnum, description: 'How sure its ground is.' }),
  }),
});
const SummaryTableRef = builder.objectRef<SummaryTable>('SummaryTable').implement({
  description: 'A table of a summary.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What it shows, in Vietnamese.' }),
    columns: t.field({ type: [SummaryColumnRef], description: 'Its columns.', resolve: ({ columns }) => [...columns] }),
    rows: t.field({
      type: t.listRef(t.listRef('String')),
      description: 'Its rows: one text a column, as it stands on paper.',
      resolve: ({ rows }) => rows.map((row) => [...row]),
    }),
    notes: t.field({
      type: [SummaryNoteRef],
      description: 'What stands below it.',
      resolve: ({ notes }) => [...notes],
    }),
  }),
});
const SummaryBodyRef = builder.objectRef<SummaryBody>('SummaryBody').implement({
  description: 'What a summary says, frozen, in Vietnamese as papers are.',
  fields: (t) => ({
    heading: t.exposeString('heading', { description: 'Its title.' }),
    lines: t.stringList({ description: 'What was asked, a line each.', resolve: ({ lines }) => [...lines] }),
    tables: t.field({ type: [SummaryTableRef], description: 'Its tables.', resolve: ({ tables }) => [...tables] }),
  }),
});

const SummaryReceiptRef = builder.objectRef<SummaryReceipt>('SummaryReceipt').implement({
  description:
    'The entry of the audit chain that says what was frozen, with its signature: whoever keeps it checks it offline.',
  fields: (t) => ({
    sequence: t.exposeString('sequence', { description: 'Its place in the chain.' }),
    text: t.exposeString('text', { description: 'Exactly what was hashed; it carries both digests.' }),
    previousHash: t.exposeString('previousHash', { description: 'SHA-256 of the entry before, hexadecimal.' }),
    hash: t.exposeString('hash', { description: 'SHA-256 of the text, hexadecimal.' }),
    signature: t.exposeString('signature', { description: 'Ed25519 over the head, base64.' }),
    keyId: t.exposeString('keyId', { description: 'Which key signed; compare with auditKeys.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
});

const SupersededInputRef = builder.objectRef<SupersededRow>('SupersededInput').implement({
  description:
    'An input of a summary that says something else now, or a record that came since about somebody it names. The summary itself stays as it was.',
  record: { kind: 'summary', of: (row) => row.employeeId },
  fields: (t) => ({
    what: t.exposeString('entity', {
      description:
        'What kind of record, e.g. "PeriodSheet", "DisciplineDecision" or "Finding". "Withheld" where the asking person may not know of such records: then nobody is named, and of `at` only the day is meant.',
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Whose; null for a unit’s, where it is withheld, and where one may not see the person.',
      resolve: ({ employeeId }, _args, context): Promise<EmployeeRow | null> | null =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
    was: t.exposeString('was', {
      description: 'The figure or word when it was frozen; empty where it came since, and where one may not read it.',
    }),
    is: t.exposeString('is', {
      nullable: true,
      description: 'The figure or word now; null where it is there no more, and where one may not read it.',
    }),
    at: t.expose('at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it changed or came, as the chain says.',
    }),
    arrived: t.exposeBoolean('arrived', { description: 'Whether it came after the summary was frozen.' }),
  }),
});

const RecomputedRef = builder.objectRef<Recomputed>('RecomputedSummary').implement({
  description: 'A summary worked out again from the inputs it keeps.',
  fields: (t) => ({
    same: t.exposeBoolean('same', { description: 'Whether inputs and result are those that were frozen.' }),
    bodySha256: t.exposeString('bodySha256', { description: 'SHA-256 of the result, hexadecimal.' }),
  }),
});

const SummaryPullRef = builder.objectRef<PullRow>('SummaryPull').implement({
  description: 'Somebody took a summary out.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    by: t.exposeString('by', { description: 'Name of who did.' }),
    purpose: t.expose('purpose', { type: PurposeEnum, description: 'For what.' }),
    format: t.expose('format', { type: PullFormatEnum, description: 'How.' }),
  }),
});
const SummaryPullConnection = connectionOf('SummaryPull', SummaryPullRef, 'times a summary was taken out');

export const SummaryRef = builder.objectRef<SummaryRow>('Summary');
export const SummaryConnection = connectionOf('Summary', SummaryRef, 'summaries');

/** The content of a visible summary. Everybody it names is noted as read. */
async function open(context: Context, id: string): Promise<SummaryContent> {
  const content = await loadOne(context, contentBySummary, id);
  if (content === null) throw new Error('A summary is visible whose content is not.');
  const versions = content.versions as readonly { readonly employeeId: string | null }[];
  for (const { employeeId } of versions) if (employeeId !== null) context.access.note('summary', employeeId);
  return content;
}

builder.node(SummaryRef, {
  description:
    'What goes on the table (bản tổng hợp): the answer of one question, frozen with its inputs, numbered, in the audit chain and worked out again at any time. It decides nothing.',
  id: { resolve: (summary) => summary.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, summaryById, id))),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number, e.g. "TH-2026-00001".' }),
    title: t.exposeString('title', { description: 'What it is called.' }),
    kind: t.expose('kind', { type: SummaryKindEnum, description: 'What it answers.' }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit it is about: who ranks there reads it.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    purpose: t.expose('purpose', { type: PurposeEnum, description: 'For what it was frozen.' }),
    frozenAt: t.expose('frozenAt', { type: 'DateTime', description: 'When.' }),
    frozenBy: t.exposeString('frozenBy', { description: 'Name of who froze it.' }),
    showsDiscipline: t.exposeBoolean('showsDiscipline', {
      description: 'Whether it says something of discipline: who may not read that there does not read it.',
    }),
    engine: t.exposeString('engine', { description: 'Which engine made it; old ones stay callable.' }),
    inputsSha256: t.exposeString('inputsSha256', {
      description: 'SHA-256 of the inputs as canonical JSON (sorted keys, no blanks), hexadecimal.',
    }),
    bodySha256: t.exposeString('bodySha256', { description: 'SHA-256 of what it says, likewise.' }),
    question: t.field({
      type: 'JSON',
      description: 'The arguments of its question.',
      resolve: async ({ id }, _args, context) => (await open(context, id)).question,
    }),
    body: t.field({
      type: SummaryBodyRef,
      description: 'What it says. Everybody it names is logged as read.',
      resolve: async ({ id }, _args, context) => (await open(context, id)).body as SummaryBody,
    }),
    recomputed: t.field({
      type: RecomputedRef,
      description: 'Worked out again now from the inputs it keeps.',
      resolve: async (summary, _args, context) => recompute(summary, await open(context, summary.id)),
    }),
    receipt: t.field({
      type: SummaryReceiptRef,
      nullable: true,
      description: 'Its entry of the audit chain.',
      resolve: ({ id }, _args, context) => loadOne(context, receiptBySummary, id),
    }),
    superseded: t.field({
      type: [SupersededInputRef],
      description:
        'Its inputs that say something else now, of units one ranks, and what came since about those it names; none where it still holds.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, supersededBySummary, id)) ?? [])],
    }),
    pulls: t.field({
      type: SummaryPullConnection,
      description:
        'Who took it out and for what, newest first: all for who reads the access log there, else one’s own.',
      args: t.arg.connectionArgs(),
      resolve: ({ id }, args, context) => listPulls(context, id, args),
    }),
  }),
});
