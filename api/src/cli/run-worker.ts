import { openAuditSigner } from '@congvu/prisma/audit';
import { pino } from 'pino';
import { readEnvironment } from '../environment.ts';
import { auditFiles } from '../start/audit-files.ts';
import { bringUpToDate, databaseClient } from '../start/builds.ts';
import { Closing } from '../start/closing.ts';
import { openDatabaseSource } from '../start/database-source.ts';
import { watchForEnding } from '../start/ending.ts';
import { beginAnewSmall } from './begin-anew.ts';
import { noteProgress, type Terminal } from './command.ts';

/** Does jobs until it is told to end, beside whatever api runs on the same database. Answers the exit code. */
export async function runWorkerAlone(terminal: Terminal): Promise<number> {
  beginAnewSmall();
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
