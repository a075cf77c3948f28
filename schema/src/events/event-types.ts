/** What others must know. Each is one entry of the audit chain, so that nothing happens without its event and no event without its act. */
export const EVENTS = [
  'SCORE_CONFIRMED',
  'SCORE_CORRECTED',
  'LEVEL_DECIDED',
  'LEVEL_SUPERSEDED',
  'PETITION_FILED',
  'PETITION_RESOLVED',
] as const;
export type EventType = (typeof EVENTS)[number];

/** The words of an entry of the audit chain that tell which event it is. `state` is that of the entry's payload, null where it has none. */
export interface EventEntry {
  readonly action: string;
  readonly entity: string;
  readonly state: string | null;
}

interface EventAction {
  /** The entity the entry names; entries of the same act about other things are no event. */
  readonly entity: 'PeriodSheet' | 'Classification' | 'Petition';
  readonly event: EventType;
  /** The event where the entry's state is this one. */
  readonly unless?: { readonly state: string; readonly event: EventType };
}

const SCORE: EventAction = {
  entity: 'PeriodSheet',
  event: 'SCORE_CONFIRMED',
  // A confirmed sheet is corrected by the same act; its entry says so by the state it leaves.
  unless: { state: 'CORRECTED', event: 'SCORE_CORRECTED' },
};

/** The acts that are events, by their names in the audit chain. The database holds a copy (event_feed), which a test compares with this. */
export const EVENT_ACTIONS = {
  confirmPeriodSheet: SCORE,
  confirmPeriodSheets: SCORE,
  decideClassifications: { entity: 'Classification', event: 'LEVEL_DECIDED' },
  supersedeClassification: { entity: 'Classification', event: 'LEVEL_SUPERSEDED' },
  filePetition: { entity: 'Petition', event: 'PETITION_FILED' },
  resolvePetition: { entity: 'Petition', event: 'PETITION_RESOLVED' },
} as const satisfies Readonly<Record<string, EventAction>>;

/** The event an entry of the audit chain is; null for what is none. */
export function eventOf({ action, entity, state }: EventEntry): EventType | null {
  if (!isEventAction(action)) return null;
  const known: EventAction = EVENT_ACTIONS[action];
  if (known.entity !== entity) return null;
  return known.unless !== undefined && known.unless.state === state ? known.unless.event : known.event;
}

function isEventAction(action: string): action is keyof typeof EVENT_ACTIONS {
  return Object.hasOwn(EVENT_ACTIONS, action);
}
