import { type ClassificationAction, canAdvanceClassification } from '@congvu/schema/procedure';
import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { covers } from '../authority/authority.policy.ts';
import type { Actor } from '../context.ts';
import type { ClassificationRow } from './classification.store.ts';

/** Who asks, as far as years are concerned. */
export interface Classifier {
  readonly employeeId: string | null;
  /** Units over which he proposes: prepares the round, keeps minutes and opinions, tells and publishes. */
  readonly proposes: readonly string[];
  /** Units whose rows he decides: those that name the very unit, not those below (Nghị định 335/2025/NĐ-CP art. 10). */
  readonly decides: readonly string[];
}

export function classifierOf(actor: Actor | null): Classifier {
  const paths = (permission: 'CLASSIFICATION_PROPOSE' | 'CLASSIFICATION_DECIDE') =>
    actor?.permissions.find((held) => held.permission === permission)?.unitPaths ?? [];
  return {
    employeeId: actor?.employeeId ?? null,
    proposes: paths('CLASSIFICATION_PROPOSE'),
    decides: paths('CLASSIFICATION_DECIDE'),
  };
}

/** Where a row stands in the tree. */
export interface ClassificationPlaces {
  readonly agencyPath: string;
  readonly authorityPath: string;
  /** Of the managing agency; null where there is none above. */
  readonly managingPath: string | null;
}

export function mayPropose(classifier: Classifier, agencyPath: string): boolean {
  return covers(classifier.proposes, agencyPath);
}

/** Exactly the authority of the row, and never on oneself. */
export function mayDecide(classifier: Classifier, authorityPath: string, employeeId: string | null): boolean {
  return classifier.decides.includes(authorityPath) && (employeeId === null || classifier.employeeId !== employeeId);
}

/** A wrong result is replaced by the head of the managing agency, never one's own. Source: art. 21(3). */
export function maySupersede(classifier: Classifier, managingPath: string | null, employeeId: string): boolean {
  return managingPath !== null && mayDecide(classifier, managingPath, employeeId);
}

type Facts = Pick<
  ClassificationRow,
  'employeeId' | 'state' | 'post' | 'current' | 'notifiedAt' | 'proposal' | 'ruleSet'
>;

/** What the person himself may not read yet, on screen or on paper: a decision reaches him by its notice (art. 21). */
export function maySeeDecision(employeeId: string | null, row: Pick<Facts, 'employeeId' | 'notifiedAt'>): boolean {
  return row.notifiedAt !== null || row.employeeId !== employeeId;
}

/** The steps the asking person may take now; none on a year of earlier law. The database's guards and the service stand behind them. */
export function openActions(
  classifier: Classifier,
  row: Facts,
  places: ClassificationPlaces,
): readonly ClassificationAction[] {
  if (!row.current || EARLIER_LAW.includes(row.ruleSet)) return [];
  const isOwn = classifier.employeeId === row.employeeId;
  const proposes = mayPropose(classifier, places.agencyPath);
  const decides = mayDecide(classifier, places.authorityPath, row.employeeId);
  const may: readonly (readonly [ClassificationAction, boolean])[] = [
    ['SELF_RATE', isOwn],
    ['RECORD_MEETING', proposes],
    ['RECORD_PARTY_OPINION', proposes],
    ['SYNTHESISE', proposes],
    ['DECIDE', decides],
    ['DECIDE_NOT_CLASSIFIED', decides],
    ['NOTIFY', proposes],
    ['PUBLISH', proposes],
    ['PETITION', isOwn],
    ['WITHDRAW', isOwn],
    ['RESOLVE', decides],
    ['SUPERSEDE', maySupersede(classifier, places.managingPath, row.employeeId)],
  ];
  return may
    .filter(([action, allowed]) => allowed && canAdvanceClassification(row.state, action, row.post))
    .map(([action]) => action);
}
