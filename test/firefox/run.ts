/**
 * `pnpm test:firefox`: lints the Firefox package, then lives the story in Debian's Firefox ESR with the real server.
 *
 * Not part of the test command: it installs another browser and Mozilla's linter.
 */
import { installPackages } from '../config/install-packages.ts';
import { runStage } from '../config/run-stage.ts';
import { lintPackage } from './lint.ts';

const pnpm = (filter: string, ...script: string[]) => ['pnpm', ['--filter', filter, 'run', ...script]] as const;

try {
  await runStage('Firefox ESR and its Vietnamese', () =>
    installPackages('The story in Firefox', [
      { file: '/usr/bin/firefox-esr', package: 'firefox-esr' },
      { file: '/usr/share/doc/firefox-esr-l10n-vi/copyright', package: 'firefox-esr-l10n-vi' },
    ]),
  );
  await runStage('generated code: database client', ...pnpm('@congvu/prisma', 'generate'));
  await runStage('generated code: extension', ...pnpm('@congvu/extension', 'generate'));
  await runStage('package for Firefox', ...pnpm('@congvu/extension', 'build', '--browser=firefox'));
  const folder = 'test/firefox/linter';
  const locked = ['install', '--ignore-workspace', '--ignore-scripts', '--frozen-lockfile'];
  await runStage('web-ext', 'pnpm', locked, folder);
  await runStage('lint', lintPackage);
  await runStage('story', 'vitest', ['run'], 'test/firefox');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
