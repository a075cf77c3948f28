/**
 * `pnpm test:redmine`: the story in Debian's Redmine, a tracking system with a documents module that nobody of this project wrote.
 *
 * Not part of the test command: it installs Redmine, which needs root and a hundred packages of Ruby.
 */
import { installBrowser } from '../config/install-browser.ts';
import { installPackages } from '../config/install-packages.ts';
import { runStage } from '../config/run-stage.ts';
import { bundlerOfDebian } from './redmine.ts';

const pnpm = (filter: string, script: string) => ['pnpm', ['--filter', filter, 'run', script]] as const;

try {
  if (process.getuid?.() !== 0) throw new Error('Redmine runs as the user www-data here: start this as root');
  await runStage('browser and virtual screen', installBrowser);
  await runStage('Redmine', () =>
    installPackages(
      'The story in Redmine',
      [
        { file: '/usr/share/doc/redmine-sqlite/copyright', package: 'redmine-sqlite' },
        { file: '/etc/redmine/default/database.yml', package: 'redmine' },
        { file: '/usr/share/doc/ruby-webrick/copyright', package: 'ruby-webrick' },
      ],
      bundlerOfDebian,
    ),
  );
  await runStage('generated code: database client', ...pnpm('@congvu/prisma', 'generate'));
  await runStage('generated code: extension', ...pnpm('@congvu/extension', 'generate'));
  await runStage('extension', ...pnpm('@congvu/extension', 'build'));
  await runStage('story', 'vitest', ['run'], 'test/redmine');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
