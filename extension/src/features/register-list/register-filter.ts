import type { Address } from '../dashboard/address.ts';

/** Which records of a register are shown; the address says the same. An empty text: not asked for. */
export type RegisterFilter = {
  /** Code of a unit: it and all below. */
  readonly unit: string;
  /** "2026", "2026-Q4" or "2026-10"; empty where `from` and `to` say it, or for all time. */
  readonly period: string;
  /** First and last day, inclusive; both or none. */
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly state: string;
  readonly overdue: boolean;
  /** Staff code of one person. */
  readonly employee: string;
  /** What one list alone can be asked for, by the name of its choice. */
  readonly extra: Readonly<Record<string, string>>;
};

const period = /^20\d\d(-Q[1-4]|-(0[1-9]|1[0-2]))?$/;
const day = /^20\d\d-\d\d-\d\d$/;
const longest = 64;

/** Reads the address; what is absent or not understood is not asked for. `extras`: the names of the list's own choices. */
export function readRegisterFilter(
  filters: Address['filters'],
  defaults: { readonly unit: string; readonly state?: string },
  extras: readonly string[] = [],
): RegisterFilter {
  const text = (name: string) => filters[name]?.slice(0, longest) ?? '';
  const isPeriod = period.test(text('period'));
  const isSpan = !isPeriod && day.test(text('from')) && day.test(text('to'));
  return {
    unit: text('unit') || defaults.unit,
    period: isPeriod ? text('period') : '',
    from: isSpan ? text('from') : '',
    to: isSpan ? text('to') : '',
    kind: text('kind'),
    // "all" is kept in the address, so that a default state can be switched off.
    state: text('state') === 'all' ? '' : text('state') || (defaults.state ?? ''),
    overdue: filters.overdue === 'true',
    employee: text('employee'),
    extra: Object.fromEntries(extras.map((name) => [name, text(name)])),
  };
}

export function writeRegisterFilter({ extra, overdue, state, ...rest }: RegisterFilter): Address['filters'] {
  return { ...rest, ...extra, state: state === '' ? 'all' : state, overdue: overdue ? 'true' : '' };
}

/** What every list of the registers takes; its own words (kind, state) each list adds by `termsOf`. */
export function toRegisterInput({ unit, period: asked, from, to, overdue, employee }: RegisterFilter) {
  return {
    unit: unit === '' ? null : unit,
    period: asked === '' ? null : asked,
    from: from === '' ? null : from,
    to: to === '' ? null : to,
    overdue: overdue ? true : null,
    employee: employee === '' ? null : employee,
  };
}

/** A word of a closed list as the api's filters take it: in a list of one, or null where it is none of them. */
export function termsOf<Term extends string>(terms: readonly Term[], value: string): Term[] | null {
  const term = termOf(terms, value);
  return term === null ? null : [term];
}

/** The word of a closed list that a text is; null where it is none of them. */
export function termOf<Term extends string>(terms: readonly Term[], value: string): Term | null {
  return terms.find((each) => each === value) ?? null;
}

/** As `termOf`, for a choice that cannot be empty. Throws where the value is no word of the list: the form broke its own rule. */
export function someTerm<Term extends string>(terms: readonly Term[], value: string): Term {
  const term = termOf(terms, value);
  if (term === null) throw new Error(`not among the choices: ${value}`);
  return term;
}
