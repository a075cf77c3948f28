/**
 * Of the test's profile. Nothing calls out: the office's network has nothing to answer. The extension's address in this
 * profile (`extensions.webextensions.uuids`) is chosen beforehand; an installation would draw it by lot.
 */
export function createPreferences(extensionId: string, uuid: string): string {
  const preferences = {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
    'intl.locale.requested': 'vi',
    'intl.accept_languages': 'vi-VN, vi',
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.search.update': false,
    'browser.region.network.url': '',
    'browser.safebrowsing.blockedURIs.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'app.update.disabledForTesting': true,
    'app.normandy.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.usage.uploadEnabled': false,
    'toolkit.telemetry.server': '',
    'extensions.update.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'http://127.0.0.1:1/none',
    'dom.push.connection.enabled': false,
    'dom.disable_open_during_load': false,
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
