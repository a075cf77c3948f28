// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { showPageNotice } from './page-notice.ts';

afterEach(() => {
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
});

/** As a browser says it of an element without a ground; happy-dom says nothing. */
const clear = 'background-color: rgba(0, 0, 0, 0)';

const schemeOf = (element: HTMLElement): string | undefined => /color-scheme:\s*(\w+)/.exec(element.style.cssText)?.[1];

it.each([
  ['rgb(255, 255, 255)', 'light'],
  ['rgb(18, 24, 32)', 'dark'],
])('stands on a page of the ground %s in its %s colours', (ground, scheme) => {
  document.body.style.backgroundColor = ground;
  document.body.innerHTML = `<main style="${clear}"><table style="${clear}"></table></main>`;
  for (const place of [null, document.querySelector('table')]) {
    const notice = showPageNotice(place, 'vi', () => {});
    expect(schemeOf(notice.element)).toBe(scheme);
    notice.remove();
  }
});

it('goes by the box it stands in, not by the page around it nor by what it stands before', () => {
  document.body.innerHTML = `<main style="background-color: rgb(10, 10, 10)"><table style="background-color: rgb(255, 255, 255)"></table></main>`;
  expect(schemeOf(showPageNotice(document.querySelector('table'), 'en', () => {}).element)).toBe('dark');
});
