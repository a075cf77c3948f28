import type { ListPage } from '@congvu/schema/adapter';
import type { RowKey } from '@congvu/schema/page-reading';
import { queryDeep } from './deep-query.ts';
import { workInSlices } from './idle-slices.ts';
import { createKeyRing } from './key-ring.ts';
import { createListStrip } from './list-strip.ts';
import { rowsNear } from './near-rows.ts';
import type { PageBody, SessionContext } from './page-session.ts';
import { readSummary } from './read-document.ts';
import { createListReader } from './read-list.ts';
import { reportRows } from './report-rows.ts';
import { countReadings, passesCheck } from './self-check.ts';
import { toDocumentReading } from './to-document-reading.ts';

/**
 * As many rows are read at once, before the page paints them (about 2 ms): what one sees of a long list has its marks while
 * the rest is still read in slices.
 */
const rowsAtOnce = 40;

/**
 * A single change is read at once, further ones so many ms after it: while the page is written or scrolls, every picture brings some, and
 * each is told, looked up and drawn by four processes.
 */
const workPause = 100;

/**
 * Of a longer list only the rows near what one sees are read, as far as one scrolls: like the virtual lists of other systems, which
 * have no others. Reading all of 5,000 took ten times as long as a walk over them.
 */
const longList = 300;

const isParsing = (): boolean => document.readyState === 'loading';

/**
 * A list: its rows are read, told to the background and given places beside which the frame draws. A row whose content changed has
 * no mark from that moment until it is read again.
 */
export const createListBody = (context: SessionContext, page: ListPage): PageBody => {
  const reader = createListReader(page, document, context.watch);
  const ring = createKeyRing();
  const waiting = new Set<Element>();
  let reading = false;
  let broken = false;
  let countsAgain = false;
  let pausedUntil = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** Of a long list, once it was measured. */
  let near: readonly Element[] | null = null;
  const isLong = (): boolean => reader.rows().size > longList;
  const nearby = (): readonly Element[] | null => (isLong() ? near : null);
  context.signal.addEventListener('abort', () => clearTimeout(pause));

  const keyedRows = function* (): Generator<readonly [RowKey, Element]> {
    if (broken) return;
    for (const row of nearby() ?? reader.readings.keys()) {
      const reading = reader.readings.get(row);
      if (reading?.state === 'READ') yield [ring.keyOf(reading.content), row];
    }
  };
  /** Called where measuring costs no layout. */
  const keyedRowsNear = (): Iterable<readonly [RowKey, Element]> => {
    if (isLong()) {
      near = rowsNear([...reader.rows()]);
      readMore();
    }
    return keyedRows();
  };
  const strip = createListStrip(context, page, keyedRowsNear, () => {
    if (isLong()) workLater();
  });

  const publish = (): void => {
    // Of a list that nobody wrote an adapter for, rows without a person yet say nothing against it.
    const needsHandlers = page.fields.handlers !== undefined && context.found.certainty === null;
    const check = countReadings(reader.readings.values(), needsHandlers);
    const passes = passesCheck(check, page.minimumShare);
    // A part that does not pass stays silent: whether the adapter fits, and whether the list is empty, is said of all that is to be read.
    if ((!passes || check.found === 0) && (waiting.size > 0 || isParsing())) return;
    broken = !passes;
    context.setNotice(broken, queryDeep(document, page.drawing.beside));
    if (broken) {
      strip.close();
      context.report({ state: 'BROKEN', complete: true, changed: [], removed: [], check });
      return;
    }
    const shown = new Set<RowKey>();
    for (const [key] of keyedRows()) shown.add(key);
    reportRows(context.report, ring.takeChanges(shown), check);
    if (shown.size > 0) strip.show();
    else if (isLong()) readMore();
    strip.measureSoon();
  };

  const readWaiting = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    while (waiting.size > 0) {
      const rows = [...waiting];
      waiting.clear();
      if (
        !(await workInSlices(
          rows,
          (row) => row.isConnected && reader.isUnread(row) && reader.read(row),
          context.signal,
        ))
      )
        return;
    }
    reading = false;
    publish();
  };

  /** Rows to read: those that one may see soon, before the first measuring the next ones from the top. */
  const pick = (): void => {
    const rows = [...reader.rows()];
    // What the parser is still writing may end in the middle of a number or a name.
    if (isParsing()) rows.pop();
    const known = nearby();
    for (const row of known ?? rows) {
      if (!known && waiting.size >= longList) break;
      if (row.isConnected && reader.isUnread(row)) waiting.add(row);
    }
  };
  const enumerate = (): void => {
    reader.enumerate();
    if (isParsing()) context.narrow(reader.rows());
    pick();
  };
  const readFirst = (): void => {
    let room = rowsAtOnce;
    for (const row of waiting) {
      if (room-- === 0) break;
      waiting.delete(row);
      reader.read(row);
    }
    publish();
  };

  const work = (): void => {
    // While more of a long list is written further down, nothing changes beside what one sees.
    const counts = isParsing() ? !isLong() : countsAgain;
    countsAgain &&= !counts;
    if (counts) enumerate();
    else pick();
    if (waiting.size === 0 && !counts) strip.measureSoon();
    else if (waiting.size <= rowsAtOnce && !reading) readFirst();
    else {
      strip.measureSoon();
      void readWaiting();
    }
    pausedUntil = performance.now() + workPause;
  };
  const workLater = (): void => {
    pause ??= setTimeout(() => {
      pause = undefined;
      if (!context.signal.aborted) work();
    }, pausedUntil - performance.now());
  };
  const workSoon = (): void => (performance.now() < pausedUntil ? workLater() : work());
  const readMore = (): void => {
    const before = waiting.size;
    pick();
    if (waiting.size > before) workLater();
  };

  const change: PageBody['change'] = ({ rows, structure, everything, sight }) => {
    if (!strip.isInPlace()) {
      context.onStale();
      return;
    }
    // From here on until it is read again, a row that changed has no mark.
    if (everything) reader.forgetAll();
    let forgotten = false;
    for (const row of rows) if (reader.forget(row)) forgotten = true;
    countsAgain ||= structure || everything || (sight && reader.isSightChanged());
    strip.measureSoon();
    if (countsAgain || forgotten || waiting.size > 0 || isParsing()) workSoon();
  };

  enumerate();
  if (waiting.size > 0) strip.load();
  readFirst();
  if (waiting.size > 0) void readWaiting();

  return {
    change,
    isRow: (element) => reader.rows().has(element),
    readDocument(key) {
      if (broken) return { ok: false, error: { code: 'ADAPTER_BROKEN' } };
      for (const [shown, row] of key === null ? [] : keyedRows()) {
        if (shown !== key) continue;
        const content = ring.contentOf(key);
        const summary = readSummary(page.fields, row, reader.columns());
        if (content) return { ok: true, value: toDocumentReading(context, key, content, summary) };
      }
      return { ok: false, error: { code: 'NO_DOCUMENT' } };
    },
  };
};
