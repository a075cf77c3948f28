import process from 'node:process';
import { createEphemeralSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { pino } from 'pino';
import { startDeliveries } from '../deliveries.ts';
import { receiverNetwork } from '../receiver-network.ts';
import { fixedAnswers } from './fixed-answers.ts';

// Delivers and then stands still between the receiver's answer and saying so: node unsettled-process.ts <api url>. Prints
// "delivered" there, and is killed by who started it.
const [url = ''] = process.argv.slice(2);
const database = openDatabase({ url, poolSize: 2, auditSigner: createEphemeralSigner() });
startDeliveries({
  database: {
    ...database,
    settleWebhook: () => {
      console.log('delivered');
      return new Promise(() => {});
    },
  },
  network: { ...receiverNetwork(['inner.test']), lookup: fixedAnswers({ 'inner.test': [['127.0.0.1']] }) },
  log: pino({ level: 'error' }, pino.destination(2)),
  pollMs: 30,
  leaseSeconds: 1,
});
