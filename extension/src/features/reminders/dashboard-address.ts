import type { WaitingKind } from '../../../generated/graphql.ts';
import { writeAddress } from '../dashboard/address.ts';

/** The screen of the dashboard on which a kind is acted on; absent: it is acted on here, in the side panel. */
const PATHS: Partial<Record<WaitingKind, string>> = {
  CLASSIFICATION_TO_DECIDE: 'phan-loai-nam',
  PETITION_TO_RESOLVE: 'kien-nghi',
  OWN_PETITION: 'nam-cua-toi',
  OWN_RATING: 'nam-cua-toi',
  UNIT_RESULT_TO_DECIDE: 'ket-qua-don-vi',
  PROPOSAL_TO_CONSOLIDATE: 'danh-muc',
  EXPORT_DUE: 'khoa-ky',
  VIOLATION_DUE: 'ky-luat',
  RECOMMENDATION_DUE: 'kien-nghi-sau-kiem-tra',
  RECOMMENDATION_TO_CLOSE: 'kien-nghi-sau-kiem-tra',
  CONCLUSION_DUE: 'kiem-tra-cong-vu',
  FEEDBACK_DUE: 'phan-anh-kien-nghi',
  COORDINATION_DUE: 'phoi-hop',
  DATA_REQUEST_DUE: 'bao-ve-du-lieu',
  RETENTION_TO_DECIDE: 'bao-ve-du-lieu',
  COMMENDATION_TO_REVIEW: 'khen-thuong',
  UNIT_RESULT_TO_REVIEW: 'ket-qua-don-vi',
  CALIBRATION_TO_SUBMIT: 'hieu-chinh',
  GRANT_TO_REVIEW: 'truy-cap-quyen',
  WEBHOOK_DISABLED: 'moc-noi',
  WEBHOOK_EVENTS_SET_ASIDE: 'moc-noi',
};
/** Kinds whose target is what the screen opens; of the others it shows its list. */
const OPENED: readonly WaitingKind[] = ['CLASSIFICATION_TO_DECIDE', 'PETITION_TO_RESOLVE'];

/** The hash of the dashboard's address, or null where the side panel itself is the place. */
export function dashboardAddressOf(kind: WaitingKind, target: string): string | null {
  const path = PATHS[kind];
  if (path === undefined) return null;
  return writeAddress({ path, item: OPENED.includes(kind) ? target : null, filters: {} });
}
