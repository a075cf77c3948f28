import { createHash } from 'node:crypto';
import { type ClientRequest, request as openRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../limits/limits.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { WAITING_UPLOADS } from './receive-upload.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

async function put(userName: string | null, body: BodyInit, name = 'can-bo.csv', headers: HeadersInit = {}) {
  const authorization = userName === null ? {} : { authorization: `Bearer ${await office.tokenOf(userName)}` };
  const response = await fetch(new URL(`/files/upload?name=${encodeURIComponent(name)}`, office.url), {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/octet-stream', ...authorization, ...headers },
  });
  return { status: response.status, ...((await response.json()) as { readonly id?: string; readonly code?: string }) };
}

/** What is kept, to see that nothing is left behind. */
async function kept(): Promise<number> {
  const { rows } = await office.ownerPool.query('select count(*)::integer as count from congvu.upload');
  return rows[0].count;
}

/** Sends a body by hand: with a stated length, or in chunks until the other side answers. */
async function send(headers: Record<string, string | number>, write: (request: ClientRequest) => void) {
  const authorization = `Bearer ${await office.tokenOf('nhansu')}`;
  return new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    const request = openRequest(
      new URL('/files/upload?name=a.csv', office.url),
      { method: 'PUT', headers: { authorization, ...headers } },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          body += text;
        });
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body });
          request.destroy();
        });
      },
    );
    request.on('error', reject);
    write(request);
  });
}

describe('a file that is sent', () => {
  test('is kept as it is, for who may make something of it', async () => {
    const bytes = Buffer.from('code,name\nA,Nguyễn Văn An\n');
    const sent = await put('nhansu', bytes, 'Cán bộ tháng 11.csv');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(sent).toMatchObject({ status: 201, sha256, bytes: bytes.length, id: expect.any(String) });
    const { rows } = await office.ownerPool.query(
      `select u.file_name as name, u.content, a.user_name as owner, u.expires_at > now() + interval '23 hours' as fresh
       from congvu.upload u join congvu.user_account a on a.id = u.owner_id`,
    );
    expect(rows).toEqual([{ name: 'Cán bộ tháng 11.csv', content: bytes, owner: 'nhansu', fresh: true }]);
  });

  test('is refused of who may do nothing with it, before a byte is read', async () => {
    const before = await kept();
    expect(await put(null, 'a')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await put('quantri', 'a')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    const expired = `Bearer ${await office.tokenOf('nhansu', { expiresIn: '-1m' })}`;
    expect(await put(null, 'a', 'a.csv', { authorization: expired })).toMatchObject({
      status: 401,
      code: 'TOKEN_EXPIRED',
    });
    expect(await kept()).toBe(before);
  });

  test.each(['', ' ', 'a/b.csv', '..\\b.csv', 'a\u0000.csv', 'x'.repeat(256)])('has a name, not %j', async (name) => {
    expect(await put('nhansu', 'a', name)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('is sent to one path alone', async () => {
    const authorization = `Bearer ${await office.tokenOf('nhansu')}`;
    for (const path of ['/files/upload/x', '/files/own-data.zip']) {
      const response = await fetch(new URL(path, office.url), { method: 'PUT', body: 'a', headers: { authorization } });
      expect(response.status).toBe(405);
    }
  });
});

describe('a file that is too large', () => {
  test('is refused by the length it states, before it is sent', async () => {
    const before = await kept();
    const answer = await send({ 'content-length': 200 * 1024 * 1024 }, (request) => request.flushHeaders());
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'BODY_TOO_LARGE' });
    expect(await kept()).toBe(before);
  });

  test('in chunks, without a length, is cut where it grows too large', { timeout: 60_000 }, async () => {
    const before = await kept();
    const chunk = Buffer.alloc(1024 * 1024, 0x61);
    let sent = 0;
    const answer = await send({ 'transfer-encoding': 'chunked' }, (request) => {
      const more = () => {
        while (sent < 200 && !request.destroyed) {
          sent += 1;
          if (!request.write(chunk)) return void request.once('drain', more);
        }
      };
      more();
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'BODY_TOO_LARGE' });
    expect(sent * chunk.length).toBeGreaterThan(LIMITS.uploadBytes);
    expect(await kept()).toBe(before);
  });

  test('is one of too many that wait', async () => {
    const { rows } = await office.ownerPool.query(
      `insert into congvu.upload (owner_id, file_name, media_type, bytes, sha256, content)
       select a.id, 'a.csv', 'text/csv', 1, sha256('a'), 'a' from congvu.user_account a, generate_series(1, $1)
       where a.user_name = 'quanly' returning id`,
      [WAITING_UPLOADS],
    );
    expect(rows).toHaveLength(WAITING_UPLOADS);
    expect(await put('quanly', 'a')).toMatchObject({ status: 400, code: 'LIMIT_EXCEEDED' });
    await office.ownerPool.query("update congvu.upload set expires_at = now() - interval '1 minute' where bytes = 1");
    expect(await put('quanly', 'a')).toMatchObject({ status: 201 });
  });
});
