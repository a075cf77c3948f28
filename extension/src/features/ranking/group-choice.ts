/** A comparable group as one may choose it. */
export type OfferedGroup = {
  readonly agency: { readonly code: string; readonly shortName: string };
  readonly group: { readonly code: string; readonly name: string };
  readonly family: { readonly code: string; readonly name: string };
  readonly people: number;
  readonly scored: number;
};

export type AskedGroup = {
  readonly agency: string | null;
  readonly group: string | null;
  readonly family: string | null;
};

/**
 * The group to open: the one that was asked for, the largest where several answer, the largest of all where none was asked
 * for. Null where the asked one is not there, or there is none: nothing else is shown in its place in silence.
 */
export function groupToOpen(groups: readonly OfferedGroup[], asked: AskedGroup): OfferedGroup | null {
  const fitting = groups.filter(
    ({ agency, group, family }) =>
      (asked.agency === null || agency.code === asked.agency) &&
      (asked.group === null || group.code === asked.group) &&
      (asked.family === null || family.code === asked.family),
  );
  return fitting.toSorted((one, other) => other.people - one.people)[0] ?? null;
}

/** A group as the value of a choice; `fromChoice` reads it back. */
export function toChoice({ agency, group, family }: OfferedGroup): string {
  return JSON.stringify([agency.code, group.code, family.code]);
}

/** The group of a choice; nothing asked for where the text is none. */
export function fromChoice(choice: string): AskedGroup {
  if (choice === '') return { agency: null, group: null, family: null };
  const [agency, group, family]: readonly (string | undefined)[] = JSON.parse(choice);
  return { agency: agency ?? null, group: group ?? null, family: family ?? null };
}

/** Whether two groups of one agency carry the same name, so that the name alone would not tell them apart. */
export function needsFamily(groups: readonly OfferedGroup[], { agency, group }: OfferedGroup): boolean {
  return groups.filter((each) => each.agency.code === agency.code && each.group.code === group.code).length > 1;
}

/** A group as the api is asked for it. */
export function askedOf({ agency, group, family }: OfferedGroup) {
  return { agency: agency.code, group: group.code, family: family.code };
}
