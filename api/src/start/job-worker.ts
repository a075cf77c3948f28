import type { AuditSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import type { Logger } from 'pino';
import { handlers } from '../jobs/handlers.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import type { Closing } from './closing.ts';

/** One reads ahead, one writes, one keeps the lease, one to spare. Requests have a pool of their own and never wait for a job. */
const CONNECTIONS = 4;

/** A worker of this process; at the end it finishes the batch in hand. */
export async function openJobWorker(parts: {
  readonly apiUrl: string;
  readonly auditSigner: AuditSigner;
  readonly closing: Closing;
  readonly log: Logger;
}): Promise<Worker> {
  const { apiUrl, auditSigner, closing, log } = parts;
  const database = openDatabase({ url: apiUrl, poolSize: CONNECTIONS, auditSigner });
  await closing.add(() => database.close());
  const worker = startWorker({ database, handlers, log });
  await closing.add(() => worker.close());
  return worker;
}
