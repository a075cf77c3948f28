import { request } from 'node:http';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { Failure } from './failure.ts';
import { type ApiServer, type Doors, listen } from './server.ts';

const log = pino({ level: 'silent' });
const servers: ApiServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function startServer(doors: Partial<Doors> | null): Promise<{ server: ApiServer; origin: string }> {
  const server = await listen('127.0.0.1', 0, log);
  servers.push(server);
  if (doors !== null) {
    server.open({
      graphql: (_, response) => response.end('graphql'),
      files: (_, response) => response.end('files'),
      identity: null,
      isReady: async () => true,
      ...doors,
    });
  }
  return { server, origin: `http://127.0.0.1:${server.port}` };
}

test('lives before it is ready, and is ready when its doors are open and the database answers', async () => {
  const { server, origin } = await startServer(null);
  expect((await fetch(`${origin}/livez`)).status).toBe(200);
  expect((await fetch(`${origin}/readyz`)).status).toBe(503);
  expect((await fetch(`${origin}/graphql`)).status).toBe(503);
  let isReachable = true;
  const isReady = async () => {
    if (!isReachable) throw new Error('the database is away');
    return true;
  };
  const end: Doors['graphql'] = (_, response) => response.end('{}');
  server.open({ graphql: end, files: end, identity: null, isReady });
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  isReachable = false;
  expect((await fetch(`${origin}/readyz`)).status).toBe(503);
  expect((await fetch(`${origin}/livez`)).status).toBe(200);
});

test('sends each path to its door and no other', async () => {
  const { origin } = await startServer({ identity: (_, response) => response.end('identity') });
  const at = async (path: string) => (await fetch(origin + path)).text();
  expect(await at('/graphql')).toBe('graphql');
  expect(await at('/graphql/signed-in.js?a=/oidc')).toBe('graphql');
  expect(await at('/files/form-01/x.docx')).toBe('files');
  expect(await at('/oidc/jwks')).toBe('identity');
  for (const path of ['/graphqlx', '/filesx', '/oidcx', '/elsewhere'])
    expect((await fetch(origin + path)).status).toBe(404);
});

test('has no identity provider where none runs', async () => {
  const { origin } = await startServer({});
  expect((await fetch(`${origin}/oidc/.well-known/openid-configuration`)).status).toBe(404);
});

test('tells a stranger nothing of what failed', async () => {
  const { origin } = await startServer({ graphql: () => Promise.reject(new Error('secret')) });
  const response = await fetch(`${origin}/graphql`);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: 'INTERNAL' });
});

test('refuses a port that is taken, with its code', async () => {
  const { server } = await startServer({});
  const second = listen('127.0.0.1', server.port, log);
  await expect(second).rejects.toBeInstanceOf(Failure);
  await expect(second).rejects.toMatchObject({ error: { code: 'PORT_TAKEN', payload: { port: server.port } } });
});

test('answers what is in hand before it ends, and takes nothing new', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { server, origin } = await startServer({
    graphql: async (_, response) => {
      await held;
      response.end('answered');
    },
  });
  // A client that keeps its connection must not keep the server.
  const answered = new Promise<string>((resolve, reject) => {
    const outgoing = request(`${origin}/graphql`, { headers: { connection: 'keep-alive' } }, (response) => {
      response.setEncoding('utf8').once('data', resolve);
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
  await expect.poll(() => fetch(`${origin}/livez`).then((response) => response.status)).toBe(200);
  const closed = server.close();
  await expect(fetch(`${origin}/livez`)).rejects.toThrow();
  release();
  expect(await answered).toBe('answered');
  await closed;
});
