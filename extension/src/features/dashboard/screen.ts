import type { ComponentType } from 'react';
import type { Viewer } from '../session/viewer.ts';
import type { Address } from './address.ts';

/** What a screen is given: what the address opens in it, and its filters. */
export type ScreenProps = Pick<Address, 'item' | 'filters'>;

export type ScreenGroup = 'results' | 'registers' | 'running' | 'rules';
export type ScreenName =
  | 'ranking'
  | 'shortlist'
  | 'comparison'
  | 'units'
  | 'summaries'
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
  | 'calibration'
  | 'closing'
  | 'catalogue'
  | 'delegation'
  | 'staff'
  | 'adapters'
  | 'imports'
  | 'exports'
  | 'access'
  | 'webhooks'
  | 'dataProtection'
  | 'ruleSets'
  | 'registerTables'
  | 'simulation';

/** The steps of the screens that others lead to; the screen's own row in `screens.ts` takes its step from here. */
export const screenPaths = {
  ranking: 'xep-hang',
  shortlist: 'danh-sach-de-xuat',
  comparison: 'so-sanh-nguoi',
  units: 'so-sanh-don-vi',
  summaries: 'tong-hop',
  calibration: 'hieu-chinh',
  imports: 'nhap-xuat',
  exports: 'tep-da-xuat',
  access: 'truy-cap-quyen',
  webhooks: 'moc-noi',
} as const satisfies Partial<Record<ScreenName, string>>;

export type Screen = {
  readonly name: ScreenName;
  /** Its step in the address. */
  readonly path: string;
  readonly group: ScreenGroup;
  /** Reached from another screen alone, with what it needs in its address: the navigation does not list it. */
  readonly isUnlisted?: true;
  /** Whether to offer it. The api decides again on every query. */
  readonly isFor: (viewer: Viewer) => boolean;
  readonly Screen: ComponentType<ScreenProps>;
};
