import type { InputFieldBuilder } from '@pothos/core';
import type { SchemaTypes } from '../builder.ts';
import type { Context } from '../context.ts';
import { type ExactRange, ExactRangeInput, isWithin, parseExactRange } from '../scalar/exact-range.ts';
import type { Sql } from '../sql/sql.ts';

type Fields = InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>;

/** The figures of a sheet `s` that a filter may bound, as exact pairs; general points are a decimal and stand over 1. */
const FIGURES = {
  total: ['s.total_numerator', 's.total_denominator'],
  general: ['coalesce(s.general, s.self_general)', '1'],
  resultPoints: ['s.result_numerator', 's.result_denominator'],
  quantity: ['s.quantity_numerator', 's.quantity_denominator'],
  quality: ['s.quality_numerator', 's.quality_denominator'],
  progress: ['s.progress_numerator', 's.progress_denominator'],
} as const;

const DESCRIPTIONS: Readonly<Record<SheetFigure, string>> = {
  total: 'Between these totals, 0 to 100.',
  general: 'Between these general points, 0 to 30: the confirmed ones, before them the person’s own.',
  resultPoints: 'Between these result points, 0 to 70.',
  quantity: 'Component a between these fractions of 1.',
  quality: 'Component b between these fractions of 1.',
  progress: 'Component c between these fractions of 1.',
};

export type SheetFigure = keyof typeof FIGURES;
export type FigureRanges = Readonly<Partial<Record<SheetFigure, ExactRange | null>>>;

/** The fields of a filter by the figures of a sheet. */
export function figureRangeFields<Name extends SheetFigure>(t: Fields, figures: readonly Name[]) {
  const field = (figure: Name) =>
    t.field({ type: ExactRangeInput, required: false, description: DESCRIPTIONS[figure] });
  // One field each, by its name.
  return Object.fromEntries(figures.map((figure) => [figure, field(figure)])) as Record<Name, ReturnType<typeof field>>;
}

type Written = Parameters<typeof parseExactRange>[0];

/** The ranges a filter states, read. Errors: as parseExactRange. */
export function readFigureRanges(
  given: Readonly<Partial<Record<SheetFigure, Written>>>,
  context: Pick<Context, 'locale'>,
): FigureRanges {
  const names = Object.keys(FIGURES) as SheetFigure[];
  return Object.fromEntries(names.map((name) => [name, parseExactRange(given[name], context)]));
}

/** Whether the figures of a sheet `s` lie within the ranges; a sheet without a figure is outside each. */
export function figureConditions(ranges: FigureRanges): readonly Sql[] {
  const names = Object.keys(FIGURES) as SheetFigure[];
  return names.flatMap((name) => {
    const range = ranges[name];
    const [numerator, denominator] = FIGURES[name];
    return range ? [isWithin(numerator, denominator, range)] : [];
  });
}
