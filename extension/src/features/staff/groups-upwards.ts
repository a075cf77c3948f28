type Group = { readonly code: string; readonly name: string };

/** A unit with its own groups of similar work, and the units above it with theirs. */
export type UnitWithGroups = { readonly groups: readonly Group[]; readonly parent?: UnitWithGroups | null };

/** The groups one may serve in at a unit, its own first: most stand at the agency, divisions have none of their own. */
export function groupsUpwards(unit: UnitWithGroups | null | undefined): readonly Group[] {
  return unit == null ? [] : [...unit.groups, ...groupsUpwards(unit.parent)];
}
