import { installPackages } from './install-packages.ts';

/** Debian's Chromium, the virtual screen and the keys for its native prompts. */
export function installBrowser(): Promise<void> {
  return installPackages('The tests in the browser', [
    { file: '/usr/bin/chromium', package: 'chromium' },
    { file: '/usr/bin/Xvfb', package: 'xvfb' },
    { file: '/usr/bin/xdotool', package: 'xdotool' },
  ]);
}
