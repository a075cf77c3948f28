import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { hostOf, type ReceiverNetwork, refuseAddress } from './receiver-network.ts';

/** Why a message did not arrive. STATUS: the receiver answered, but not that he has it. */
export const DELIVERY_ERRORS = ['ADDRESS_REFUSED', 'UNREACHABLE', 'TIMED_OUT', 'REDIRECTED', 'STATUS', 'GONE'] as const;
export type DeliveryError = (typeof DELIVERY_ERRORS)[number];

/** What became of one attempt. */
export interface Attempt {
  /** Null where there was no answer. */
  readonly status: number | null;
  /** Null where the receiver has it: he answered 2xx. */
  readonly error: DeliveryError | null;
  readonly milliseconds: number;
  /** Whether the receiver was reached at all, so that what went wrong may lie in this message. */
  readonly hasBegun: boolean;
}

/** How long a receiver has for his whole answer. */
const TIME_OUT_MS = 10_000;
/** Bytes of an answer that are read, and thrown away, before the connection is cut. */
const LONGEST_ANSWER = 65_536;

/**
 * Sends one message. The address is looked at again, and the very address that is connected to once more: a name may have been
 * given another one meanwhile. A redirect is an answer and is not followed.
 */
export async function postMessage(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  network: ReceiverNetwork,
  timeOutMs: number = TIME_OUT_MS,
): Promise<Attempt> {
  const began = performance.now();
  const since = () => Math.round(performance.now() - began);
  if ((await refuseAddress(url, network)) !== null)
    return { status: null, error: 'ADDRESS_REFUSED', milliseconds: since(), hasBegun: false };
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
  };
  try {
    const status = await send(new URL(url), body, headers, network, timeOutMs, begin);
    return { status, error: errorOf(status), milliseconds: since(), hasBegun };
  } catch (error) {
    return { status: null, error: causeOf(error), milliseconds: since(), hasBegun };
  }
}

function send(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  network: ReceiverNetwork,
  timeOutMs: number,
  begin: () => void,
): Promise<number> {
  const isNamed = network.hosts.has(hostOf(url));
  const options: RequestOptions = {
    method: 'POST',
    // Its own for each message: nothing is kept open to a receiver, and nothing said to one reaches another.
    agent: isNamed ? false : new RequestFilteringHttpsAgent(),
    lookup: network.lookup,
    signal: AbortSignal.timeout(timeOutMs),
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'congvu-webhook/1',
      ...headers,
    },
  };
  return new Promise((resolve, reject) => {
    const sent = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    sent.once('error', reject);
    sent.once('socket', (socket) => socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', begin));
    sent.once('response', (response) => resolve(readAway(response)));
    sent.end(body);
  });
}

/** Reads an answer that says nothing but its status; one that goes on for too long is cut off. */
function readAway(response: IncomingMessage): Promise<number> {
  const status = response.statusCode ?? 0;
  let bytes = 0;
  return new Promise((resolve, reject) => {
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= LONGEST_ANSWER) return;
      response.destroy();
      resolve(status);
    });
    response.once('end', () => resolve(status));
    response.once('error', reject);
  });
}

function errorOf(status: number): DeliveryError | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'REDIRECTED';
  return status === 410 ? 'GONE' : 'STATUS';
}

function causeOf(error: unknown): DeliveryError {
  if (!(error instanceof Error)) return 'UNREACHABLE';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'TIMED_OUT';
  // The agent's own words; it gives its errors no code.
  return error.message.includes('is not allowed') ? 'ADDRESS_REFUSED' : 'UNREACHABLE';
}
