import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FoundPage } from '../find-page.ts';
import { openFixture } from './fixtures/open-fixture.ts';
import { followGenericPage } from './follow-generic.ts';

const page = openFixture('lists', 'several-lists').body.innerHTML;
const other = openFixture('other-pages', 'news').body.innerHTML;

let window: Window;
let ended: AbortController;

/** A page of its own for each test; the mutations of happy-dom are told by its own timers, so time is real here. */
const follow = (html: string) => {
  window.document.body.innerHTML = html;
  const onFound = vi.fn<(found: FoundPage) => void>();
  const onGone = vi.fn();
  followGenericPage({ onFound, onGone, signal: ended.signal });
  return { onFound, onGone };
};

/** On a busy machine a look waits long for the next. */
const soon = { timeout: 15_000 };
const pass = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

beforeEach(() => {
  window = new Window({ settings: { disableJavaScriptEvaluation: true } });
  ended = new AbortController();
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('Element', window.Element);
  vi.stubGlobal('MutationObserver', window.MutationObserver);
});

afterEach(() => {
  ended.abort();
  vi.unstubAllGlobals();
});

describe('a page that no adapter knows', { timeout: 20_000 }, () => {
  it('is read once it has settled, with its certainty', async () => {
    const { onFound } = follow(page);
    expect(onFound).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(onFound).toHaveBeenCalledOnce(), soon);
    expect(onFound.mock.calls[0]?.[0]).toMatchObject({ adapter: { name: 'generic', version: 1 }, certainty: 100 });
  });

  it('without a list is left alone, and read when one comes', async () => {
    const { onFound } = follow(other);
    await pass(400);
    expect(onFound).not.toHaveBeenCalled();
    window.document.body.innerHTML = page;
    await vi.waitFor(() => expect(onFound).toHaveBeenCalledOnce(), soon);
  });

  it.each([
    ['a heading is reworded', () => (window.document.querySelector('.ds th')!.textContent = 'Cột 1')],
    ['a column moves', () => window.document.querySelector('.ds tr')?.append(window.document.querySelector('.ds th')!)],
    ['the list is gone', () => window.document.querySelector('.ds')?.remove()],
  ])('is given up at once when %s', async (_, change) => {
    const { onFound, onGone } = follow(page);
    await vi.waitFor(() => expect(onFound).toHaveBeenCalledOnce(), soon);
    expect(onGone).not.toHaveBeenCalled();
    change();
    await vi.waitFor(() => expect(onGone).toHaveBeenCalled(), soon);
  });

  it('is read though something on it never stands still', async () => {
    const { onFound } = follow(`<p id="clock">0</p>${page}`);
    const clock = window.document.getElementById('clock');
    const ticking = setInterval(() => {
      if (clock) clock.textContent = String(performance.now());
    }, 5);
    await vi.waitFor(() => expect(onFound).toHaveBeenCalledOnce(), soon);
    clearInterval(ticking);
    expect(onFound.mock.calls[0]?.[0].certainty).toBe(100);
  });

  it('stays known while rows change', async () => {
    const { onFound, onGone } = follow(page);
    await vi.waitFor(() => expect(onFound).toHaveBeenCalledOnce(), soon);
    for (const cell of window.document.querySelectorAll('.ds td')) cell.textContent = 'x';
    await pass(50);
    expect(onGone).not.toHaveBeenCalled();
  });

  it('is not read after the end of its address', async () => {
    const { onFound } = follow(page);
    ended.abort();
    await pass(500);
    expect(onFound).not.toHaveBeenCalled();
  });
});
