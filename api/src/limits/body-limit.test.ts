import { createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createYoga } from 'graphql-yoga';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../schema.ts';
import { readBody, useBodyLimit } from './body-limit.ts';
import { LIMITS } from './limits.ts';

const yoga = createYoga({ schema, maxRequestBodySize: false, plugins: [useBodyLimit()], logging: false });
const listener: RequestListener = (incoming, response) => {
  readBody(incoming).then((isHere) => {
    reads.push(isHere);
    if (isHere) void yoga(incoming, response);
  });
};
const reads: boolean[] = [];
const server = createServer(listener);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Sends the pieces without saying how long they are, and answers the status and the text. */
function sendUnmeasured(pieces: readonly string[]): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port: (server.address() as AddressInfo).port,
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    sent.on('error', reject);
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

test('a body that comes in pieces, is read whole', async () => {
  const { status, text } = await sendUnmeasured(['{"query":"{ __typename } ', '# Đánh giá"', '}']);
  expect({ status, text }).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}' });
});

test('a body that does not say how long it is is refused once it is too long', async () => {
  const megabyte = 'x'.repeat(1_048_576);
  const { status, text } = await sendUnmeasured(['{"query":"#', ...Array.from({ length: 5 }, () => megabyte), '"}']);
  expect(status).toBe(413);
  expect(JSON.parse(text).errors[0].extensions).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    maximumBytes: LIMITS.bodyBytes,
  });
});

test('a client that goes away while it sends is not answered, and nothing is left waiting', async () => {
  const before = reads.length;
  const sent = request({ port: (server.address() as AddressInfo).port, path: '/graphql', method: 'POST' });
  sent.on('error', () => undefined);
  sent.write('{"query":');
  setTimeout(() => sent.destroy(), 50);
  await expect.poll(() => reads.length, { timeout: 10_000 }).toBe(before + 1);
  expect(reads.at(-1)).toBe(false);
});
