import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLoopback, readEnvironment, repositoryRoot } from './environment.ts';
import { Failure } from './failure.ts';

test('has a default for everything', () => {
  expect(readEnvironment({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    documentsPort: 4100,
    databaseUrl: null,
    databaseOwnerUrl: null,
    databaseReplicaUrl: null,
    dataDirectory: join(repositoryRoot, '.data'),
    oidcIssuer: null,
    oidcClientId: null,
    oidcAudience: 'congvu',
    oidcEmployeeClaim: 'sub',
    publicUrl: null,
    logLevel: 'warn',
    webhookHosts: [],
    rehearseDeprecations: false,
  });
});

test('takes an empty value as absent', () => {
  expect(readEnvironment({ OIDC_ISSUER: '', PORT: '  ' })).toMatchObject({ oidcIssuer: null, port: 4000 });
});

test('takes the names of the office’s own receivers, and no pattern', () => {
  expect(readEnvironment({ WEBHOOK_HOSTS: 'Inner.Congvu.vn, 10.0.0.7' }).webhookHosts).toEqual([
    'inner.congvu.vn',
    '10.0.0.7',
  ]);
  expect(() => readEnvironment({ WEBHOOK_HOSTS: '*.congvu.vn' })).toThrow('WEBHOOK_HOSTS');
  expect(() => readEnvironment({ WEBHOOK_HOSTS: 'inner.congvu.vn,' })).toThrow('WEBHOOK_HOSTS');
});

test('keeps the issuer as it was written, and of the public address the origin', () => {
  const environment = readEnvironment({
    OIDC_ISSUER: 'https://sso.example/realm/',
    PUBLIC_URL: 'https://congvu.example/',
  });
  expect(environment.oidcIssuer).toBe('https://sso.example/realm/');
  expect(environment.publicUrl).toBe('https://congvu.example');
});

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '4000.5'],
  ['PORT', '4e3'],
  ['HOST', 'a host'],
  ['DOCUMENTS_PORT', 'abc'],
  ['DATABASE_URL', 'localhost'],
  ['DATABASE_URL', 'http://localhost'],
  ['OIDC_ISSUER', 'sso.example'],
  ['OIDC_ISSUER', 'ftp://sso.example'],
  ['PUBLIC_URL', 'https://congvu.example/path'],
  ['PUBLIC_URL', 'https://congvu.example/?a'],
  ['LOG_LEVEL', 'loud'],
])('refuses %s=%s and names the variable', (name, value) => {
  try {
    readEnvironment({ [name]: value });
    expect.unreachable('the value was taken');
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).error).toMatchObject({ code: 'ENVIRONMENT_INVALID', payload: { name } });
  }
});

test.each([
  ['127.0.0.1', true],
  ['127.255.0.9', true],
  ['localhost', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.10', false],
  ['127.0.0.1.example.org', false],
])('knows whether %s is this machine alone', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
