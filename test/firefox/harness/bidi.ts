/** A command's answer as the protocol sends it; each caller reads the members its command defines. */
type Answer = Record<string, unknown>;

export interface BidiConnection {
  /** Sends one command of WebDriver BiDi; throws with the browser's own words where it refuses. */
  send<Result = Answer>(method: string, parameters: Readonly<Record<string, unknown>>): Promise<Result>;
  close(): void;
}

type Incoming = {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
};

/** Milliseconds a command may take: a navigation waits for its page. */
const answerWithin = 60_000;

/**
 * A connection to a Firefox that was started with --remote-debugging-port. The protocol is JSON over a WebSocket, which Node
 * brings along: no driver program and no client library stand between the test and the browser.
 */
export async function connectBidi(address: string): Promise<BidiConnection> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`nobody listens at ${address}`)), { once: true });
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Incoming; // The browser speaks the protocol.
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (asked === undefined || message.id === undefined) return;
    waiting.delete(message.id);
    if (message.type === 'success') asked.resolve(message.result);
    else asked.reject(new Error(`${message.error}: ${message.message}`));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
    waiting.clear();
  });
  return {
    send: <Result>(method: string, params: Readonly<Record<string, unknown>>) =>
      new Promise<Result>((resolve, reject) => {
        const id = ++last;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${method} was not answered within ${answerWithin} ms`));
        }, answerWithin);
        waiting.set(id, {
          resolve: (value) => {
            clearTimeout(timer);
            resolve(value as Result); // As the protocol defines the command's result.
          },
          reject: (reason) => {
            clearTimeout(timer);
            reject(reason);
          },
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}
