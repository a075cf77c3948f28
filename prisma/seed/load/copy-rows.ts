import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type pg from 'pg';

const chunkCharacters = 65_536;

/** A value as COPY writes it; an array holds words without commas, braces or quotes (identifiers). */
export type CopyValue = string | number | bigint | boolean | null | readonly string[];

/**
 * Rows on their way into one table, written as COPY's text format has it. They are kept as bytes outside the garbage
 * collector's heap: half a million strings there cost more time than all the rest.
 */
export class TableRows<Column extends string> {
  readonly table: string;
  readonly columns: readonly Column[];
  /** How many rows were added. */
  count = 0;
  private readonly chunks: Buffer[] = [];
  private pending = '';

  constructor(table: string, columns: readonly Column[]) {
    this.table = table;
    this.columns = columns;
  }

  add(row: Readonly<Record<Column, CopyValue>>): void {
    let line = '';
    for (const column of this.columns) line += `${line === '' ? '' : '\t'}${toCopyText(row[column])}`;
    this.pending += `${line}\n`;
    this.count++;
    if (this.pending.length >= chunkCharacters) this.closeChunk();
  }

  /** Takes out everything added since the last time, in order. */
  takeChunks(): readonly Buffer[] {
    if (this.pending !== '') this.closeChunk();
    return this.chunks.splice(0);
  }

  private closeChunk(): void {
    this.chunks.push(Buffer.from(this.pending));
    this.pending = '';
  }
}

function toCopyText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'object' ? `{${value.join(',')}}` : String(value);
}

function escapeText(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/**
 * Loads rows by COPY, several times as fast as inserts. `freeze` where the table was truncated in the same transaction: its
 * rows are then visible to all at once and need no later vacuum. Chunks are sent as they come, so that rows can be made
 * while the server stores those before them.
 */
export async function copyRows(
  client: pg.ClientBase,
  { table, columns }: Pick<TableRows<string>, 'table' | 'columns'>,
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
  freeze: boolean,
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  await new Promise<void>((resolve, reject) => {
    const text = `copy ${table} (${names}) from stdin${freeze ? ' with (freeze)' : ''}`;
    client.query(new CopyIn(text, chunks, (error) => (error === null ? resolve() : reject(error))));
  });
}

/** What pg's protocol connection offers beyond its published types, as its own `pg-copy-streams` uses it. */
interface CopyConnection {
  readonly stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  sendCopyFail(message: string): void;
  endCopyFrom(): void;
}

/** One COPY FROM STDIN as a statement of pg: it calls these methods as the server's messages come. */
class CopyIn implements pg.Submittable {
  private readonly text: string;
  private readonly chunks: Iterable<Buffer> | AsyncIterable<Buffer>;
  private readonly finish: (error: unknown) => void;
  /** What failed on our side; the server then answers with an error that says less. */
  private failure: unknown = null;

  constructor(text: string, chunks: CopyIn['chunks'], finish: (error: unknown) => void) {
    this.text = text;
    this.chunks = chunks;
    this.finish = finish;
  }

  submit(connection: pg.Connection): void {
    (connection as unknown as CopyConnection).query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.send(connection).catch((error: unknown) => {
      this.failure = error;
      connection.sendCopyFail('the rows could not be made');
    });
  }

  private async send(connection: CopyConnection): Promise<void> {
    for await (const chunk of this.chunks) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.finish(this.failure ?? error);
  }

  /** After an error this settles nothing more: the promise is rejected already. */
  handleReadyForQuery(): void {
    this.finish(null);
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}
