import { setTimeout as delay } from 'node:timers/promises';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { startWorker } from '../../jobs/worker.ts';
import { closeMonth } from '../close-month.ts';

// A process of its own that closes months slowly, to be killed half-way: node worker-process.ts <api url> <batch> <pause ms>.
const [url = '', batch = '5', pause = '100'] = process.argv.slice(2);
startWorker({
  database: openDatabase({ url, poolSize: 4, auditSigner: createEphemeralSigner() }),
  handlers: {
    CLOSE_MONTH: (run) =>
      closeMonth(
        {
          ...run,
          step: async (cursor, work) => {
            const goesOn = await run.step(cursor, work);
            console.log('step');
            await delay(Number(pause));
            return goesOn;
          },
        },
        Number(batch),
      ),
  },
  log: { warn: console.error, error: console.error },
  pollMs: 20,
  leaseSeconds: 2,
});
