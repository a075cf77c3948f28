import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBackgroundLink } from './background-link.ts';

/** The worker's answers, one a message; null: it was ended with the message in hand. */
function answerWith(...answers: (object | null)[]) {
  const send = vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async () => {
    const answer = answers.shift() ?? null;
    if (answer === null) throw new Error('Could not establish connection. Receiving end does not exist.');
    return answer;
  }) as never);
  return send;
}

const done = { ok: true, value: { nonce: 'n' } };

it('asks the next worker where the first was ended with the message in hand', async () => {
  fakeBrowser.runtime.id = 'own';
  const send = answerWith(null, done);
  expect(await createBackgroundLink(() => undefined).send('overlay.requestNonce', { epoch: 1 })).toEqual(done);
  expect(send).toHaveBeenCalledTimes(2);
});

it('asks nobody and takes all of ours away where the extension itself has gone', async () => {
  const onGone = vi.fn();
  const send = answerWith();
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as never);
  expect(await createBackgroundLink(onGone).send('overlay.requestNonce', { epoch: 1 })).toEqual({
    ok: false,
    error: { code: 'EXTENSION_GONE' },
  });
  expect([onGone.mock.calls.length, send.mock.calls.length]).toEqual([1, 1]);
});
