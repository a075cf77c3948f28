import { readFile } from 'node:fs/promises';

/** One request that left the browser, by whoever caused it: a page, a frame, a worker, or the browser itself. */
export interface NetRequest {
  readonly host: string;
  /** The origin that asked, e.g. "chrome-extension://…"; null where the browser asked by itself or a person typed an address. */
  readonly initiator: string | null;
}

/**
 * Every request of a browser that was started with `netLog`, from Chromium's own log of its network: it sees service workers and what
 * the browser does by itself, which a page's events do not. The log grows while the browser runs; its last events may be missing.
 */
export async function readNetLog(file: string): Promise<readonly NetRequest[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const started = /"URL_REQUEST_START_JOB":(\d+)/.exec(lines[0] ?? '')?.[1];
  if (started === undefined) throw new Error(`${file} names no kind of event for a request`);
  return lines.flatMap((line) => {
    if (!line.includes(`"type":${started}}`)) return [];
    const [, url] = /"url":"(https?:\/\/[^"]+)"/.exec(line) ?? [];
    const [, initiator] = /"initiator":"([^"]+)"/.exec(line) ?? [];
    if (url === undefined) return [];
    return [{ host: new URL(url).host, initiator: initiator === 'not an origin' ? null : (initiator ?? null) }];
  });
}
