import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { sendToPage } from '../../messaging/send-to-page.ts';
import { createTurns } from '../../messaging/turns.ts';
import { findServer } from '../../settings/server-address.ts';
import { findManagedSites, patternOf, siteList } from './site-list.ts';

const contentScript = '/content-scripts/overlay.js';
/**
 * List, permissions and registered scripts change together, one change behind the other: a look at all sites after an install
 * must not take away what a person switches on meanwhile.
 */
const inTurn = createTurns();

/** Sites whose open tabs do not all have the script yet: a worker that dies amid this would leave them without it until their next load. */
const underWay = storage.defineItem<readonly string[]>('session:sitesUnderWay', { fallback: [] });

const registrationOf = (origin: string) => `overlay ${origin}`;

/**
 * Runs the content script on a site from now on, and at once in the tabs that show it.
 *
 * The permission was asked by the click before; SITE_NOT_GRANTED where the browser does not have it.
 */
export async function switchSiteOn(origin: string): Promise<Result<string, { readonly code: 'SITE_NOT_GRANTED' }>> {
  if (!(await browser.permissions.contains({ origins: [patternOf(origin)] })))
    return fail({ code: 'SITE_NOT_GRANTED' });
  await setUnderWay(origin, true);
  await inTurn(async () => {
    const sites = await siteList.getValue();
    if (!sites.includes(origin)) await siteList.setValue([...sites, origin]);
    await register(origin);
  });
  await injectIntoOpenTabs(origin);
  return ok(origin);
}

/** Gives the permission back, takes the script away and clears the open pages of the site. */
export async function switchSiteOff(origin: string): Promise<Result<string, { readonly code: 'SITE_MANAGED' }>> {
  if ((await findManagedSites()).includes(origin)) return fail({ code: 'SITE_MANAGED' });
  await inTurn(() => forgetSite(origin));
  // Every tab: the site may stand in a frame of another. A tab without a script of ours has nobody who hears.
  const tabs = (await browser.tabs.query({})).flatMap((tab) => tab.id ?? []);
  await Promise.all(tabs.map((tabId) => sendToPage({ tabId, documentId: null }, 'page.stop', { origin })));
  if (!(await isNeededElsewhere(origin))) await browser.permissions.remove({ origins: [patternOf(origin)] });
  return ok(origin);
}

/** In Firefox one permission stands for all ports of a host: another site's, or the server's. */
async function isNeededElsewhere(origin: string): Promise<boolean> {
  const others = [...(await siteList.getValue()), ...(await findManagedSites()), (await findServer()).server];
  return others.some((other) => other !== origin && patternOf(other) === patternOf(origin));
}

/** Whether the page at this address may speak to us: a site that is on, and still permitted. */
export async function isSiteOn(address: string | undefined): Promise<boolean> {
  const origin = address === undefined ? null : (URL.parse(address)?.origin ?? null);
  if (origin === null) return false;
  const sites = [...(await siteList.getValue()), ...(await findManagedSites())];
  return sites.includes(origin) && (await browser.permissions.contains({ origins: [patternOf(origin)] }));
}

/**
 * Brings the registered scripts in line with the list, the policy and the permissions the browser has: run at the
 * worker's start after an install, an update or a browser start.
 */
export function reconcileSites(): Promise<void> {
  return inTurn(reconcile);
}

async function reconcile(): Promise<void> {
  const listed = new Set([...(await siteList.getValue()), ...(await findManagedSites())]);
  for (const origin of listed) {
    if (await browser.permissions.contains({ origins: [patternOf(origin)] })) await register(origin);
    else await forgetSite(origin);
  }
  const registered = await browser.scripting.getRegisteredContentScripts();
  const known = new Set([...listed].map(registrationOf));
  const ids = registered.map((script) => script.id).filter((id) => !known.has(id));
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}

/** The person took permissions back in the browser's own settings. */
export function onPermissionsRemoved(patterns: readonly string[]): Promise<void> {
  return inTurn(async () => {
    const removed = (await siteList.getValue()).filter((origin) => patterns.includes(patternOf(origin)));
    for (const origin of removed) await forgetSite(origin);
  });
}

async function forgetSite(origin: string): Promise<void> {
  const sites = await siteList.getValue();
  await siteList.setValue(sites.filter((site) => site !== origin));
  const ids = (await browser.scripting.getRegisteredContentScripts({ ids: [registrationOf(origin)] })).map((s) => s.id);
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}

/** Leaves the site with exactly this registration. Two workers may overlap while one replaces the other: a duplicate is no fault. */
async function register(origin: string): Promise<void> {
  const id = registrationOf(origin);
  const script = {
    id,
    matches: [patternOf(origin)],
    js: [contentScript],
    // Room for the strip is made before the list is laid out, or the browser would lay it out twice.
    runAt: 'document_start' as const,
    // Lists stand in frames and framesets, and in frames and windows that a page writes itself (about:blank).
    allFrames: true,
    matchOriginAsFallback: true,
    world: 'ISOLATED' as const,
  };
  if (await isRegistered(id)) {
    await browser.scripting.updateContentScripts([script]);
    return;
  }
  try {
    await browser.scripting.registerContentScripts([script]);
  } catch (reason) {
    if (!(await isRegistered(id))) throw reason;
  }
}

async function isRegistered(id: string): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
}

/**
 * Runs the content script in every document of the origin that is open, where none of this version runs already: in tabs of the
 * site, and in its frames in tabs of other sites that are on. A frame in a tab of a site that is off gets it with its next load.
 */
export async function injectIntoOpenTabs(origin: string): Promise<void> {
  await setUnderWay(origin, true);
  const tabs = (await browser.tabs.query({})).filter(({ url }) => url !== undefined);
  // A tab may be closed or show an error page by now: the registration covers its next load.
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : injectIntoTab(id, origin))));
  await setUnderWay(origin, false);
}

/** What the worker before this one left half done. */
export async function finishSites(): Promise<void> {
  for (const origin of await underWay.getValue()) {
    if (await isSiteOn(origin)) {
      await inTurn(() => register(origin));
      await injectIntoOpenTabs(origin);
    } else await setUnderWay(origin, false);
  }
}

function setUnderWay(origin: string, isUnderWay: boolean): Promise<void> {
  return inTurn(async () => {
    const others = (await underWay.getValue()).filter((site) => site !== origin);
    await underWay.setValue(isUnderWay ? [...others, origin] : others);
  });
}

async function injectIntoTab(tabId: number, origin: string): Promise<void> {
  const looks = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: lookAtDocument });
  const frameIds = looks.flatMap(({ frameId, result }) =>
    result?.origin === origin && !result.isLive ? [frameId] : [],
  );
  if (frameIds.length === 0) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds }, files: [contentScript as never] });
}

/** Runs in the page, beside the content script: the mark it leaves there while it lives (page/live-mark.ts) is not the page's to see. */
function lookAtDocument(): { readonly origin: string; readonly isLive: boolean } {
  const mark = (globalThis as { readonly congvuOverlay?: AbortSignal }).congvuOverlay; // Ours, or not there.
  return { origin: self.origin === 'null' ? location.origin : self.origin, isLive: mark?.aborted === false };
}
