import { gunzipSync, gzipSync } from 'node:zlib';
import { domainError } from '@congvu/schema/errors';
import { startOfDay } from '@congvu/schema/primitives/local-date';
import { AccessLog } from '../access/access-log.ts';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import type { JobHandler, JobRun } from '../jobs/job-run.ts';
import type { ListedNode } from '../register-export/export-column.ts';
import { withoutRestricted } from '../restriction/export-restriction.ts';
import { schema } from '../schema.ts';
import { type CellValue, toXlsx } from '../sheets/workbook.ts';
import { getActor } from '../task/task-change.ts';
import { MOST_WORKBOOK_ROWS } from './export.service.ts';
import {
  countRows,
  type ExportRow,
  findChunk,
  findExport,
  insertChunk,
  insertNotes,
  settleExport,
  WORKBOOK_PLACE,
} from './export.store.ts';
import type { ExportedList } from './exported-list.ts';
import { findExportedList } from './exported-lists.ts';
import { headOf, rowsOf } from './file-rows.ts';
import { FileSum } from './file-sum.ts';
import { readListedPage } from './list-page.ts';
import { peopleIn } from './people-in.ts';

/** Rows of one step: what is lost when a process dies. */
const STEP = 1_000;
/** Rows read at once: what stands in memory as objects. A field of each costs more than its text, so the step is read in parts. */
const PAGE = 200;
/** How long a file can be fetched. */
const HOURS_KEPT = 24;

/** Where a job stands: how many parts it has written, and where its next page begins; null once all are read. */
interface Place {
  readonly parts: number;
  readonly after: string | null;
}

/**
 * Reads a list page by page and keeps each as a part of the file, gzipped, with the notes of what was read in it; stops and
 * resumes between two pages. People who restricted exports are left out and counted.
 */
export const exportJob: JobHandler = async (run) => {
  const file = await findExport(run.context, run.job.id);
  const list = file === null ? null : findExportedList(file.list);
  // Whole already, by a process that died before it said so.
  if (file === null || list === null || file.sha256 !== null) return;
  const { userId, tokenScopes } = getActor(run.context);
  const { requestId, database } = run.context;
  await database.runAs({ userId, tokenScopes, requestId, purpose: file.asked.purpose }, async () => {
    const sum = await sumKept(run.context, run.job.id);
    if (await writeParts(run, list, file, sum)) await finish(run, list, file, sum);
  });
};

/** Answers whether all is written. */
async function writeParts(run: JobRun, list: ExportedList, file: ExportRow, sum: FileSum): Promise<boolean> {
  let place = readPlace(run.job.cursor);
  while (place.after !== null || place.parts === 0) {
    const { parts } = place;
    assertFits(run.context, file, parts * STEP);
    const part = await readPart(run, list, file, place);
    const next: Place = { parts: parts + 1, after: part.next };
    const content = gzipSync(part.text);
    const goesOn = await run.step(writePlace(next), async (tx) => {
      await insertChunk(tx, run.job.id, parts, content);
      await countRows(tx, run.job.id, part);
      const { userId, displayName: readBy } = getActor(run.context);
      await insertNotes(tx, part.context, { userId, readBy, purpose: file.asked.purpose });
      const payload = { list: list.field, rows: part.rows, hidden: part.hidden };
      return { done: part.rows + part.hidden, leftOpen: 0, payload };
    });
    if (!goesOn) return false;
    sum.add(part.text);
    place = next;
  }
  return true;
}

/** The rows of one step as text, and what was read for them. */
async function readPart(run: JobRun, list: ExportedList, file: ExportRow, { parts, after }: Place) {
  const { format } = file;
  const { variables, locale } = file.asked;
  const context = freshContext(run.context, file);
  const texts = [parts === 0 ? headOf(list, format, locale) : ''];
  let [rows, hidden, next] = [0, 0, after];
  do {
    // What a page loads is forgotten with it; what was noted stands until the step is kept.
    const paging = { ...context, loaders: new Map() };
    const page = await readListedPage(paging, schema, list, { variables, first: PAGE, after: next });
    const kept = await withoutHidden(paging, page.nodes);
    texts.push(rowsOf(list, kept, format, locale));
    rows += kept.length;
    hidden += page.nodes.length - kept.length;
    next = page.next;
  } while (next !== null && rows + hidden < STEP);
  return { text: texts.join(''), rows, hidden, next, context };
}

function assertFits({ locale }: Context, { format }: ExportRow, most: number): void {
  // Counted by steps: rows that came while the file was made may be a step more.
  if (format === 'XLSX' && most > MOST_WORKBOOK_ROWS)
    throw requestError(domainError('TOO_MANY_ROWS', { maximum: MOST_WORKBOOK_ROWS }), locale);
}

function readPlace(cursor: string | null): Place {
  // Written by `writePlace` alone.
  return cursor === null ? { parts: 0, after: null } : (JSON.parse(cursor) as Place);
}

function writePlace(place: Place): string {
  return JSON.stringify(place);
}

/** The job's context with an access log and loaders of its own, for the purpose the file was asked for. */
function freshContext(context: Context, { asked }: ExportRow): Context {
  const { purpose, locale } = asked;
  const access = new AccessLog(context.actor, purpose, locale);
  return { ...context, purpose, statedPurpose: purpose, locale, loaders: new Map(), access, largestPage: PAGE };
}

async function withoutHidden(context: Context, nodes: readonly ListedNode[]): Promise<readonly ListedNode[]> {
  const peopleOf = new Map(nodes.map((node) => [node, peopleIn(node)]));
  const people = [...new Set([...peopleOf.values()].flat())];
  const { allowed } = await withoutRestricted(context, people);
  // A copy of each record leaves the system.
  for (const { employeeId } of context.access.notes()) context.access.note('file', employeeId);
  return nodes.filter((node) => peopleOf.get(node)?.every((id) => allowed.has(id)) ?? true);
}

/** Makes a workbook of its rows, and seals the file with its length, checksum and end. */
async function finish(run: JobRun, list: ExportedList, file: ExportRow, sum: FileSum): Promise<void> {
  const { context, job } = run;
  const workbook = file.format === 'XLSX' ? await makeWorkbook(context, job.id, list) : null;
  const { bytes, sha256 } = (workbook === null ? sum : sumOf(workbook)).end();
  const expiresAt = new Date(context.now.getTime() + HOURS_KEPT * 3_600_000);
  await run.step(writePlace({ parts: WORKBOOK_PLACE, after: null }), async (tx) => {
    if (workbook !== null) await insertChunk(tx, job.id, WORKBOOK_PLACE, gzipSync(workbook));
    await settleExport(tx, job.id, { bytes, sha256, expiresAt });
    return { done: 0, leftOpen: 0, payload: { list: list.field, bytes, sha256 } };
  });
}

function sumOf(whole: Uint8Array): FileSum {
  const sum = new FileSum();
  sum.add(whole);
  return sum;
}

/** The sum of what a run before this one kept. */
async function sumKept(context: Context, jobId: string): Promise<FileSum> {
  const sum = new FileSum();
  for await (const part of readParts(context, jobId, 0)) sum.add(part);
  return sum;
}

/** The parts of a file from a place on, one at a time. */
export async function* readParts(context: Context, jobId: string, from: number): AsyncGenerator<Uint8Array> {
  for (let chunk = await findChunk(context, jobId, from); chunk !== null; ) {
    yield gunzipSync(chunk.content);
    chunk = await findChunk(context, jobId, chunk.place + 1);
  }
}

async function makeWorkbook(context: Context, jobId: string, list: ExportedList): Promise<Uint8Array> {
  const rows: (readonly CellValue[])[] = [];
  for await (const part of readParts(context, jobId, 0)) {
    for (const line of new TextDecoder().decode(part).split('\n')) {
      // Written by `rowsOf`.
      if (line !== '') rows.push(JSON.parse(line) as readonly CellValue[]);
    }
  }
  return toXlsx([{ name: list.title, columns: list.columns, rows }], startOfDay(context.today));
}
