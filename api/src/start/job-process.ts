import process from 'node:process';
import { openAuditSigner } from '@congvu/prisma/audit';
import { pino } from 'pino';
import { readEnvironment } from '../environment.ts';
import { wakeWorkers } from '../jobs/wake.ts';
import { auditFiles } from './audit-files.ts';
import { Closing } from './closing.ts';
import type { JobProcessMessage } from './job-processes.ts';
import { openJobWorker } from './job-worker.ts';

// The process beside `start` that does its jobs (job-processes.ts). It ends when it is told to, or when nobody is there to tell it.
const environment = readEnvironment();
const log = pino({ level: environment.logLevel }, pino.destination({ dest: 2, sync: true }));
const closing = new Closing();
const end = () => void closing.close().finally(() => process.exit(0));

// A terminal's Ctrl+C reaches us too; the start tells us when.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => {});
process.once('disconnect', end);
process.on('message', (message: JobProcessMessage) => {
  if (message.kind === 'WAKE') wakeWorkers();
  else void begin(message.apiUrl);
});

async function begin(apiUrl: string): Promise<void> {
  const auditSigner = await openAuditSigner(auditFiles(environment));
  await openJobWorker({ apiUrl, auditSigner, closing, log });
}
