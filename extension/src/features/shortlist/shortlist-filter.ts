import { APPOINTED_POSTS, type AppointedPost, SHORTLIST_STATES, type ShortlistState } from '@congvu/schema/shortlist';
import type { Address } from '../dashboard/address.ts';

/** Who is looked for; the address says the same. */
export type ShortlistFilter = {
  /** The unit that needs somebody. */
  readonly unit: string;
  readonly post: AppointedPost;
  /** The day conditions are judged on. */
  readonly on: string;
  /** Whose people are looked at; empty: the unit's agency. */
  readonly within: string;
  readonly state: ShortlistState | '';
  readonly search: string;
};

/** Reads the address; what is absent or not understood is the default. */
export function readShortlistFilter(
  { unit, post, on = '', within, state, search }: Address['filters'],
  defaults: { readonly unit: string; readonly today: string },
): ShortlistFilter {
  return {
    unit: unit?.slice(0, 64) || defaults.unit,
    post: APPOINTED_POSTS.find((each) => each === post) ?? 'HEAD',
    on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : defaults.today,
    within: within?.slice(0, 64) ?? '',
    state: SHORTLIST_STATES.find((each) => each === state) ?? '',
    search: search?.slice(0, 100) ?? '',
  };
}

/** The day is written only where it is not today: an address that was kept asks for the day it is opened. */
export function writeShortlistFilter({ on, ...rest }: ShortlistFilter, today: string): Address['filters'] {
  return { ...rest, ...(on !== today && { on }) };
}
