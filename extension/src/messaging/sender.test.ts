import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { kindOfSender } from './sender.ts';

const own = 'chrome-extension://clediallbdobggmdcjbfboclflhlnofj';
const tab = { id: 7 } as never;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${own}${path}`);
});

it.each([
  ['a content script in a page', { url: 'https://vanban.example/list', tab }, 'PAGE'],
  ['the overlay’s frame', { url: `${own}/frame.html`, tab }, 'FRAME'],
  ['the side panel', { url: `${own}/sidepanel.html?tab=7` }, 'SCREEN'],
  ['the dashboard in a tab', { url: `${own}/dashboard.html`, tab }, 'SCREEN'],
  ['a page without a tab', { url: 'https://vanban.example/list' }, null],
  ['a local file', { url: 'file:///etc/passwd', tab }, null],
  ['a frame that the page wrote', { url: 'about:blank', origin: 'https://vanban.example', tab }, 'PAGE'],
  ['an empty frame of nobody', { url: 'about:blank', origin: 'null', tab }, null],
  ['a sandboxed page', { url: 'https://vanban.example/list', origin: 'null', tab }, 'PAGE'],
  ['the overlay’s frame in a sandboxed page', { url: `${own}/frame.html`, origin: 'null', tab }, null],
] as const)('takes %s for what it is', (_name, sender, kind) => {
  expect(kindOfSender({ id: browser.runtime.id, ...sender })).toBe(kind);
});

it('knows no other extension', () => {
  expect(kindOfSender({ id: 'another', url: `${own}/sidepanel.html` })).toBeNull();
});
