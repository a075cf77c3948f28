import { writeFile } from 'node:fs/promises';
import { type ApiAccess, request, type Trouble, unreachable } from './ask-api.ts';

/** Fetches a file below /files and writes it to a path. Answers why it was refused; nothing where it was saved. */
export async function saveFile(access: ApiAccess, path: string, to: string): Promise<readonly Trouble[]> {
  const response = await request(`${access.url}${path}`, { headers: fileHeaders(access) });
  if (!response.ok) return refusalOf(response);
  await writeFile(to, new Uint8Array(await response.arrayBuffer()));
  return [];
}

/** Keeps a file below /files/upload for a day. Answers its identifier, or why it was refused. */
export async function sendFile(
  access: ApiAccess,
  name: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<string | readonly Trouble[]> {
  const response = await request(`${access.url}/files/upload?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: fileHeaders(access),
    body: content,
  });
  if (!response.ok) return refusalOf(response);
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer === 'object' && answer !== null && 'id' in answer) return String(answer.id);
  throw unreachable(access.url, String(response.status));
}

function fileHeaders(access: ApiAccess): Record<string, string> {
  return {
    authorization: `Bearer ${access.token}`,
    'accept-language': access.locale,
    'x-client': 'congvu/call',
    ...(access.purpose === null ? {} : { 'x-purpose': access.purpose }),
  };
}

async function refusalOf(response: Response): Promise<readonly Trouble[]> {
  const answer: unknown = await response.json().catch(() => null);
  const said = typeof answer === 'object' && answer !== null ? answer : {};
  const code = 'code' in said ? String(said.code) : 'BAD_REQUEST';
  return [{ code, message: 'message' in said ? String(said.message) : String(response.status) }];
}
