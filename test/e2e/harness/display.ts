import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A virtual screen: Chromium asks for a site's permission in a native prompt, which no headless mode can answer. */
export interface Display {
  readonly name: string;
  /** Types keys as a person at this screen would, e.g. `press('Tab', 'Return')`. */
  press(...keys: string[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts Xvfb on a free display number, which the server itself chooses. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine(server)}`;
  const environment = { ...process.env, DISPLAY: name };
  return {
    name,
    press: async (...keys) => {
      await run('xdotool', ['key', '--delay', '120', ...keys], { env: environment });
    },
    close: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
    },
  };
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error('Xvfb did not start: apt-get install -y xvfb', { cause: error })));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it named its display`)));
    server.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
}
