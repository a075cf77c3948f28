import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../architecture/repository.ts';

/** What Mozilla's linter says about one place of the package. */
interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

interface Report {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/**
 * Warnings that were looked at and stay, by code and file. Both come from libraries in our pages, which a policy keeps from
 * running what is not in the package (`script-src 'self'`); neither comes from the part that runs in web pages.
 */
const known: readonly { readonly code: string; readonly file: RegExp; readonly reason: string }[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/[\w-]+\.js$/,
    reason: 'react-dom carries its dangerouslySetInnerHTML, which no component of ours uses',
  },
  {
    code: 'DANGEROUS_EVAL',
    file: /^(background|chunks\/[\w-]+)\.js$/,
    reason: 'zod tries once whether it may compile parsers; the policy refuses, and it parses without',
  },
];

const reasonOf = ({ code, file }: Finding): string | null =>
  known.find((one) => one.code === code && one.file.test(file ?? ''))?.reason ?? null;

/** Lints the built Firefox package by web-ext; throws at every error, and at every warning that nobody has looked at. */
export async function lintPackage(): Promise<void> {
  const { errors, warnings } = await runWebExt(join(repository, 'extension/.output/firefox-mv3'));
  for (const warning of warnings)
    console.log(`  ${warning.code} ${warning.file}: ${reasonOf(warning) ?? `NEW: ${warning.message}`}`);
  const open = [...errors, ...warnings.filter((warning) => reasonOf(warning) === null)];
  if (open.length > 0) throw new Error(open.map(({ code, file, message }) => `${code} ${file}: ${message}`).join('\n'));
}

async function runWebExt(source: string): Promise<Report> {
  const program = join(import.meta.dirname, 'linter/node_modules/web-ext/bin/web-ext.js');
  const parameters = [program, 'lint', '--no-config-discovery', '--output=json', `--source-dir=${source}`];
  // It ends with 1 where there are errors, which its report names.
  const text = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, parameters, { maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trim().startsWith('{')) resolve(stdout);
      else reject(new Error(`web-ext did not lint: ${stderr}`, { cause: error }));
    });
  });
  return JSON.parse(text) as Report; // The linter's own format, of which these two lists are read.
}
