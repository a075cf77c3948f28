import type { Address } from '../dashboard/address.ts';

/** Which units are compared; the address says the same. */
export type UnitsFilter = {
  /** The unit whose children stand beside each other. */
  readonly unit: string;
  /** A month or a year. */
  readonly period: string;
  /** Code of the unit whose spread is drawn; empty: the first. */
  readonly spread: string;
};

/** Reads the address; what is absent or not understood is the default. */
export function readUnitsFilter(
  { unit, period = '', spread }: Address['filters'],
  defaults: { readonly unit: string; readonly period: string },
): UnitsFilter {
  return {
    unit: unit?.slice(0, 64) || defaults.unit,
    period: /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(period) ? period : defaults.period,
    spread: spread?.slice(0, 64) ?? '',
  };
}
