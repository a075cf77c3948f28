import { type DomainError, domainError } from '@congvu/schema/errors';
import {
  type CommendationTitle,
  type Judgement,
  judgeCollective,
  judgePerson,
  type MissingCondition,
  titleQuota,
} from '@congvu/schema/registers';
import { type Locale, missingConditionText } from '@congvu/schema/texts';
import {
  type CollectiveFactsRow,
  hasTitle,
  type PersonFactsRow,
  toCollectiveFacts,
  toPersonFacts,
} from '../commendation-round/candidate-facts.store.ts';

/** What a round knows when titles are given: everybody's facts, and how many may have the title. */
export interface Desk {
  readonly year: number;
  readonly title: CommendationTitle;
  readonly people: readonly PersonFactsRow[];
  readonly collectives: readonly CollectiveFactsRow[];
  readonly quotaPercent: number | null;
  readonly locale: Locale;
}

/** A title asked for somebody, or for a unit as a collective. */
export interface Asked {
  readonly employeeId: string | null;
  readonly unitId: string | null;
  /** Staff code, or the unit's. */
  readonly code: string;
  readonly overridden: boolean;
}

/** The quota of a title: how many of the holders of the one below may have it. */
export interface TitleQuota {
  readonly percent: number;
  readonly limit: number;
  readonly awarded: number;
}

/** Null where the title has no quota, or the round gave none. */
export function quotaOf({
  year,
  title,
  people,
  quotaPercent,
}: Omit<Desk, 'collectives' | 'locale'>): TitleQuota | null {
  if (title.quotaOf === null || quotaPercent === null) return null;
  const below = title.quotaOf;
  const holders = people.filter(({ titles }) => hasTitle(titles, below, year)).length;
  const awarded = people.filter(({ titles }) => hasTitle(titles, title.code, year)).length;
  return { percent: quotaPercent, limit: titleQuota(holders, quotaPercent) ?? 0, awarded };
}

/** Gives titles one after the other: what one takes of the quota, the next does not find. */
export class AwardDesk {
  readonly #desk: Desk;
  readonly #people: ReadonlyMap<string, PersonFactsRow>;
  readonly #collectives: ReadonlyMap<string, CollectiveFactsRow>;
  readonly #quota: TitleQuota | null;
  readonly #given = new Set<string>();
  #awarded: number;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#people = new Map(desk.people.map((row) => [row.employee_id, row]));
    this.#collectives = new Map(desk.collectives.map((row) => [row.unit_id, row]));
    this.#quota = quotaOf(desk);
    this.#awarded = this.#quota?.awarded ?? 0;
  }

  /** What is known of a person; undefined for one who is not among the agency's people of the year. */
  personOf(employeeId: string): PersonFactsRow | undefined {
    return this.#people.get(employeeId);
  }

  /**
   * Null where the title is given. Errors: EMPLOYEE_UNKNOWN, UNIT_UNKNOWN for who is none of the agency's; ALREADY_COMMENDED, COMMENDATION_HELD; unless a document
   * allows it CONDITIONS_MISSING with each as a sentence, and QUOTA_EXCEEDED.
   */
  refuse({ code, employeeId, unitId, overridden }: Asked): DomainError | null {
    const { locale, title, year } = this.#desk;
    const id = employeeId ?? unitId ?? '';
    const person = this.#people.get(employeeId ?? '');
    const collective = this.#collectives.get(unitId ?? '');
    const facts = employeeId === null ? collective : person;
    if (facts === undefined) {
      return employeeId === null
        ? domainError('UNIT_UNKNOWN', { unit: code })
        : domainError('EMPLOYEE_UNKNOWN', { employee: code });
    }
    if (this.#given.has(id) || hasTitle(facts.titles, title.code, year))
      return domainError('ALREADY_COMMENDED', { title: title.code, year });
    const judgement = person ? judgePerson(title, toPersonFacts(person, year)) : judged(title, collective, year);
    if (judgement.state === 'HELD') return domainError('COMMENDATION_HELD', { reason: heldReason(facts, locale) });
    if (judgement.missing.length > 0 && !overridden)
      return domainError('CONDITIONS_MISSING', { conditions: sentences(judgement.missing, locale) });
    if (this.#quota !== null && !overridden && this.#awarded >= this.#quota.limit) {
      return domainError('QUOTA_EXCEEDED', {
        group: null,
        limit: this.#quota.limit,
        outstanding: this.#awarded + 1,
        title: title.name[locale],
      });
    }
    this.#given.add(id);
    this.#awarded += 1;
    return null;
  }
}

function judged(title: CommendationTitle, row: CollectiveFactsRow | undefined, year: number): Judgement {
  if (row === undefined) throw new Error('A collective is judged by its facts.');
  return judgeCollective(title, toCollectiveFacts(row, year));
}

function heldReason({ held }: Pick<PersonFactsRow, 'held'>, locale: Locale): string {
  if (held?.reason) return held.reason;
  return locale === 'vi' ? 'Đang trong quá trình xem xét, xử lý' : 'Under a pending procedure';
}

function sentences(missing: readonly MissingCondition[], locale: Locale): readonly string[] {
  return missing.map((each) => missingConditionText(each, locale));
}
