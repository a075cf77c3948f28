import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, startOffice } from './harness/office.ts';
import { arrive, grantSite, type Person } from './harness/person.ts';
import { waitForMarks } from './harness/wait-for-marks.ts';

/** What only the frame says; the page has none of these words. */
const wordsOfMarks = ['tạm tính', 'chưa giao', 'quá hạn', 'HTXS'];

/** Before any script of the page: what passes through the page's own prototypes is written down. */
const eavesdrop = (): void => {
  const heard: string[] = [];
  Object.assign(window, { heard });
  addEventListener(
    'message',
    (event) => heard.push(`message ${JSON.stringify(event.data)} ${event.ports.length}`),
    true,
  );
  for (const prototype of [MessagePort.prototype, Window.prototype]) {
    const { postMessage } = prototype as { postMessage?: (...parameters: unknown[]) => unknown };
    if (!postMessage) continue;
    Object.assign(prototype, {
      postMessage(...parameters: unknown[]) {
        heard.push(`post ${JSON.stringify(parameters[0])}`);
        return postMessage.apply(this, parameters);
      },
    });
  }
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...parameters: Parameters<typeof open>) {
    heard.push('xhr');
    return open.apply(this, parameters);
  } as typeof open;
};

const heardBy = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);

/** All a page can see of our frame without entering it. */
const lookAtFrame = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('iframe');
    const { left, top, width, height } = frame?.getBoundingClientRect() ?? new DOMRect();
    return { count: document.querySelectorAll('iframe').length, html: frame?.outerHTML, left, top, width, height };
  });

describe('a page with the overlay', () => {
  let office: Office;
  let manager: Person;
  let page: Page;
  const list = () => new URL('ioffice/qlvbdh/main?lang=vi', office.ready.documents).href;

  beforeAll(async () => {
    office = await startOffice();
    manager = await arrive('quanly', office.extensionPath);
    await grantSite(manager, new URL(office.ready.documents).origin);
    page = await manager.browser.context.newPage();
    await page.addInitScript(eavesdrop);
  });
  afterAll(async () => {
    await manager?.leave();
    await office?.stop();
  });

  it('finds no word of a mark in its own tree', async () => {
    await page.goto(list());
    const frame = await waitForMarks(page);
    const shown = await frame.evaluate(() => document.body.textContent ?? '');
    expect(wordsOfMarks.filter((word) => shown.includes(word)).length).toBeGreaterThan(1);
    const found = await page.evaluate((words) => {
      const tree = document.documentElement.outerHTML + document.body.textContent;
      return words.filter(
        (word) => tree.includes(word) || (window as unknown as { find(text: string): boolean }).find(word),
      );
    }, wordsOfMarks);
    expect(found).toEqual([]);
  });

  it('cannot look into the frame', async () => {
    const looks = await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      const read = (look: () => unknown): string => {
        try {
          return String(look());
        } catch (error) {
          return error instanceof Error ? error.name : 'thrown';
        }
      };
      return [
        read(() => frame?.contentDocument),
        read(() => frame?.contentWindow?.document),
        read(() => frame?.contentWindow?.location.href),
        read(() => frame?.getSVGDocument()),
        read(() => frame?.name),
        read(() => window.frames[0]?.length),
      ];
    });
    expect(looks).toEqual(['null', 'SecurityError', 'SecurityError', 'null', '', '0']);
  });

  it('hears no message', async () => {
    expect(await heardBy(page)).toEqual([]);
  });

  it('that embeds our frame itself gets an empty one, with or without a nonce it made up', async () => {
    await page.goto(new URL('elsewhere', office.ready.documents).href);
    const embedded = await page.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const answers: unknown[] = [];
      for (const nonce of ['', 'a'.repeat(32), crypto.randomUUID()]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event) => answers.push(event.data);
        frame.contentWindow?.postMessage({ protocol: 'congvu-overlay', epoch: 1, nonce }, '*', [port2]);
        port1.postMessage({
          type: 'layout',
          width: 300,
          headHeight: 30,
          compact: false,
          dark: false,
          rows: new Int32Array([1, 0, 40]),
        });
      }
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      return answers;
    }, manager.browser.extensionPage('frame.html'));
    expect(embedded).toEqual([]);
    const frame = page.frames().find((one) => one.url().startsWith('chrome-extension:'));
    expect(await frame?.evaluate(() => document.querySelectorAll('.mark').length)).toBe(0);
  });

  it('that re-points our frame to itself receives neither port nor nonce', async () => {
    await page.goto(list());
    await waitForMarks(page);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      if (frame) frame.src = '/spa/anything';
    });
    await page.waitForTimeout(2_000);
    const heard = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => (window as unknown as { heard?: string[] }).heard ?? [])),
    );
    expect(page.frames().length).toBeGreaterThan(1);
    expect(heard.flat().filter((line) => line.includes('congvu') || line.endsWith(' 1'))).toEqual([]);
    // After three silent seconds the frame is given up and the notice says so.
    await page.waitForTimeout(2_500);
    expect(await page.getByText('Không đọc chắc chắn được trang này').count()).toBe(1);
  });

  it('loses every mark with its address, a hundred times, before the next person could be mistaken', async () => {
    await page.goto(new URL('spa/van-ban-den', office.ready.documents).href);
    await waitForMarks(page);
    const left = await page.evaluate(async () => {
      const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
      let stale = 0;
      for (let round = 0; round < 100; round++) {
        const frame = document.querySelector('iframe');
        history.pushState(null, '', round % 2 === 0 ? `/spa/van-ban/${round + 1}` : '/spa/van-ban-den');
        dispatchEvent(new PopStateEvent('popstate'));
        await turn();
        if (frame?.isConnected) stale++;
        await new Promise((resolve) => setTimeout(resolve, (round % 7) * 10));
      }
      return stale;
    });
    expect(left).toBe(0);
  });

  it('sees the same frame whether it shows records or none, signed in or out', async () => {
    await page.goto(list());
    await waitForMarks(page);
    await page.waitForTimeout(1_000);
    const signedIn = await lookAtFrame(page);
    await manager.panel.bringToFront();
    await manager.panel.getByRole('button', { name: 'Đăng xuất' }).click();
    await manager.panel.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await page.bringToFront();
    await page.reload();
    await page.waitForTimeout(3_000);
    expect(await lookAtFrame(page)).toEqual(signedIn);
  });
});
