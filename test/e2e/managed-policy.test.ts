import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../architecture/repository.ts';
import { type DocumentsSite, startDocumentsSite } from '../documents-site/start-documents-site.ts';
import { openTab } from './harness/browser.ts';
import { type Person, sitDown } from './harness/person.ts';

/**
 * What an office's administrator can set for everybody, in a real Chromium: a file below /etc/chromium/policies/managed.
 *
 * A policy gives the extension values and takes choices from the person; it grants an unpacked extension no host:
 * `runtime_allowed_hosts` lifts a ban and grants nothing (Chromium 156), so the person allows the named site with one click.
 */
const site = 'http://localhost:4100';
const second = 'http://localhost:4101';
const server = 'http://127.0.0.1:4000';
const folder = '/etc/chromium/policies/managed';
const file = join(folder, 'congvu-test.json');
const extensionId = 'clediallbdobggmdcjbfboclflhlnofj';

let documents: DocumentsSite;
let extension: string;
let person: Person;

beforeAll(async () => {
  await setPolicy([site]);
  documents = await startDocumentsSite({ port: 4100, host: 'localhost' });
  // A copy: a build that runs beside the test must not pull the files from under the browser.
  extension = await mkdtemp(join(tmpdir(), 'congvu-policy-'));
  await cp(join(repository, 'extension/.output/chrome-mv3'), extension, { recursive: true });
  person = await sitDown(extension);
});
afterAll(async () => {
  await person?.leave();
  await documents?.close();
  await rm(file, { force: true });
  if (extension !== undefined) await rm(extension, { recursive: true, force: true });
});

test('the policy names the server, and the person cannot change it', async () => {
  const { panel, browser } = person;
  await panel.goto(browser.extensionPage('options.html'));
  await panel.getByText('Địa chỉ do cơ quan đặt').waitFor();
  expect(await panel.getByLabel('Địa chỉ máy chủ của cơ quan').isDisabled()).toBe(true);
  expect(await panel.getByLabel('Địa chỉ máy chủ của cơ quan').inputValue()).toBe(server);
});

test('a site of the policy is listed and waits for the one click that the browser demands; then its script runs', async () => {
  const { panel, browser } = person;
  const page = await openTab(browser, `${site}/ioffice/qlvbdh/main?lang=vi`);
  await panel.bringToFront();
  expect(await panel.evaluate((pattern) => chrome.permissions.contains({ origins: [pattern] }), `${site}/*`)).toBe(
    false,
  );
  await panel.getByText('do cơ quan bật').waitFor();
  await panel.getByRole('button', { name: 'Bật trên trang này' }).first().click();
  await browser.acceptPrompt();
  await expect.poll(() => page.locator('iframe[src^="chrome-extension:"]').count(), { timeout: 15_000 }).toBe(1);
  // No way to switch it off: that is the office's.
  await expect.poll(() => panel.getByRole('button', { name: `Tắt ${site}` }).count()).toBe(0);
  expect(
    await panel.evaluate(
      (origin) => chrome.runtime.sendMessage({ name: 'site.switchOff', parameters: { origin } }),
      site,
    ),
  ).toEqual({ ok: false, error: { code: 'SITE_MANAGED' } });
});

test('a changed policy is followed while the browser runs, and values of a wrong kind are left out', async () => {
  const { panel } = person;
  await setPolicy([site, second, 'javascript:alert(1)', 'không phải địa chỉ']);
  await panel.getByRole('listitem').filter({ hasText: second }).waitFor({ timeout: 30_000 });
  const listed = await panel.getByRole('listitem').filter({ hasText: 'do cơ quan bật' }).allTextContents();
  expect(listed.map((text) => /^http:\S+?:\d{4}/.exec(text)?.[0])).toEqual([site, second]);
});

test('adapters of the policy are taken, one that is none is left out', async () => {
  const text = await readFile(join(repository, 'extension/src/adapters/single-page-list/adapter.json'), 'utf8');
  const adapter = { ...(JSON.parse(text) as object), name: 'bo-doc-cua-co-quan', title: 'Bộ đọc của cơ quan' };
  await setPolicy([site], [JSON.stringify(adapter), '{"name":"hỏng"}', '{']);
  const names = () =>
    person.panel.evaluate(async () => {
      const { managedAdapters } = await chrome.storage.local.get<{
        readonly managedAdapters?: { readonly list: readonly { readonly name: string }[] };
      }>('managedAdapters');
      return managedAdapters?.list.map(({ name }) => name);
    });
  await expect.poll(names, { timeout: 30_000 }).toEqual(['bo-doc-cua-co-quan']);
});

/** Throws with what to do where the folder cannot be written: this test runs as root, as CI does. */
async function setPolicy(sites: readonly string[], adapters: readonly string[] = []): Promise<void> {
  const policy = {
    '3rdparty': { extensions: { [extensionId]: { server, sites, adapters } } },
    ExtensionSettings: { [extensionId]: { installation_mode: 'allowed', runtime_allowed_hosts: [site] } },
  };
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, JSON.stringify(policy));
  } catch (cause) {
    throw new Error(`Chromium reads policies from ${folder} alone: run the test as a user who may write there`, {
      cause,
    });
  }
}
