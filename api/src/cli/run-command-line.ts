import { inspect, parseArgs } from 'node:util';
import { domainError } from '@congvu/schema/errors';
import { DEFAULT_LOCALE, describeError, LOCALES, type Locale } from '@congvu/schema/texts';
import { findDomainError } from '../failure.ts';
import { type Command, type CommandInput, misuse, type Terminal } from './command.ts';
import { commands } from './commands.ts';

/** Exit codes: done; failed, with a code on standard error; not understood. */
const DONE = 0;
const FAILED = 1;
const MISUSED = 2;

const commonOptions = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  trace: { type: 'boolean' },
} as const;

/**
 * Runs `congvu <command> …` and answers its exit code.
 *
 * An error is one line on standard error: its code and a sentence, or an object with both under `--json`; `--trace` adds
 * where it came from.
 */
export async function runCommandLine(
  words: readonly string[],
  streams: Pick<Terminal, 'input' | 'print' | 'note'>,
): Promise<number> {
  const terminal: Terminal = {
    get input() {
      return streams.input;
    },
    print: streams.print,
    note: streams.note,
    locale: readLocale(words),
    isJson: words.includes('--json'),
    isTracing: words.includes('--trace'),
  };
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.print(overview(terminal.locale));
    return name === undefined ? MISUSED : DONE;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) return report(misuse(name), terminal);
  try {
    const { command } = await entry.load();
    const input = readInput(command, rest);
    const language = input.options.lang;
    if (language !== undefined && language !== terminal.locale) throw misuse(`--lang ${String(language)}`);
    if (input.options.help === true) {
      terminal.print(helpOf(name, command, terminal.locale));
      return DONE;
    }
    return await command.run(input, terminal);
  } catch (error) {
    return report(error, terminal);
  }
}

function readInput(command: Command, words: readonly string[]): CommandInput {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...command.options, ...commonOptions },
      allowPositionals: true,
    });
    return { words: positionals, options: values };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw misuse(/'(.+?)'/.exec(error.message)?.[1] ?? words.join(' '));
  }
}

/** Read before anything else can fail, so that the failure speaks the asked language. */
function readLocale(words: readonly string[]): Locale {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = words[at]?.startsWith('--lang=') ? words[at]?.slice('--lang='.length) : words[at + 1];
  return at < 0 ? DEFAULT_LOCALE : (LOCALES.find((locale) => locale === asked) ?? DEFAULT_LOCALE);
}

function report(thrown: unknown, terminal: Terminal): number {
  const error = findDomainError(thrown) ?? domainError('INTERNAL', { requestId: null });
  const message = describeError(error, terminal.locale).replaceAll('\n', ' ');
  // What nobody foresaw is told as far as one line goes: whoever runs a command line is who can look after it.
  const cause = error.code === 'INTERNAL' ? String(thrown).replaceAll(/\s+/g, ' ') : null;
  terminal.note(
    terminal.isJson
      ? JSON.stringify({ error: { code: error.code, message, ...(cause === null ? {} : { cause }) } })
      : `congvu: ${error.code}: ${message}${cause === null ? '' : ` (${cause})`}`,
  );
  if (terminal.isTracing && thrown instanceof Error) terminal.note(inspect(thrown));
  return error.code === 'USAGE_INVALID' ? MISUSED : FAILED;
}

function overview(locale: Locale): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary[locale]}`);
  const [usage, more] =
    locale === 'vi'
      ? ['Cách dùng: congvu <lệnh> [tuỳ chọn]', 'congvu <lệnh> --help giải thích từng lệnh.']
      : ['Usage: congvu <command> [options]', 'congvu <command> --help explains each one.'];
  return [usage, '', ...lines, '', `${more}  --json  --lang vi|en  --trace`].join('\n');
}

function helpOf(name: string, command: Command, locale: Locale): string {
  const usage = locale === 'vi' ? 'Cách dùng' : 'Usage';
  return [`${usage}: congvu ${name} ${command.usage}`.trimEnd(), '', command.help[locale]].join('\n');
}
