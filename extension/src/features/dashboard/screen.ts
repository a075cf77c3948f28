import type { ComponentType } from 'react';
import type { Viewer } from '../session/viewer.ts';
import type { Address } from './address.ts';

/** What a screen is given: what the address opens in it, and its filters. */
export type ScreenProps = Pick<Address, 'item' | 'filters'>;

export type ScreenGroup = 'results' | 'registers' | 'running' | 'rules';
export type ScreenName =
  | 'ranking'
  | 'year'
  | 'unitResults'
  | 'petitions'
  | 'published'
  | 'own'
  | 'report'
  | 'ownData'
  | 'discipline'
  | 'commendation'
  | 'inspection'
  | 'recommendations'
  | 'feedback'
  | 'coordination'
  | 'closing'
  | 'catalogue'
  | 'delegation'
  | 'staff'
  | 'adapters'
  | 'imports'
  | 'dataProtection'
  | 'ruleSets'
  | 'registerTables'
  | 'simulation';

export type Screen = {
  readonly name: ScreenName;
  /** Its step in the address. */
  readonly path: string;
  readonly group: ScreenGroup;
  /** Whether to offer it. The api decides again on every query. */
  readonly isFor: (viewer: Viewer) => boolean;
  readonly Screen: ComponentType<ScreenProps>;
};
