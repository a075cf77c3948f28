import { parentPort, workerData } from 'node:worker_threads';
import { type FileAsked, readImportFile } from './read-import-file.ts';

/** What `readApart` hands over; the bytes are the thread's own from then on. */
export interface ReadingOrder {
  readonly bytes: Uint8Array;
  readonly asked: FileAsked;
}

// Given by readApart.
const { bytes, asked } = workerData as ReadingOrder;
const read = await readImportFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), asked);
parentPort?.postMessage(read);
