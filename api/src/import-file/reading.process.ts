import process from 'node:process';
import { type FileAsked, readImportFile } from './read-import-file.ts';

/** What `readApart` hands over, once. */
export interface ReadingOrder {
  readonly bytes: Uint8Array;
  readonly asked: FileAsked;
}

process.once('message', (order: ReadingOrder) => void read(order));

/** An error nobody expected ends the process and is told by `readApart`. */
async function read({ bytes, asked }: ReadingOrder): Promise<void> {
  const answer = await readImportFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), asked);
  process.send?.(answer, () => process.disconnect());
}
