/** A unit as a choice; `agency` is the one in whose round its people stand. */
export type OfferedUnit = {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly agency: { readonly code: string } | null;
};

/** Units of one agency as choices, each under the one it belongs to. */
export function unitsOfAgency(
  units: readonly OfferedUnit[],
  agency: string | null,
): readonly { readonly value: string; readonly label: string }[] {
  return units
    .filter((unit) => unit.agency !== null && unit.agency.code === agency)
    .map(({ code, name, level }) => ({ value: code, label: `${'– '.repeat(level - 1)}${name}` }));
}
