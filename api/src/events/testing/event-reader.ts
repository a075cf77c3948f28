import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { QueryData } from '../../testing/api-office.ts';

/** What one frame said: an answer of the subscription, or that it is complete. */
export type Frame = { readonly complete: true } | { readonly complete: false; readonly answer: QueryData };

/** A subscriber over a real connection, who reads only while he is told to. */
export interface EventReader {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** The next frame; null once the connection has ended. Rejects after `milliseconds`. */
  next(milliseconds?: number): Promise<Frame | null>;
  /** Frames that came and were not asked for. */
  readonly waiting: readonly Frame[];
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>;
  /** Stops reading: what is sent stays in the connection’s buffers. */
  pause(): void;
  resume(): void;
  leave(): void;
}

/** Subscribes at `url` and answers once the headers are there. */
export async function subscribe(
  url: string,
  authorization: string,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = { 'x-purpose': 'EVALUATE' },
): Promise<EventReader> {
  const sent = request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization, ...headers },
  });
  sent.end(JSON.stringify({ query, variables }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const frames: Frame[] = [];
  let wake = () => {};
  let isOver = false;
  const closed = new Promise<void>((resolve) => {
    const end = () => {
      isOver = true;
      wake();
      resolve();
    };
    response.once('close', end);
    response.once('error', end);
    sent.once('error', end);
  });
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const frame = parseFrame(text.slice(0, end));
      text = text.slice(end + 2);
      if (frame !== null) frames.push(frame);
    }
    wake();
  });
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    waiting: frames,
    closed,
    next: async (milliseconds = 5_000) => {
      const late = AbortSignal.timeout(milliseconds);
      while (frames.length === 0 && !isOver) {
        await new Promise<void>((resolve, reject) => {
          wake = resolve;
          late.addEventListener('abort', () => reject(new Error('No event came in time.')), { once: true });
        });
      }
      return frames.shift() ?? null;
    },
    pause: () => void response.pause(),
    resume: () => void response.resume(),
    leave: () => void response.destroy(),
  };
}

/** Null for a ping. */
function parseFrame(text: string): Frame | null {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith(':'));
  if (lines.length === 0) return null;
  if (lines.includes('event: complete')) return { complete: true };
  const data = lines.find((line) => line.startsWith('data: '));
  return data === undefined ? null : { complete: false, answer: JSON.parse(data.slice('data: '.length)) };
}
