import { writeFile } from 'node:fs/promises';
import { type ApiAccess, request, type Trouble } from './ask-api.ts';

/** Fetches a file below /files and writes it to a path. Answers why it was refused; nothing where it was saved. */
export async function saveFile(access: ApiAccess, path: string, to: string): Promise<readonly Trouble[]> {
  const response = await request(`${access.url}${path}`, {
    headers: {
      authorization: `Bearer ${access.token}`,
      'accept-language': access.locale,
      'x-client': 'congvu/call',
      ...(access.purpose === null ? {} : { 'x-purpose': access.purpose }),
    },
  });
  if (response.ok) {
    await writeFile(to, new Uint8Array(await response.arrayBuffer()));
    return [];
  }
  const answer: unknown = await response.json().catch(() => null);
  const said = typeof answer === 'object' && answer !== null ? answer : {};
  const code = 'code' in said ? String(said.code) : 'BAD_REQUEST';
  return [{ code, message: 'message' in said ? String(said.message) : String(response.status) }];
}
