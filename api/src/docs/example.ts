import { readdirSync, readFileSync } from 'node:fs';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { addMonths } from '@congvu/schema/primitives/local-date';
import { periodOf, previous } from '@congvu/schema/primitives/period';
import type { LocalisedText } from '@congvu/schema/texts';
import { isPurpose, type Purpose } from '../access/purpose.ts';

/** One operation that runs as it stands against the demonstration: its file says by whom, what for, and what it shows. */
export interface Example {
  /** File name without its number and ending: a part of an address. */
  readonly name: string;
  /** User name of a demonstration account. */
  readonly account: string;
  readonly purpose: Purpose;
  readonly title: LocalisedText;
  /** As JSON text with the days of today in place; null for none. */
  readonly variables: string | null;
  readonly query: string;
}

const FOLDER = new URL('./examples/', import.meta.url);

/** Every example in the order of its file's number. Throws for a file whose head does not say what it must. */
export function loadExamples(today: LocalDate): readonly Example[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()
    .map((file) => readExample(file, readFileSync(new URL(file, FOLDER), 'utf8'), today));
}

const HEAD_LINE = /^# (account|purpose|vi|en|variables): (.+)$/;

/** Reads the lines at the head of a file, "# account: nhansu", and what follows them. */
export function readExample(file: string, text: string, today: LocalDate): Example {
  const lines = text.trimEnd().split('\n');
  const head = new Map<string, string>();
  let place = 0;
  for (; place < lines.length; place += 1) {
    const [, key, value] = HEAD_LINE.exec(lines[place] ?? '') ?? [];
    if (key === undefined || value === undefined) break;
    head.set(key, value);
  }
  const { account, purpose, vi, en } = Object.fromEntries(head);
  if (account === undefined || purpose === undefined || vi === undefined || en === undefined)
    throw new Error(`${file}: account, purpose, vi and en are needed`);
  if (!isPurpose(purpose)) throw new Error(`${file}: there is no purpose ${purpose}`);
  const variables = head.get('variables');
  return {
    name: file.replace(/^\d+-/, '').replace(/\.graphql$/, ''),
    account,
    purpose,
    title: { vi, en },
    variables: variables === undefined ? null : inTime(variables, today),
    query: lines.slice(place).join('\n'),
  };
}

/** Days and periods of an example move on with today, so that it shows something at any time. */
function inTime(variables: string, today: LocalDate): string {
  const month = periodOf(today);
  return variables
    .replaceAll('@previousMonth', previous(month))
    .replaceAll('@month', month)
    .replaceAll('@year', periodOf(today, 'YEAR'))
    .replaceAll('@inAMonth', addMonths(today, 1))
    .replaceAll('@today', today);
}
