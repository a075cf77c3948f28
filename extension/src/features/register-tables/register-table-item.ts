/** What names a table in the address: its kind, the unit it holds for ("*" for everybody) and its version, all for ever. */
export function registerTableItem(table: {
  readonly kind: string;
  readonly version: number;
  readonly agency: { readonly code: string } | null;
}): string {
  return `${table.kind}@${table.agency?.code ?? '*'}@${table.version}`;
}

/** The version after the highest one that an office has published of a kind. */
export function nextVersion(
  tables: readonly {
    readonly kind: string;
    readonly version: number;
    readonly agency: { readonly code: string } | null;
  }[],
  kind: string,
  agency: string | null,
): number {
  const own = tables.filter((each) => each.kind === kind && (each.agency?.code ?? null) === agency);
  return Math.max(0, ...own.map(({ version }) => version)) + 1;
}
