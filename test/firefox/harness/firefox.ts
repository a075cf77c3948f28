import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import manifestKey from '../../../extension/manifest-key.json' with { type: 'json' };
import { type BidiConnection, connectBidi } from './bidi.ts';
import { createPreferences } from './preferences.ts';
import { createTab, type Tab } from './tab.ts';

/** Milliseconds until a Firefox names the address of its remote end; a busy machine gets time. */
const readyWithin = 60_000;

export interface Firefox {
  /** Of the browser itself, e.g. "153.7.0". */
  readonly version: string;
  /** An address inside the extension, e.g. `extensionPage('dashboard.html')`. */
  extensionPage(path: string): string;
  openTab(address: string): Promise<Tab>;
  /** Every tab that is open now, the sign-in's window among them. */
  tabs(): Promise<readonly Tab[]>;
  /** The browser's own window, where its prompts and its sidebar are. */
  window(): Promise<Tab>;
  close(): Promise<void>;
}

type Tree = { readonly contexts: readonly { readonly context: string }[] };

/**
 * Debian's Firefox ESR, headless, with an empty profile and the unpacked extension, driven by its own WebDriver BiDi.
 *
 * System access lets the test press the browser's own buttons (a permission's prompt) as a person would.
 */
export async function openFirefox(extensionPath: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'congvu-firefox-'));
  const uuid = randomUUID();
  await writeFile(join(profile, 'user.js'), createPreferences(manifestKey.firefoxId, uuid));
  const child = spawn(
    '/usr/bin/firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access'],
    // A home of its own: it is not for a test to write into that of whoever runs it.
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connection = await connectBidi(await listeningAddress(child));
  const { capabilities } = await connection.send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  await connection.send('webExtension.install', { extensionData: { type: 'path', path: extensionPath } });
  const contexts = async (scope: Readonly<Record<string, string>>): Promise<readonly Tab[]> =>
    (await connection.send<Tree>('browsingContext.getTree', { maxDepth: 0, ...scope })).contexts.map(({ context }) =>
      createTab(connection, context),
    );
  return {
    version: capabilities.browserVersion,
    extensionPage: (path) => `moz-extension://${uuid}/${path}`,
    openTab: async (address) => {
      const { context } = await connection.send<{ context: string }>('browsingContext.create', { type: 'tab' });
      await connection.send('browsingContext.setViewport', { context, viewport: { width: 1440, height: 900 } });
      const tab = createTab(connection, context);
      await tab.goto(address);
      return tab;
    },
    tabs: () => contexts({}),
    window: async () => {
      const [window] = await contexts({ 'moz:scope': 'chrome' });
      if (window === undefined) throw new Error('the browser has no window');
      return window;
    },
    close: async () => {
      await endSession(connection);
      await exited;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function endSession(connection: BidiConnection): Promise<void> {
  await connection.send('browser.close', {});
  connection.close();
}

function listeningAddress(child: ChildProcess): Promise<string> {
  const { stderr } = child;
  if (stderr === null) throw new Error('the browser has no standard error');
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Firefox named no address\n${said.join('\n')}`)), readyWithin);
    child.once('error', (error) => reject(new Error('Firefox did not start', { cause: error })));
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}\n${said.join('\n')}`)));
    createInterface({ input: stderr }).on('line', (line) => {
      said.push(line);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
