/** A row an input was read from, and what it said then: a figure ("263/3 GOOD") or a word. */
export interface VersionedInput {
  /** As audit entries name it, e.g. "PeriodSheet". */
  readonly entity: string;
  readonly id: string;
  readonly revision: number;
  readonly employeeId: string | null;
  readonly says: string;
}

export interface SupersededInput {
  readonly entity: string;
  readonly id: string;
  readonly employeeId: string | null;
  readonly was: string;
  /** Null where it is there no more. */
  readonly is: string | null;
}

/**
 * The inputs that say something else now. A step that changes no figure (a notice that raises the revision) supersedes nothing.
 * `now` has what each says today, by entity and id as the summary names them.
 */
export function supersededInputs(
  versions: readonly VersionedInput[],
  now: readonly Pick<VersionedInput, 'entity' | 'id' | 'says'>[],
): readonly SupersededInput[] {
  const today = new Map(now.map(({ entity, id, says }) => [`${entity} ${id}`, says]));
  return versions.flatMap(({ entity, id, employeeId, says: was }): SupersededInput[] => {
    const is = today.get(`${entity} ${id}`) ?? null;
    return is === was ? [] : [{ entity, id, employeeId, was, is }];
  });
}
