import { REPORT_SECTIONS, type ReportFigure, type ReportFigureKey, type ReportSection } from '@congvu/schema/registers';
import { type ReportParagraph, reportCodeText, reportFigureTexts, reportSectionTexts } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import type { Report, UnitCount } from './report.service.ts';

/** A part of a report with the report it is of. */
type Part<Value> = Value & { readonly report: Report };

const CodeCountRef = builder
  .objectRef<{ readonly key: ReportFigureKey; readonly code: string; readonly value: number }>('ReportCodeCount')
  .implement({
    description: 'A part of a figure by kind, topic, form, title or level.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'The kind; `reportRows(code:)` answers its rows.' }),
      label: t.string({
        description: 'The kind, in the language of Accept-Language.',
        resolve: ({ key, code }, _args, context) => reportCodeText(key, code)[context.locale],
      }),
      value: t.exposeInt('value', { description: 'How many.' }),
    }),
  });

const UnitCountRef = builder.objectRef<UnitCount & { readonly key: ReportFigureKey }>('ReportUnitCount').implement({
  description: 'A part of a figure by unit and kind.',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit one level below the report’s, with all below it.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    code: t.exposeString('code', { description: 'The kind.' }),
    label: t.string({
      description: 'The kind, in the language of Accept-Language.',
      resolve: ({ key, code }, _args, context) => reportCodeText(key, code)[context.locale],
    }),
    value: t.exposeInt('value', { description: 'How many.' }),
  }),
});

const FigureRef = builder.objectRef<Part<ReportFigure>>('ReportFigure').implement({
  description: 'One number of a report.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What is counted, e.g. "inspections.ended"; `reportRows` takes it.' }),
    label: t.string({
      description: 'What is counted, in the language of Accept-Language.',
      resolve: ({ key }, _args, context) => reportFigureTexts[key][context.locale],
    }),
    value: t.exposeInt('value', { description: 'How many, also beyond the rows one may see.' }),
    breakdown: t.field({
      type: [CodeCountRef],
      description: 'The same by kind, topic, form, title or level; kinds without any are left out.',
      resolve: ({ key, breakdown }) => breakdown.map((part) => ({ ...part, key })),
    }),
    units: t.field({
      type: [UnitCountRef],
      description: 'The same by unit and kind; what belongs to the report’s unit itself is left out.',
      resolve: ({ key, report }) => (report.units.get(key) ?? []).map((part) => ({ ...part, key })),
    }),
    hasRows: t.boolean({
      description: 'Whether there are rows behind it.',
      resolve: ({ value }) => value > 0,
    }),
  }),
});

const SectionRef = builder.objectRef<Part<ReportSection>>('ReportSection').implement({
  description: 'Figures of one register.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Which register.' }),
    title: t.string({
      description: 'Its name, in the language of Accept-Language.',
      resolve: ({ key }, _args, context) => reportSectionTexts[key][context.locale],
    }),
    figures: t.field({
      type: [FigureRef],
      description: 'Its figures; zero where nothing was recorded.',
      resolve: ({ figures, report }) => {
        const keys: readonly string[] = figures;
        return report.figures.filter(({ key }) => keys.includes(key)).map((figure) => ({ ...figure, report }));
      },
    }),
  }),
});

const SentenceFigureRef = builder.objectRef<ReportParagraph['figures'][number]>('ReportSentenceFigure').implement({
  description: 'A number that stands in a sentence.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What is counted.' }),
    code: t.exposeString('code', { nullable: true, description: 'The kind; null for all of it.' }),
    value: t.exposeInt('value', { description: 'The number as the sentence says it.' }),
  }),
});

const ParagraphRef = builder.objectRef<ReportParagraph>('ReportParagraph').implement({
  description: 'What a person would write around the numbers.',
  fields: (t) => ({
    heading: t.exposeString('heading', { nullable: true, description: 'Heading above it.' }),
    text: t.exposeString('text', { description: 'Its sentences, in the language of Accept-Language.' }),
    figures: t.field({
      type: [SentenceFigureRef],
      description: 'The numbers in it, in their order; each leads to its rows.',
      resolve: ({ figures }) => [...figures],
    }),
  }),
});

export const PeriodicReportRef = builder.objectRef<Report>('PeriodicReport').implement({
  description:
    'Inspection, discipline, commendation, levels, feedback and coordination of a unit and all below it between two days. Counts name nobody.',
  fields: (t) => ({
    unit: t.field({ type: UnitRef, description: 'The unit.', resolve: ({ span }) => span.unit }),
    from: t.field({ type: 'LocalDate', description: 'First day.', resolve: ({ span }) => span.from }),
    to: t.field({ type: 'LocalDate', description: 'Last day, inclusive.', resolve: ({ span }) => span.to }),
    madeAt: t.field({
      type: 'DateTime',
      description: 'When it was counted: what is recorded later is not in it.',
      resolve: (_report, _args, context) => context.now,
    }),
    empty: t.exposeBoolean('isEmpty', { description: 'Whether nothing was recorded in the period.' }),
    sections: t.field({
      type: [SectionRef],
      description: 'All figures, register by register.',
      resolve: (report) => REPORT_SECTIONS.map((section) => ({ ...section, report })),
    }),
    paragraphs: t.field({
      type: [ParagraphRef],
      description: 'The text of the report.',
      resolve: ({ paragraphs }) => [...paragraphs],
    }),
  }),
});
