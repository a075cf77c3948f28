/** What names a rule set in the address: a published version is never edited, so its code and version are enough. */
export function ruleSetItem({ code, version }: { readonly code: string; readonly version: number }): string {
  return `${code}@${version}`;
}

/** Reads back what `ruleSetItem` wrote; null where the text names no version. */
export function readRuleSetItem(item: string): { readonly code: string; readonly version: number } | null {
  const at = item.lastIndexOf('@');
  const version = Number(item.slice(at + 1));
  return at > 0 && Number.isInteger(version) && version > 0 ? { code: item.slice(0, at), version } : null;
}
