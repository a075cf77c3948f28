import type { StatementPool } from '@congvu/prisma/database';
import type { Post } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { MonthPerson } from './month-people.store.ts';

interface Subordinate {
  readonly employeeId: string;
  readonly path: string;
  readonly post: Post | null;
  readonly isPending: boolean;
  readonly hasFailed: boolean;
}

interface ChargeRow {
  readonly leaderId: string;
  readonly path: string | null;
  readonly employeeId: string | null;
}

/** Sheets of the month that are not settled yet, or below 50: the only ones that say something about a leader. */
const TELLING = `
  select s.employee_id as "employeeId", u.path_text as path,
    (select a.post from congvu.assignment a where a.employee_id = s.employee_id and a.unit_id = s.unit_id
       and a.valid_from <= $4 and coalesce(a.valid_to >= $3, true) order by a.valid_from desc limit 1) as post,
    s.provisional or r.found is null as "isPending", s.level = 'NOT_COMPLETED' and not s.provisional as "hasFailed"
  from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
  left join lateral (
    select true as found from congvu.period_result r where r.employee_id = s.employee_id and r.period = s.period limit 1) r on true
  where s.period = $2 and u.path <@ (select root.path from congvu.unit root where root.id = $1)
    and (s.provisional or r.found is null or s.level = 'NOT_COMPLETED')
    and not exists (
      select 1 from congvu.job_item i
      where i.job_id = $5 and i.employee_id = s.employee_id and i.reason = 'ABSENT_WHOLE_MONTH')`;

const CHARGES = `
  select a.employee_id as "leaderId", u.path_text as path, c.employee_id as "employeeId"
  from congvu.charge c join congvu.assignment a on a.id = c.assignment_id left join congvu.unit u on u.id = c.unit_id
  where c.valid_from <= $2 and coalesce(c.valid_to >= $1, true)`;

/** What a leader's subordinates say about closing his month. */
export interface LeaderView {
  /** Somebody he manages is not settled. */
  readonly isWaiting: boolean;
  /** 50 where somebody he manages is below 50 (Nghị định 335/2025/NĐ-CP art. 15(3)(a)), else 100. */
  readonly unitResult: 50 | 100;
}

/** Looked at once for all leaders of a rank, after the rank below was closed. */
export class Subordinates {
  readonly #telling: readonly Subordinate[];
  readonly #charges: ReadonlyMap<string, readonly ChargeRow[]>;

  constructor(telling: readonly Subordinate[], charges: ReadonlyMap<string, readonly ChargeRow[]>) {
    this.#telling = telling;
    this.#charges = charges;
  }

  static async read(
    pool: StatementPool,
    job: { readonly id: string; readonly unitId: string; readonly period: string },
    month: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<Subordinates> {
    const [telling, charges] = await Promise.all([
      pool.query<Subordinate & object>(TELLING, [job.unitId, job.period, month.from, month.to, job.id]),
      pool.query<ChargeRow & object>(CHARGES, [month.from, month.to]),
    ]);
    return new Subordinates(
      telling.rows,
      Map.groupBy(charges.rows, (row) => row.leaderId),
    );
  }

  of(leader: MonthPerson): LeaderView {
    let isWaiting = false;
    let unitResult: 50 | 100 = 100;
    for (const each of this.#telling) {
      if (each.employeeId === leader.id || !isUnder(each.path, leader.unitPath)) continue;
      const isPeer = isPeerOf(leader, each);
      isWaiting ||= each.isPending && !isPeer && this.#isInField(leader, each, false);
      if (each.hasFailed && this.#isInField(leader, each, isPeer)) unitResult = 50;
    }
    return { isWaiting, unitResult };
  }

  /**
   * A head manages all of his unit; a deputy his field, and without one everybody but his head and the other deputies: what
   * FAILED_SHEETS in period-sheet says.
   */
  #isInField(leader: MonthPerson, other: Subordinate, isPeer: boolean): boolean {
    if (leader.post !== 'DEPUTY') return true;
    const field = this.#charges.get(leader.id);
    if (field === undefined) return !isPeer;
    return field.some(
      (part) => part.employeeId === other.employeeId || (part.path !== null && isUnder(other.path, part.path)),
    );
  }
}

/** Head and deputies of one unit: a deputy waits for none of them, whatever his field, or two would wait for each other. */
function isPeerOf(leader: MonthPerson, other: Subordinate): boolean {
  return leader.post === 'DEPUTY' && other.path === leader.unitPath && other.post !== null && other.post !== 'STAFF';
}

function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`);
}
