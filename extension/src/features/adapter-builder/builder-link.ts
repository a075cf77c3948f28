import { browser } from 'wxt/browser';
import type { BuilderAnswer, BuilderAskName, BuilderAsks, BuilderQuestion } from '../../messaging/builder-messages.ts';
import { builderPortName } from '../../messaging/builder-messages.ts';
import type { MessageResult } from '../../messaging/overlay-messages.ts';

/** The panel's end: one port to each frame of the tab whose site is on. */
export type BuilderLink = {
  readonly frames: readonly number[];
  ask<Name extends BuilderAskName>(
    frameId: number,
    name: Name,
    parameters: BuilderAsks[Name]['parameters'],
  ): Promise<MessageResult<BuilderAsks[Name]['result']>>;
  close(): void;
};

const script = '/content-scripts/builder.js';
/** A pick waits for a person; anything else is answered within this, or its page hangs. Milliseconds. */
const answerWithin = 10_000;

/**
 * Puts the builder's script into every frame of the tab that the browser lets us into, and opens a port to each. `onLost` is called
 * once, when one of the frames went: its page loads another. Refused with PAGE_CLOSED where no frame is ours to read.
 */
export async function openBuilderLink(tabId: number, onLost: () => void): Promise<MessageResult<BuilderLink>> {
  const frames = await injectInto(tabId);
  if (frames.length === 0) return { ok: false, error: { code: 'PAGE_CLOSED' } };
  let isClosed = false;
  const ports = new Map(frames.map((frameId) => [frameId, openPort(tabId, frameId, lost)]));
  function lost(): void {
    if (isClosed) return;
    close();
    onLost();
  }
  function close(): void {
    isClosed = true;
    for (const port of ports.values()) port.close();
  }
  return {
    ok: true,
    value: {
      frames,
      // The script answers with the result that the list of messages names for the question.
      ask: async (frameId, name, parameters) =>
        ((await ports.get(frameId)?.ask(name, parameters)) ?? gone) as MessageResult<never>,
      close,
    },
  };
}

const gone = { ok: false, error: { code: 'PAGE_CLOSED' } } as const;

async function injectInto(tabId: number): Promise<readonly number[]> {
  try {
    // WXT knows the files of its own entrypoints by name; this one is put in by hand.
    const done = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [script as never],
    });
    return done.map(({ frameId }) => frameId);
  } catch {
    // The tab is gone, shows an error page, or its site is not on.
    return [];
  }
}

function openPort(tabId: number, frameId: number, onLost: () => void) {
  const port = browser.tabs.connect(tabId, { name: builderPortName, frameId });
  const waiting = new Map<number, (result: MessageResult<unknown>) => void>();
  let next = 1;
  port.onMessage.addListener(({ id, result }: BuilderAnswer) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  port.onDisconnect.addListener(() => {
    // Reading it keeps the browser from reporting an error that is none: pages come and go.
    void browser.runtime.lastError;
    for (const answer of waiting.values()) answer(gone);
    onLost();
  });
  return {
    ask(name: BuilderAskName, parameters: unknown): Promise<MessageResult<unknown>> {
      const id = next++;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        if (name !== 'pick') setTimeout(() => resolve(gone), answerWithin);
        try {
          port.postMessage({ id, name, parameters } as BuilderQuestion);
        } catch {
          resolve(gone);
        }
      });
    },
    close: () => port.disconnect(),
  };
}
