import { delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { domainError } from '@congvu/schema/errors';
import { z } from 'zod';
import { Failure } from './failure.ts';

/** The root of the repository: where `.data` lies and relative paths of the environment begin. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the process was told, parsed; absent values have their default. */
export interface Environment {
  /** Port of the api; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly documentsPort: number;
  /** Null: the embedded server. */
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly databaseReplicaUrl: string | null;
  /** Directory of the embedded server's data and of keys, absolute. */
  readonly dataDirectory: string;
  /** Null: the embedded provider, where the embedded database makes it possible. */
  readonly oidcIssuer: string | null;
  readonly oidcClientId: string | null;
  readonly oidcAudience: string;
  readonly oidcEmployeeClaim: string;
  /** Origin under which the api is reached, without a slash at its end; null: its own host and port. */
  readonly publicUrl: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Host names of the office's own receivers of webhooks, lower case: they may lie inside its network. */
  readonly webhookHosts: readonly string[];
  /** Whether what is deprecated is refused, to try clients before it goes. */
  readonly rehearseDeprecations: boolean;
}

const port = (standard: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(standard);
const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  .nullable()
  .default(null);
const webUrl = z.url({ protocol: /^https?$/ });

/** One shape a variable; `expected` completes the sentence "NAME must be …" in the error. */
const variables = {
  PORT: { shape: port(4000), expected: '0–65535' },
  HOST: {
    shape: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
    expected: '127.0.0.1',
  },
  DOCUMENTS_PORT: { shape: port(4100), expected: '0–65535' },
  DATABASE_URL: { shape: databaseUrl, expected: 'postgresql://…' },
  DATABASE_OWNER_URL: { shape: databaseUrl, expected: 'postgresql://…' },
  DATABASE_REPLICA_URL: { shape: databaseUrl, expected: 'postgresql://…' },
  DATA_DIR: { shape: z.string().default('.data'), expected: '.data' },
  OIDC_ISSUER: { shape: webUrl.nullable().default(null), expected: 'https://…' },
  OIDC_CLIENT_ID: { shape: z.string().nullable().default(null), expected: 'congvu' },
  OIDC_AUDIENCE: { shape: z.string().default('congvu'), expected: 'congvu' },
  OIDC_EMPLOYEE_CLAIM: { shape: z.string().default('sub'), expected: 'sub' },
  PUBLIC_URL: {
    // An origin alone: every path of ours begins at its root.
    shape: webUrl
      .refine((text) => new URL(text).pathname === '/' && !/[?#]/.test(text))
      .transform((text) => new URL(text).origin)
      .nullable()
      .default(null),
    expected: 'https://congvu.example.gov.vn',
  },
  LOG_LEVEL: { shape: z.enum(LOG_LEVELS).default('warn'), expected: LOG_LEVELS.join(' | ') },
  WEBHOOK_HOSTS: {
    // Names or addresses to the letter, no patterns: each is a hole that somebody decided on.
    shape: z
      .string()
      .toLowerCase()
      .transform((text) => text.split(',').map((host) => host.trim()))
      .pipe(z.array(z.string().regex(/^[a-z0-9.:-]+$/)))
      .default([]),
    expected: 'receiver.congvu.example.gov.vn, …',
  },
  REHEARSE_DEPRECATIONS: {
    shape: z
      .enum(['0', '1'])
      .default('0')
      .transform((text) => text === '1'),
    expected: '0 | 1',
  },
} as const;

type VariableName = keyof typeof variables;

/**
 * The process's environment, read here and nowhere else.
 *
 * An empty value counts as absent: a line `OIDC_ISSUER=` in a file of settings switches nothing on. Throws
 * ENVIRONMENT_INVALID with the name of the first bad value, never with the value, which may be a password.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const read = <Name extends VariableName>(name: Name): z.output<(typeof variables)[Name]['shape']> => {
    const { shape, expected } = variables[name];
    const parsed = shape.safeParse(source[name]?.trim() || undefined);
    if (!parsed.success) throw new Failure(domainError('ENVIRONMENT_INVALID', { name, expected }));
    // The union of all shapes gives the union of all outputs; this one's is what its own shape gives.
    return parsed.data as z.output<(typeof variables)[Name]['shape']>;
  };
  return {
    port: read('PORT'),
    host: read('HOST'),
    documentsPort: read('DOCUMENTS_PORT'),
    databaseUrl: read('DATABASE_URL'),
    databaseOwnerUrl: read('DATABASE_OWNER_URL'),
    databaseReplicaUrl: read('DATABASE_REPLICA_URL'),
    dataDirectory: resolve(repositoryRoot, read('DATA_DIR')),
    oidcIssuer: read('OIDC_ISSUER'),
    oidcClientId: read('OIDC_CLIENT_ID'),
    oidcAudience: read('OIDC_AUDIENCE'),
    oidcEmployeeClaim: read('OIDC_EMPLOYEE_CLAIM'),
    publicUrl: read('PUBLIC_URL'),
    logLevel: read('LOG_LEVEL'),
    webhookHosts: read('WEBHOOK_HOSTS'),
    rehearseDeprecations: read('REHEARSE_DEPRECATIONS'),
  };
}

const LOOPBACK_NAMES = new Set(['localhost', '::1', '[::1]']);

/** Whether only programs on this machine reach `host`: 127.0.0.0/8, ::1, localhost. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.has(host.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * The environment for a program we run: `folders` first on its path, our own Node among them, whatever the machine has;
 * and no colours, since its words are shown where it fails, perhaps in a file.
 */
export function environmentWithPath(folders: readonly string[]): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: '1', PATH: [...folders, process.env.PATH ?? ''].join(delimiter) };
}

/** What whoever started this process told Node itself. */
export function nodeOptions(): string {
  return process.env.NODE_OPTIONS ?? '';
}
