import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findAspPage } from './asp-pages.ts';
import { findBoardPage } from './board-pages.ts';
import { findFramePage } from './frame-pages.ts';
import { renderGridPage } from './grid-pages.ts';
import { answerHostile } from './hostile/hostile-pages.ts';
import { renderIofficeDocument, renderIofficeHostileList, renderIofficeList } from './ioffice-pages.ts';
import { renderLongList } from './long-list.ts';
import { findSpaRecord, listSpaRecords, renderSpa } from './spa-pages.ts';
import { findUnknownSystem } from './unknown-systems.ts';

/** A page, a record or a file: what one address answers. */
type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const html = (body: string | null): Answer =>
  body === null
    ? { status: 404, type: 'text/html', body: '<!doctype html><title>404</title><p>Không tìm thấy văn bản.' }
    : { status: 200, type: 'text/html', body };
const json = (value: unknown): Answer =>
  value === null
    ? { status: 404, type: 'application/json', body: 'null' }
    : { status: 200, type: 'application/json', body: JSON.stringify(value) };
const file = (name: string, type: string): Answer => ({
  status: 200,
  type,
  body: readFileSync(new URL(name, import.meta.url), 'utf8'),
});

/** A whole number between 1 and `maximum` from the query; anything else is `otherwise`. */
const readCount = (text: string | null, otherwise: number, maximum: number): number => {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) && value >= 1 && value <= maximum ? value : otherwise;
};

const answer = (url: URL, today: string): Answer => {
  const { pathname, searchParams } = url;
  const page = readCount(searchParams.get('page'), 1, 1_000);
  if (pathname === '/site.css') return file('site.css', 'text/css');
  if (pathname === '/spa-client.js') return file('spa-client.js', 'text/javascript');
  if (pathname === '/grid-client.js') return file('grid-client.js', 'text/javascript');
  const framed = findFramePage(url, today);
  if (framed) return { ...html(framed.body), headers: framed.headers };
  const grid = renderGridPage(pathname);
  if (grid !== null) return html(grid);
  if (pathname === '/ioffice/qlvbdh/main') {
    if (searchParams.get('mau') === 'bat-thuong') return html(renderIofficeHostileList(today));
    return html(renderIofficeList(readCount(searchParams.get('size'), 20, 1_000), page, today));
  }
  const ioffice = /^\/ioffice\/qlvbdh\/van-ban-den\/(\d{1,9})$/.exec(pathname);
  if (ioffice) return html(renderIofficeDocument(Number(ioffice[1]), today));
  if (pathname === '/spa/api/documents') {
    return json(listSpaRecords(page, readCount(searchParams.get('size'), 200, 5_000), today));
  }
  const record = /^\/spa\/api\/documents\/(\d{1,9})$/.exec(pathname);
  if (record) return json(findSpaRecord(Number(record[1]), today));
  if (pathname.startsWith('/spa/')) return html(renderSpa());
  const taught = findAspPage(url, today) ?? findBoardPage(pathname, today) ?? findUnknownSystem(pathname, today);
  if (taught !== null) return html(taught);
  if (pathname === '/bench/qlvbdh/main') {
    return html(renderLongList(readCount(searchParams.get('size'), 5_000, 5_000), today));
  }
  const hostile = answerHostile(pathname, today);
  if (hostile) return { status: 200, ...hostile };
  return html(null);
};

const send = (response: ServerResponse, { status, type, body, headers }: Answer): void => {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers });
  response.end(body);
};

/** Today in Việt Nam, by which the sample deadlines are overdue, due and to come. */
const todayInVietnam = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

export type DocumentsSite = {
  /** With a closing slash, e.g. "http://localhost:4100/". */
  readonly url: string;
  /** Ends open connections; resolves when the port is free. */
  close(): Promise<void>;
};

/**
 * Serves the sample document-management site, by default under the name `localhost`, which the api's host permission
 * (127.0.0.1) does not cover. `port` 0 takes a free one; a taken one rejects with node's EADDRINUSE.
 * `today` is a LocalDate; absent, each request takes the current one.
 */
export const startDocumentsSite = async (options: {
  readonly port: number;
  readonly host?: string;
  readonly today?: string;
}): Promise<DocumentsSite> => {
  const host = options.host ?? 'localhost';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${host}`);
    if (url.pathname === '/') {
      response.writeHead(302, { location: '/ioffice/qlvbdh/main?lang=vi' }).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    send(response, answer(url, options.today ?? todayInVietnam()));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  // A listening TCP server has an AddressInfo; the other forms are for pipes.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
