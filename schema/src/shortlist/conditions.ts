import { type DomainError, domainError } from '../errors/error-catalogue.ts';
import type { Post } from '../evaluation/assignment.ts';
import type { Level } from '../evaluation/level.ts';
import type { UnitKind } from '../evaluation/unit-kind.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import type { Certainty, Source } from '../primitives/source.ts';

/** Posts that somebody is appointed to; STAFF is assigned, not appointed. */
export const APPOINTED_POSTS = ['HEAD', 'DEPUTY'] as const;
export type AppointedPost = (typeof APPOINTED_POSTS)[number];

/** One condition of a post, with where it stands. */
export type AppointmentCondition =
  /** In the plan for this post of the unit, on the day asked for. */
  | { readonly kind: 'PLANNED'; readonly source: Source }
  /** At least so many whole months from the day asked for to the day of retirement. */
  | { readonly kind: 'SERVICE_MONTHS'; readonly months: number; readonly source: Source }
  | { readonly kind: 'NO_ACTIVE_DISCIPLINE'; readonly source: Source }
  | { readonly kind: 'NO_PENDING_PROCEDURE'; readonly source: Source }
  /** The latest decided year has one of the levels. */
  | { readonly kind: 'LATEST_LEVEL'; readonly levels: readonly Level[]; readonly source: Source }
  /** None of the last so many decided years has the level. */
  | { readonly kind: 'NO_LEVEL'; readonly level: Level; readonly years: number; readonly source: Source }
  | { readonly kind: 'TO_CONFIRM'; readonly text: LocalisedText; readonly source: Source };

/** What a post asks for. `unitKind` null: of every kind of unit that no row of its own names. */
export interface AppointmentRow {
  readonly post: AppointedPost;
  readonly unitKind: UnitKind | null;
  readonly conditions: readonly AppointmentCondition[];
  /** Where the row as a whole stands; each condition has its own. */
  readonly source: Source;
}
export type AppointmentTable = readonly AppointmentRow[];

function appointment(certainty: Certainty): Source {
  return {
    instrument: '170/2025/NĐ-CP',
    clause: null,
    effectiveFrom: null,
    effectiveTo: null,
    url: null,
    certainty,
  };
}

/** Years that are looked back on for a year not completed. Source: domain.md 9.6 (RECALLED). */
const LOOKED_BACK = 3;
/** Five years, the full mandate of age. Source: domain.md 9.6 (RECALLED). */
const MANDATE_MONTHS = 60;

const CONDITIONS: readonly AppointmentCondition[] = [
  { kind: 'PLANNED', source: appointment('RECALLED') },
  { kind: 'SERVICE_MONTHS', months: MANDATE_MONTHS, source: appointment('RECALLED') },
  { kind: 'NO_ACTIVE_DISCIPLINE', source: appointment('RECALLED') },
  {
    kind: 'NO_PENDING_PROCEDURE',
    // Read for viên chức in a secondary source; for công chức it is recalled (domain.md 7.4), and the weaker mark is shown.
    source: { ...appointment('RECALLED'), instrument: '129/2025/QH15' },
  },
  { kind: 'LATEST_LEVEL', levels: ['OUTSTANDING', 'GOOD'], source: appointment('RECALLED') },
  { kind: 'NO_LEVEL', level: 'NOT_COMPLETED', years: LOOKED_BACK, source: appointment('RECALLED') },
];

/**
 * The conditions of appointment until an office publishes its own. All are recalled: the words of NĐ 170/2025/NĐ-CP were not read
 * (domain.md 9.6), so a shortlist shows each with its mark and decides nothing.
 */
export const APPOINTMENT_TABLE: AppointmentTable = APPOINTED_POSTS.map((post) => ({
  post,
  unitKind: null,
  conditions: CONDITIONS,
  source: appointment('RECALLED'),
}));

/**
 * The conditions of a post in a unit of a kind: the row of that very kind, else the row of every kind.
 *
 * Error: POST_WITHOUT_CONDITIONS for a post that nobody is appointed to, and where the table has no row or an empty one for it.
 */
export function conditionsOf(
  table: AppointmentTable,
  post: Post,
  unit: { readonly code: string; readonly kind: UnitKind },
): Result<AppointmentRow, DomainError<'POST_WITHOUT_CONDITIONS'>> {
  const rows = table.filter((row) => row.post === post);
  const row = rows.find(({ unitKind }) => unitKind === unit.kind) ?? rows.find(({ unitKind }) => unitKind === null);
  if (row === undefined || row.conditions.length === 0)
    return fail(domainError('POST_WITHOUT_CONDITIONS', { post, unit: unit.code }));
  return ok(row);
}
