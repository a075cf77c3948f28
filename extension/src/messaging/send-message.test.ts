import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { sendToBackground } from './send-message.ts';

/** The worker's answers, one a message; null: it was ended with the message in hand. */
function answerWith(...answers: (object | null)[]) {
  const heard: string[] = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async (message: { name: string }) => {
    heard.push(message.name);
    const answer = answers.shift() ?? null;
    if (answer === null) throw new Error('A listener indicated an asynchronous response, but the channel closed');
    return answer;
  }) as never);
  return heard;
}

const done = { ok: true, value: { waiting: 0 } };

it('asks the next worker where the first was ended before it answered', async () => {
  const heard = answerWith(null, null, done);
  expect(await sendToBackground('write.replay', {})).toEqual(done);
  expect(heard).toHaveLength(3);
});

it('gives up after five workers', async () => {
  vi.useFakeTimers();
  try {
    const heard = answerWith();
    const answer = sendToBackground('write.replay', {});
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual({ ok: false, error: { code: 'NO_ANSWER' } });
    expect(heard).toHaveLength(5);
  } finally {
    vi.useRealTimers();
  }
});

it('never opens a second sign-in window', async () => {
  const heard = answerWith(null, done);
  expect(await sendToBackground('session.signIn', { language: 'vi' })).toMatchObject({ ok: false });
  expect(heard).toHaveLength(1);
});

it('asks nobody any more once the caller has gone', async () => {
  const gone = new AbortController();
  const first = Promise.withResolvers<never>();
  const send = vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((() => first.promise) as never);
  const answer = sendToBackground('session.accessToken', { refused: null }, gone.signal);
  gone.abort();
  expect(await answer).toEqual({ ok: false, error: { code: 'ABORTED' } });
  first.reject(new Error('channel closed'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(send).toHaveBeenCalledOnce();
});
