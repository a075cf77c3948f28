import { Zip, ZipPassThrough } from 'fflate';
import { wallClock } from '../files/wall-clock.ts';

/** A file of an archive. */
export interface ArchiveFile {
  /** With "/" between folders, in ASCII. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly at: Date;
}

/**
 * A ZIP, given out while it is made: of the files only the one in hand is in memory. They are kept as they are, since
 * forms are packed already. The same files give the same bytes.
 */
export async function* archive(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error === null) ready.push(chunk);
    else failure = error;
  });
  for await (const { path, bytes, at } of files) {
    const entry = new ZipPassThrough(path);
    entry.mtime = wallClock(at);
    zip.add(entry);
    entry.push(bytes, true);
    if (failure !== null) throw failure;
    yield* ready.splice(0);
  }
  zip.end();
  if (failure !== null) throw failure;
  yield* ready.splice(0);
}
