import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerMessages, type Handlers } from './answer-messages.ts';

const own = 'chrome-extension://clediallbdobggmdcjbfboclflhlnofj';
const accessToken = vi.fn();

/** Sends one message as the browser would deliver it, with what the browser says of the sender. */
function deliver(message: unknown, sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    const listeners: ((message: unknown, sender: object, respond: (answer: unknown) => void) => unknown)[] = [];
    vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      listeners.push(listener as never);
    });
    answerMessages({ 'session.accessToken': accessToken } as unknown as Handlers);
    const isAnswered = listeners[0]?.(message, { id: browser.runtime.id, ...sender }, resolve);
    if (isAnswered !== true) resolve('unanswered');
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${own}${path}`);
  accessToken.mockResolvedValue({ ok: true, value: { token: 'secret' } });
});

const ask = { name: 'session.accessToken', parameters: { refused: null } };

it('gives a token to a screen of ours', async () => {
  expect(await deliver(ask, { url: `${own}/sidepanel.html` })).toEqual({ ok: true, value: { token: 'secret' } });
});

it.each([
  ['a web page', { url: 'https://vanban.example/', tab: { id: 7 } }],
  ['the frame that a web page can embed', { url: `${own}/frame.html`, tab: { id: 7 } }],
  ['another extension', { id: 'another', url: `${own}/sidepanel.html` }],
])('refuses the token to %s', async (_name, sender) => {
  expect(await deliver(ask, sender)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(accessToken).not.toHaveBeenCalled();
});

it('answers nothing to a message that is not of the list', async () => {
  expect(await deliver({ name: 'toString', parameters: {} }, { url: `${own}/sidepanel.html` })).toBe('unanswered');
});

it('answers a handler that throws with INTERNAL, and logs no parameter', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  accessToken.mockRejectedValue(new Error('Nguyễn Văn An'));
  expect(await deliver(ask, { url: `${own}/sidepanel.html` })).toEqual({ ok: false, error: { code: 'INTERNAL' } });
  expect(JSON.stringify(log.mock.calls)).not.toContain('Nguyễn');
});
