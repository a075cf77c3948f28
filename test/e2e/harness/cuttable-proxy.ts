import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * OPEN: passed on. CUT: as if the cable were pulled. SWALLOW: the server gets the request, its answer is lost on the way
 * back. HOLD: the server gets it, its answer waits until the state changes.
 */
type Connection = 'OPEN' | 'CUT' | 'SWALLOW' | 'HOLD';

export interface CuttableProxy {
  /** For `openBrowser`: every request of that browser, of any of its processes, comes through here. */
  readonly address: string;
  /** The hosts asked for so far, with their ports; a refused tunnel (https) counts. */
  readonly hosts: ReadonlySet<string>;
  /** What becomes of requests to the api from now on; other hosts stay reachable. */
  set(state: Connection): void;
  /** How many answers are held back now. */
  held(): number;
  close(): Promise<void>;
}

/** A plain HTTP proxy between one browser and everything it calls, which can lose the api and sees every host. */
export async function openProxy(api = '127.0.0.1:4000'): Promise<CuttableProxy> {
  let state: Connection = 'OPEN';
  const hosts = new Set<string>();
  const sockets = new Set<Socket>();
  let waiting: (() => void)[] = [];

  const answer = (asked: IncomingMessage, reply: ServerResponse) => {
    const url = new URL(asked.url ?? '', 'http://unknown');
    hosts.add(url.host);
    const isApi = url.host === api;
    if (isApi && state === 'CUT') return void asked.socket.destroy();
    const onward = request(url, { method: asked.method, headers: asked.headers }, (answered) => {
      const pass = () => {
        reply.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(reply);
      };
      if (!isApi || state === 'OPEN') return pass();
      answered.resume();
      if (state === 'HOLD') waiting.push(() => asked.socket.destroy());
      else asked.socket.destroy();
    });
    onward.on('error', () => asked.socket.destroy());
    asked.pipe(onward);
  };
  const server = createServer(answer);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('connect', (asked: IncomingMessage, socket: Socket) => {
    hosts.add(asked.url ?? 'unknown');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, so its address is no pipe's name.
  return {
    address: `http://127.0.0.1:${port}`,
    hosts,
    set: (next) => {
      state = next;
      for (const release of waiting) release();
      waiting = [];
    },
    held: () => waiting.length,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
