import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationAccounts } from '@congvu/prisma/seed/accounts';
import { repository } from '../../architecture/repository.ts';

/** What a command printed and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `congvu` as an office would, with its standard input. */
export async function runCongvu(
  words: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [join(repository, 'api/src/cli/congvu.ts'), ...words], {
    cwd: repository,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** Somebody at a terminal, with a session of his own. */
export interface Clerk {
  readonly userName: string;
  readonly token: string;
  /** Sends `year/<operation>.graphql` by `congvu call`; throws with the command's own words where it was refused. */
  call<Data>(operation: string, variables: Readonly<Record<string, unknown>>): Promise<Data>;
  /** What the command told of a refusal, the answer with its fields included; throws where it was not refused. */
  refused(operation: string, variables: Readonly<Record<string, unknown>>): Promise<string>;
}

/** Signs an account of the demonstration in from the command line. */
export async function signInAtTerminal(userName: string): Promise<Clerk> {
  const account = demonstrationAccounts.find((one) => one.userName === userName);
  if (account === undefined) throw new Error(`the demonstration has no account ${userName}`);
  const signedIn = await runCongvu(['sign-in', '--user', userName], account.password);
  if (signedIn.code !== 0) throw new Error(`${userName} could not sign in: ${signedIn.stderr}`);
  const token = signedIn.stdout.trim();
  return {
    userName,
    token,
    call: async <Data>(operation: string, variables: Readonly<Record<string, unknown>>) => {
      const { code, stdout, stderr } = await send(token, operation, variables);
      if (code !== 0) throw new Error(`${userName}: ${operation} ${JSON.stringify(variables)}\n${stderr}\n${stdout}`);
      // What an operation asked for, as its caller reads it.
      return (JSON.parse(stdout) as { readonly data: Data }).data;
    },
    refused: async (operation, variables) => {
      const { code, stdout, stderr } = await send(token, operation, variables);
      if (code === 0) throw new Error(`${userName} was not refused: ${operation}\n${stdout}`);
      return `${stderr}\n${stdout}`;
    },
  };
}

async function send(token: string, operation: string, variables: Readonly<Record<string, unknown>>): Promise<Ran> {
  const directory = await mkdtemp(join(tmpdir(), 'congvu-call-'));
  const file = join(directory, 'variables.json');
  try {
    await writeFile(file, JSON.stringify(variables));
    const document = join(import.meta.dirname, '../year', `${operation}.graphql`);
    return await runCongvu(['call', document, '--variables', file, '--purpose', 'CLASSIFY', '--token', token]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
