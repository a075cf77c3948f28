import 'wxt/browser';

/** WXT narrows addresses to generated names; ours are checked by the tests of the built extension instead. */
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}
