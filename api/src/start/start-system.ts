import { domainError } from '@congvu/schema/errors';
import type { LocalisedText } from '@congvu/schema/texts';
import { pino } from 'pino';
import { noteProgress, type Terminal } from '../cli/command.ts';
import { type Environment, isLoopback } from '../environment.ts';
import { Failure } from '../failure.ts';
import { type ApiServer, listen } from '../server.ts';
import { announce } from './announcements.ts';
import { bringUpToDate, browserExtension, databaseClient, EXTENSION_OUTPUT } from './builds.ts';
import type { Closing } from './closing.ts';
import { type DatabaseSource, migrateEmbedded, openDatabaseSource } from './database-source.ts';
import { startDocumentsSite } from './documents-site.ts';

/** The line of JSON that tells a program where everything is (design.md, Environment). */
export interface ReadyLine {
  readonly ready: true;
  readonly pid: number;
  readonly graphql: string;
  readonly documents: string;
  readonly extension: string;
}

export interface StartedSystem {
  readonly ready: ReadyLine;
  /** Resolves when the embedded database ends by itself. */
  readonly databaseEnded: Promise<void>;
}

/**
 * Brings everything up and answers when requests are answered. All that was opened is in `closing`, also after a
 * failure and after an abort of `signal`.
 *
 * Ports are taken first, so that a second start touches nothing; builds and the database then go on side by side, and
 * only what needs the generated client waits for it.
 *
 * Throws HOST_NOT_LOOPBACK, PORT_TAKEN, BUILD_FAILED and what the database source throws.
 */
export async function startSystem(
  environment: Environment,
  terminal: Terminal,
  closing: Closing,
  signal: AbortSignal,
): Promise<StartedSystem> {
  const log = pino({ level: environment.logLevel }, pino.destination({ dest: 2, sync: true }));
  const note = noteProgress(terminal);
  assertProviderMayRun(environment);

  const server = await listen(environment.host, environment.port, log);
  await closing.add(server.close);
  const documents = await startDocumentsSite(environment.documentsPort);
  await closing.add(documents.close);
  signal.throwIfAborted();

  const client = bringUpToDate(databaseClient, note, signal);
  const extension = bringUpToDate(browserExtension, note, signal);
  const database = openMigrated(environment, closing, note);
  // One that fails ends the start; the others' failures are then of no interest, but must not end the process.
  for (const task of [client, extension, database]) task.catch(() => {});
  const [source] = await Promise.all([database, client]);
  signal.throwIfAborted();

  // Only now is there a client to import.
  const { prepareOffice } = await import('./office.ts');
  const { openDoors } = await import('./open-doors.ts');
  // A build that fails meanwhile is told at once, not after the seed.
  const broken = extension.then(() => new Promise<never>(() => {}));
  const office = await Promise.race([prepareOffice(environment, source, note), broken]);
  // The api reads the trusted documents that the extension's build writes.
  await extension;
  signal.throwIfAborted();
  const publicUrl = environment.publicUrl ?? ownUrl(environment.host, server);
  const { issuer } = await openDoors({ environment, source, office, server, publicUrl, closing, log });

  const graphql = `${publicUrl}/graphql`;
  for (const line of announce({ graphql, documents: documents.url, issuer, ...office }, terminal.locale)) {
    terminal.note(line);
  }
  return {
    ready: { ready: true, pid: process.pid, graphql, documents: documents.url, extension: EXTENSION_OUTPUT },
    databaseEnded: source.ended,
  };
}

/**
 * The embedded provider runs where the database is embedded and no other issuer is named. Its accounts are known to
 * everybody, so nobody but this machine may reach them.
 */
function assertProviderMayRun({ databaseUrl, oidcIssuer, host, publicUrl }: Environment): void {
  if (databaseUrl !== null || oidcIssuer !== null) return;
  if (!isLoopback(host)) throw new Failure(domainError('HOST_NOT_LOOPBACK', { host }));
  const { hostname } = new URL(publicUrl ?? 'http://127.0.0.1');
  if (!isLoopback(hostname)) throw new Failure(domainError('HOST_NOT_LOOPBACK', { host: hostname }));
}

async function openMigrated(
  environment: Environment,
  closing: Closing,
  note: (text: LocalisedText) => void,
): Promise<DatabaseSource> {
  note({ vi: 'mở cơ sở dữ liệu', en: 'opening the database' });
  const source = await openDatabaseSource(environment, false);
  await closing.add(source.close);
  const applied = await migrateEmbedded(source);
  if (applied.length > 0) {
    note({
      vi: `đã cập nhật cấu trúc (${applied.length} bước)`,
      en: `structure brought up to date (${applied.length} steps)`,
    });
  }
  return source;
}

function ownUrl(host: string, server: ApiServer): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${server.port}`;
}
