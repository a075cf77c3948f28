/** The registers that the api writes as workbooks. */
export type RegisterName =
  | 'violations'
  | 'decisions'
  | 'commendations'
  | 'initiatives'
  | 'candidates'
  | 'inspections'
  | 'visits'
  | 'findings'
  | 'recommendations'
  | 'feedback'
  | 'coordination'
  | 'access';

/** The file of a register, e.g. "/files/register/visits/all.xlsx": the filter as base64url of its JSON, "all" for an empty one. */
export function exportPath(register: RegisterName, filter: Readonly<Record<string, unknown>>): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const written = asked.length === 0 ? 'all' : toBase64Url(JSON.stringify(Object.fromEntries(asked)));
  return `/files/register/${register}/${written}.xlsx`;
}

function toBase64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
