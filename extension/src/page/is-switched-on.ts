import { browser } from 'wxt/browser';

/**
 * Firefox's patterns know no ports: a script registered for one site runs on every port of its host, and finds out itself
 * whether this one was switched on, by the person (`sites`, features/sites) or by the office's policy.
 */
export const isSwitchedOn = async (origin: string): Promise<boolean> => {
  const areas = [browser.storage.local, browser.storage.managed];
  const lists = await Promise.all(areas.map((area) => area.get('sites').catch(() => ({ sites: [] }))));
  return lists.some(
    ({ sites }) => Array.isArray(sites) && sites.some((site) => URL.parse(String(site))?.origin === origin),
  );
};
