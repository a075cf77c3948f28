/** Codes typed one behind the other, separated by commas, semicolons or white space; each once, in the order typed. */
export function readCodes(typed: string): readonly string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((code) => code !== ''))];
}
