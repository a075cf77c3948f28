import { domainError } from '@congvu/schema/errors';
import type { Locale, LocalisedText } from '@congvu/schema/texts';
import { Failure } from '../failure.ts';

/** What a command talks through; tests give their own. */
export interface Terminal {
  readonly locale: Locale;
  /** `--json`: results and errors as JSON, for programs. */
  readonly isJson: boolean;
  /** `--trace`: errors tell where they came from. */
  readonly isTracing: boolean;
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** One line of the answer, or several joined by line feeds. */
  readonly print: (line: string) => void;
  /** One line for the person who waits; never part of the answer. */
  readonly note: (line: string) => void;
}

/** The options of a command beside `--help`, `--json`, `--lang` and `--trace`, as `parseArgs` reads them. */
export type CommandOptions = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
>;

/** What `parseArgs` found: an option given twice has its values in an array. */
export interface CommandInput {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

export interface Command {
  /** Everything after `congvu <command>`, in one line. */
  readonly usage: string;
  readonly help: LocalisedText;
  readonly options: CommandOptions;
  /** Answers the exit code. Throws a Failure to end with one coded error and exit code 1. */
  readonly run: (input: CommandInput, terminal: Terminal) => Promise<number>;
}

/** The text of a string option; null where it is absent. */
export function textOption(input: CommandInput, name: string): string | null {
  const value = input.options[name];
  return typeof value === 'string' ? value : null;
}

/** An argument that is not understood: exit code 2. */
export function misuse(argument: string): Failure {
  return new Failure(domainError('USAGE_INVALID', { argument }));
}

/** Tells the person who waits what is being done; a plain text is passed on as it is. */
export function noteProgress({ note, locale }: Terminal): (text: LocalisedText | string) => void {
  return (text) => note(typeof text === 'string' ? text : `… ${text[locale]}`);
}
