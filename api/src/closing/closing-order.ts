import type { MonthPerson } from './month-people.store.ts';

/** Deeper than any unit. */
const DEPTH = 99;

/** Place of a person in the order of closing: staff, then leaders from the lowest unit up, deputies before their head. */
export function rankOf({ post, level }: Pick<MonthPerson, 'post' | 'level'>): number {
  if (post === null || post === 'STAFF') return 0;
  return 1 + (DEPTH - level) * 2 + (post === 'HEAD' ? 1 : 0);
}

/** A group closed in one step: people of one rank, at most so many. */
export interface Batch {
  readonly rank: number;
  readonly people: readonly MonthPerson[];
  /** The place after its last person. */
  readonly cursor: string;
}

/**
 * People in the order of Nghị định 335/2025/NĐ-CP art. 15(3) (d is worked out of subordinates' scores), from a place on, in batches.
 * The order depends on nothing but the people, so that a process that takes over goes on where another died.
 */
export function batchesFrom(people: readonly MonthPerson[], cursor: string | null, size: number): readonly Batch[] {
  const placed = people
    .map((person) => ({ person, rank: rankOf(person), place: placeOf(person) }))
    .filter(({ place }) => cursor === null || place > cursor)
    .sort((left, right) => (left.place < right.place ? -1 : left.place > right.place ? 1 : 0));
  const batches: Batch[] = [];
  for (let start = 0; start < placed.length; ) {
    const rank = placed[start]?.rank ?? 0;
    let end = start;
    while (end < placed.length && end - start < size && placed[end]?.rank === rank) end += 1;
    const group = placed.slice(start, end);
    batches.push({ rank, people: group.map(({ person }) => person), cursor: group.at(-1)?.place ?? '' });
    start = end;
  }
  return batches;
}

/** Sorts as text in the order of closing. */
function placeOf(person: MonthPerson): string {
  return `${String(rankOf(person)).padStart(3, '0')} ${person.id}`;
}
