import { defineConfig } from 'wxt';
import manifestKey from './manifest-key.json' with { type: 'json' };

/**
 * The extension's manifest and build. Every permission is explained in README.md.
 *
 * Nothing is imported by name out of the air (`imports: false`): a file says what it uses, and the compiler needs no
 * generated declarations.
 */
export default defineConfig({
  srcDir: 'src',
  outDir: '.output',
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  vite: () => ({ build: { target: 'chrome128', sourcemap: false } }),
  manifest: {
    name: 'Công vụ',
    description: 'Đánh giá công chức theo sản phẩm, ngay trên trang quản lý văn bản.',
    key: manifestKey.key,
    minimum_chrome_version: '128',
    permissions: ['sidePanel', 'storage', 'identity', 'scripting', 'activeTab', 'alarms', 'notifications'],
    host_permissions: ['http://127.0.0.1:4000/*'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'Công vụ' },
    storage: { managed_schema: 'managed-schema.json' },
    // One static address; `use_dynamic_url` does not hide the id and stays silent under COEP.
    web_accessible_resources: [{ resources: ['frame.html'], matches: ['http://*/*', 'https://*/*'] }],
    content_security_policy: {
      // connect-src is as wide as the optional permissions: the office's address is known only in the options.
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https: http:; base-uri 'none'; form-action 'none'",
    },
  },
});
