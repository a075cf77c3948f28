import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver was sent. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly afterMs?: number;
}

/** A receiver on this machine that answers as told and keeps what it was sent. */
export interface Receiver {
  readonly port: number;
  readonly received: readonly Received[];
  /** How it answers from now on, one message after the other; the last one stays. 200 at first. */
  answer(...next: readonly Answer[]): void;
  close(): Promise<void>;
}

/** At a free port, or at one that another receiver had before. */
export async function openReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  let answers: readonly Answer[] = [{ status: 200 }];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      const [how = { status: 200 }, ...later] = answers;
      if (later.length > 0) answers = later;
      const { status, headers = {}, body: text = '', afterMs = 0 } = how;
      setTimeout(() => response.writeHead(status, headers).end(text), afterMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    // A server that listens on a port has an address of this kind.
    port: (server.address() as AddressInfo).port,
    received,
    answer: (...next) => {
      answers = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
