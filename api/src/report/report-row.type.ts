import { reportCodeText, reportFigureTexts } from '@congvu/schema/texts';
import { encodeGlobalID } from '@pothos/plugin-relay';
import type { RecordKind } from '../access/access-log.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import type { Page } from '../sql/page.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { countRecords, countVisible, type FigureChoice, type ReportRow, type ReportSpan } from './report.store.ts';

/** What of a person is read with a row, by the type of its record. */
export function recordKindOf(recordType: string): RecordKind {
  switch (recordType) {
    case 'DisciplineDecision':
      return 'discipline';
    case 'Commendation':
      return 'commendation';
    case 'Classification':
      return 'classification';
    default:
      return 'inspection';
  }
}

const ReportRowRef = builder.objectRef<ReportRow>('ReportRow').implement({
  description: 'One record behind a number.',
  fields: (t) => ({
    id: t.id({
      description: 'Identifier of the record.',
      resolve: ({ recordType, recordId }) => encodeGlobalID(recordType, recordId),
    }),
    on: t.field({ type: 'LocalDate', description: 'The day by which it is counted.', resolve: ({ day }) => day }),
    figure: t.string({
      description: 'The figure it is counted in, in the language of Accept-Language.',
      resolve: ({ figure }, _args, context) => reportFigureTexts[figure][context.locale],
    }),
    label: t.string({
      description: 'Its kind, in the language of Accept-Language.',
      resolve: ({ figure, code }, _args, context) => reportCodeText(figure, code)[context.locale],
    }),
    unit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit it belongs to.',
      resolve: ({ unitId }, _args, context) => (unitId === null ? null : getUnit(context, unitId)),
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'The person concerned, where there is one whom one may see.',
      resolve: ({ employeeId, recordType }, _args, context) => {
        if (employeeId === null) return null;
        context.access.note(recordKindOf(recordType), employeeId);
        return loadOne(context, employeeById, employeeId);
      },
    }),
    subject: t.exposeString('subject', { nullable: true, description: 'Its title or number.' }),
    text: t.exposeString('detail', { nullable: true, description: 'What it says, or the document it stands in.' }),
    recordType: t.exposeString('recordType', { description: 'Name of its type.' }),
    record: t.node({
      description: 'The record itself, where one may see it.',
      id: ({ recordType, recordId }) => encodeGlobalID(recordType, recordId),
    }),
  }),
});

/** A page of rows with what was asked for. */
interface ReportRows extends Page<ReportRow> {
  readonly span: ReportSpan;
  readonly choice: FigureChoice;
}

/** Rows that are counted and not shown: what the number says beyond one's own rights. */
async function countHidden(context: Context, { span, choice }: ReportRows): Promise<number> {
  const [counts, visible] = [await countRecords(context, span), await countVisible(context, span, choice)];
  const counted = counts
    .filter(({ figure, code }) => figure === choice.figure && (choice.code === null || code === choice.code))
    .reduce((total, { value }) => total + value, 0);
  return Math.max(0, counted - visible);
}

const connection = builder.connectionObject(
  {
    type: ReportRowRef,
    name: 'ReportRowConnection',
    description: 'One page of rows behind a number.',
    fields: (t) => ({
      hidden: t.int({
        description: 'How many more are counted than one may see.',
        // The page below is ours, with what was asked for.
        resolve: (page, _args, context) => countHidden(context, page as unknown as ReportRows),
      }),
    }),
  },
  { name: 'ReportRowEdge', description: 'One of the rows with its place in the list.' },
);

// As in sql/connection.ts: Pothos gives the connection its own shape of the same levels; ours names the rows.
export const ReportRowConnection = connection as unknown as ReturnType<typeof builder.objectRef<ReportRows>>;
