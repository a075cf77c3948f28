import { LEVELS, type Level, SHEET_STATES, type SheetState } from '@congvu/schema/evaluation';
import { multiply, parseRational, rational, toText } from '@congvu/schema/primitives/rational';
import type { ExactRange, RankingFilter as RankingFilterInput } from '../../../generated/graphql.ts';
import { parseExact } from '../../ui/exact-number.ts';
import type { Address } from '../dashboard/address.ts';

/** The figures of a row that can be asked for from and to; shares are asked in percent. */
export const spanNames = ['total', 'resultPoints', 'general', 'quantity', 'quality', 'progress'] as const;
export type SpanName = (typeof spanNames)[number];
const shares: readonly SpanName[] = ['quantity', 'quality', 'progress'];

/** Both ends inclusive, as "70" or "4.5"; empty: no bound. */
export type Span = { readonly min: string; readonly max: string };

/** Which of the ranked are shown; nobody's place changes by it. */
export type Narrowing = {
  /** Any of these; empty: all. */
  readonly level: readonly Level[];
  /** States of the sheet, any of these; empty: all. A year's rows have none. */
  readonly state: readonly SheetState[];
  readonly spans: Readonly<Partial<Record<SpanName, Span>>>;
};

/** Reads the address; what is not understood is not asked for. */
export function readNarrowing(filters: Address['filters'], hasStates: boolean): Narrowing {
  const among = <Term extends string>(terms: readonly Term[], text = '') => {
    const asked = text.split(',');
    return terms.filter((term) => asked.includes(term));
  };
  return {
    level: among(LEVELS, filters.level),
    state: hasStates ? among(SHEET_STATES, filters.state) : [],
    spans: keptSpans((name) => {
      const [, min = '', max = ''] = /^([\d.]*)-([\d.]*)$/.exec(filters[name] ?? '') ?? [];
      return { min, max };
    }),
  };
}

/** The address of a narrowing; `readNarrowing` reads it back. */
export function writeNarrowing({ level, state, spans }: Narrowing): Address['filters'] {
  return {
    ...(level.length > 0 && { level: level.join(',') }),
    ...(state.length > 0 && { state: state.join(',') }),
    ...Object.fromEntries(
      spanNames.flatMap((name) => {
        const span = spans[name];
        return span === undefined ? [] : [[name, `${span.min}-${span.max}`]];
      }),
    ),
  };
}

/** Every figure's span of what was typed; one without a number is left out. */
export function keptSpans(spanOf: (name: SpanName) => Span | undefined): Narrowing['spans'] {
  return Object.fromEntries(
    spanNames.flatMap((name) => {
      const span = spanOf(name);
      const [min, max] = [parseExact(span?.min ?? '') ?? '', parseExact(span?.max ?? '') ?? ''];
      return min === '' && max === '' ? [] : [[name, { min, max }]];
    }),
  );
}

/** How many things it asks for. */
export function countNarrowing({ level, state, spans }: Narrowing): number {
  return Number(level.length > 0) + Number(state.length > 0) + Object.keys(spans).length;
}

export function toNarrowingInput({ level, state, spans }: Narrowing): RankingFilterInput {
  const ranges: Partial<Record<SpanName, ExactRange>> = {};
  for (const name of spanNames) {
    const span = spans[name];
    if (span !== undefined) ranges[name] = { min: bound(name, span.min), max: bound(name, span.max) };
  }
  return { ...(level.length > 0 && { level: [...level] }), ...(state.length > 0 && { state: [...state] }), ...ranges };
}

/** A bound as the api takes it: points as they are, percent as a fraction of 1. */
function bound(name: SpanName, text: string): string | null {
  if (text === '' || !shares.includes(name)) return text === '' ? null : text;
  const percent = parseRational(text);
  return percent.ok ? toText(multiply(percent.value, rational(1, 100))) : null;
}
