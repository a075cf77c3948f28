import { setFlagsFromString } from 'node:v8';
import { openAuditSigner } from '@congvu/prisma/audit';
import { pino } from 'pino';
import { readEnvironment } from '../environment.ts';
import { auditFiles } from '../start/audit-files.ts';
import { bringUpToDate, databaseClient } from '../start/builds.ts';
import { Closing } from '../start/closing.ts';
import { openDatabaseSource } from '../start/database-source.ts';
import { watchForEnding } from '../start/ending.ts';
import { noteProgress, type Terminal } from './command.ts';

/**
 * A process that does jobs has time for its garbage and no use for a large heap: V8 lets one grow to several times what is alive
 * before it looks (an export: 360 MB above idle instead of 80). Each growth is a fifth of what is alive.
 */
const HEAP_GROWTH = '--heap-growing-percent=20';

/** Does jobs until it is told to end, beside whatever api runs on the same database. Answers the exit code. */
export async function runWorkerAlone(terminal: Terminal): Promise<number> {
  setFlagsFromString(HEAP_GROWTH);
  const environment = readEnvironment();
  const log = pino({ level: environment.logLevel }, pino.destination({ dest: 2, sync: true }));
  const closing = new Closing();
  const ending = watchForEnding();
  try {
    const note = noteProgress(terminal);
    await bringUpToDate(databaseClient, note, ending.signal);
    const source = await openDatabaseSource(environment, true);
    await closing.add(source.close);
    // Only now is there a client to import.
    const { openJobWorker } = await import('../start/job-worker.ts');
    const auditSigner = await openAuditSigner(auditFiles(environment));
    await openJobWorker({ apiUrl: source.apiUrl, auditSigner, closing, log });
    note({ vi: 'sẵn sàng làm công việc; Ctrl+C để kết thúc', en: 'ready for jobs; Ctrl+C ends it' });
    if (!ending.signal.aborted) await new Promise((resolve) => ending.signal.addEventListener('abort', resolve));
    return 0;
  } finally {
    ending.stop();
    await closing.close();
  }
}
