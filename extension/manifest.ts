import type { UserManifest } from 'wxt';
import manifestKey from './manifest-key.json' with { type: 'json' };

/** What every browser's package declares. Each permission is explained in README.md. */
const common = {
  name: 'Công vụ',
  description: 'Đánh giá công chức theo sản phẩm, ngay trên trang quản lý văn bản.',
  permissions: ['storage', 'identity', 'scripting', 'activeTab', 'alarms', 'notifications'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  action: { default_title: 'Công vụ' },
  // One static address; `use_dynamic_url` does not hide the id and stays silent under COEP.
  web_accessible_resources: [{ resources: ['frame.html'], matches: ['http://*/*', 'https://*/*'] }],
  content_security_policy: {
    // connect-src is as wide as the optional permissions: the office's address is known only in the options.
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https: http:; base-uri 'none'; form-action 'none'",
  },
} satisfies UserManifest;

/** Chrome and Edge. The key fixes the id of an unpacked extension, on which the redirect address of the sign-in depends. */
const chromium: UserManifest = {
  ...common,
  key: manifestKey.key,
  minimum_chrome_version: '128',
  permissions: [...common.permissions, 'sidePanel'],
  host_permissions: ['http://127.0.0.1:4000/*'],
  storage: { managed_schema: 'managed-schema.json' },
};

/** Firefox: a sidebar needs no permission, patterns know no ports, policies need no schema. */
const firefox: UserManifest = {
  ...common,
  host_permissions: ['http://127.0.0.1/*'],
  browser_specific_settings: {
    gecko: {
      // The redirect address of the sign-in follows from it.
      id: manifestKey.firefoxId,
      // The first that shows, also on Android, what an extension transmits; run in ESR 153 on the desktop.
      strict_min_version: '142.0',
      // Nothing goes to its makers; but what goes to the office's own server is transmission too in Mozilla's terms.
      data_collection_permissions: { required: ['authenticationInfo', 'personallyIdentifyingInfo', 'websiteContent'] },
    },
  },
};

/** The one place where browsers differ. `browser` is WXT's name: chrome, edge, firefox. */
export function createManifest(browser: string): UserManifest {
  return browser === 'firefox' ? firefox : chromium;
}

/** The oldest engine of each package, for which the code is built. */
export function targetOf(browser: string): string {
  return browser === 'firefox' ? 'firefox142' : 'chrome128';
}
