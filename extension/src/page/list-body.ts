import type { ListPage } from '@congvu/schema/adapter';
import type { RowKey } from '@congvu/schema/page-reading';
import { queryDeep } from './deep-query.ts';
import { workInSlices } from './idle-slices.ts';
import { createKeyRing } from './key-ring.ts';
import { createListStrip } from './list-strip.ts';
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
 * While the page keeps changing we work at most a ninth of the time: after so many ms of ours, eight times as long is the page's,
 * up to `longestPause` ms. A single change, which takes a fraction of a millisecond, is read at once.
 */
const pauseFactor = 8;
const longestPause = 100;

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
  context.signal.addEventListener('abort', () => clearTimeout(pause));

  const keyedRows = function* (): Generator<readonly [RowKey, Element]> {
    if (broken) return;
    for (const [row, { state, ...rest }] of reader.readings) {
      if (state === 'READ' && 'content' in rest) yield [ring.keyOf(rest.content), row];
    }
  };
  const strip = createListStrip(context, page, keyedRows);

  const publish = (): void => {
    // Of a list that nobody wrote an adapter for, rows without a person yet say nothing against it.
    const needsHandlers = page.fields.handlers !== undefined && context.found.certainty === null;
    const check = countReadings(reader.readings.values(), needsHandlers);
    const passes = passesCheck(check, page.minimumShare);
    // A part that does not pass stays silent: whether the adapter fits, and whether the list is empty, is said of all rows.
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
    strip.measureSoon();
  };

  const readWaiting = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    while (waiting.size > 0) {
      const rows = [...waiting];
      waiting.clear();
      if (!(await workInSlices(rows, (row) => row.isConnected && reader.read(row), context.signal))) return;
    }
    reading = false;
    publish();
  };

  const enumerate = (): void => {
    const rows = reader.enumerate();
    for (const row of rows) waiting.add(row);
    // What the parser is still writing may end in the middle of a number or a name.
    const last = rows.at(-1);
    if (last && isParsing()) waiting.delete(last);
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
    const begun = performance.now();
    const counts = countsAgain || isParsing();
    countsAgain = false;
    if (counts) enumerate();
    if (waiting.size === 0 && !counts) strip.measureSoon();
    else if (waiting.size <= rowsAtOnce && !reading) readFirst();
    else {
      strip.measureSoon();
      void readWaiting();
    }
    const now = performance.now();
    pausedUntil = now + Math.min((now - begun) * pauseFactor, longestPause);
  };
  const workSoon = (): void => {
    const left = pausedUntil - performance.now();
    if (left <= 0) {
      work();
      return;
    }
    pause ??= setTimeout(() => {
      pause = undefined;
      if (!context.signal.aborted) work();
    }, left);
  };

  const change: PageBody['change'] = ({ rows, structure, everything, sight }) => {
    if (!strip.isInPlace()) {
      context.onStale();
      return;
    }
    // From here on until it is read again, a row that changed has no mark.
    if (everything) reader.forgetAll();
    for (const row of rows) {
      reader.forget(row);
      if (row.isConnected && !isParsing()) waiting.add(row);
    }
    countsAgain ||= structure || everything || (sight && reader.isSightChanged());
    strip.measureSoon();
    if (countsAgain || waiting.size > 0 || isParsing()) workSoon();
  };

  enumerate();
  if (waiting.size > 0) strip.load();
  readFirst();
  if (waiting.size > 0) void readWaiting();

  return {
    change,
    isRow: reader.isRow,
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
