import { domainError } from '@congvu/schema/errors';
import { REPORT_FIGURE_KEYS, type ReportFigureKey } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { makeReport, readSpan } from './report.service.ts';
import { listReportRows } from './report.store.ts';
import { PeriodicReportRef } from './report.type.ts';
import { ReportRowConnection } from './report-row.type.ts';

const UNIT = 'Code of the unit; all below it is counted with it.';

builder.queryFields((t) => ({
  periodicReport: t.field({
    type: PeriodicReportRef,
    description:
      'What provincial inspectorates and departments of home affairs send up, for any unit and days. Under REPORT_READ over the unit.',
    authScopes: { reads: 'REPORT_READ' },
    args: {
      unit: t.arg.string({ description: UNIT }),
      from: t.arg({ type: 'LocalDate', description: 'First day.' }),
      to: t.arg({ type: 'LocalDate', description: 'Last day, inclusive.' }),
    },
    resolve: async (_root, { unit, from, to }, context) => makeReport(context, await readSpan(context, unit, from, to)),
  }),
  reportRows: t.field({
    type: ReportRowConnection,
    description: 'The records behind one number of a report, as far as one may see them, newest first.',
    authScopes: { reads: 'REPORT_READ' },
    args: {
      unit: t.arg.string({ description: UNIT }),
      from: t.arg({ type: 'LocalDate', description: 'First day.' }),
      to: t.arg({ type: 'LocalDate', description: 'Last day, inclusive.' }),
      figure: t.arg.string({ description: 'Key of the figure.' }),
      code: t.arg.string({ required: false, description: 'One kind of it; all of it unless stated.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { unit, from, to, figure, code, ...page }, context) => {
      const span = await readSpan(context, unit, from, to);
      const choice = { figure: figureOf(figure, context), code: code ?? null };
      return { ...(await listReportRows(context, span, choice, page)), span, choice };
    },
  }),
}));

/** Errors: BAD_REQUEST for what is no figure of a report. */
function figureOf(text: string, context: Context): ReportFigureKey {
  const key = REPORT_FIGURE_KEYS.find((each) => each === text);
  if (key === undefined) throw requestError(domainError('BAD_REQUEST'), context.locale);
  return key;
}
