import { hash } from 'node:crypto';
import { domainError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { isPlaceOf } from './cursor-key.ts';
import type { ListStatement, OrderKey } from './page.ts';
import type { Sql } from './sql.ts';

// A cursor is "<tag>.<keys>": the tag says which list it is of, the keys where in it. A place in a list by name means nothing
// in one by code, or in one whose filter was changed meanwhile: taken there, it would leave rows out without a word.

/** 48 bits: whether two lists of one caller are the same, not a secret. The keys are checked whatever the tag says. */
const TAG_LENGTH = 8;

/** Stands for the day of the request: a list that goes on past midnight is the same list. */
const TODAY = '\u0000today';

const tags = new WeakMap<ListStatement, string>();

/** The tag of a list: its source, its conditions with their values, its order and direction. */
export function listTag(context: Pick<Context, 'today' | 'now'>, list: ListStatement): string {
  let tag = tags.get(list);
  if (tag === undefined) {
    const said = ({ strings, values }: Sql) => [strings, values.map((value) => timeless(context, value))];
    tag = questionTag([
      said(list.from),
      list.conditions.map(said),
      list.order.map(({ expression }) => expression),
      list.descending ?? false,
    ]);
    tags.set(list, tag);
  }
  return tag;
}

/** The tag of the same list below one parent. */
export function childTag(tag: string, parentId: string): string {
  return questionTag([tag, parentId]);
}

/** The tag of a list that is no statement: of all that decides which rows it has and in what order. */
export function questionTag(question: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(question), 'base64url').slice(0, TAG_LENGTH);
}

function timeless(context: Pick<Context, 'today' | 'now'>, value: unknown): unknown {
  const isNow = value instanceof Date && value.getTime() === context.now.getTime();
  return value === context.today || isNow ? TODAY : value;
}

export function toCursor(tag: string, keys: readonly string[]): string {
  return `${tag}.${Buffer.from(JSON.stringify(keys), 'utf8').toString('base64url')}`;
}

/** The place a cursor names in a list of this tag. Errors: CURSOR_FOREIGN for one of another list, BAD_REQUEST for none of ours. */
export function parseCursor(
  context: Pick<Context, 'locale'>,
  cursor: string,
  order: readonly Pick<OrderKey, 'type'>[],
  tag: string,
): readonly string[] {
  if (!cursor.startsWith(`${tag}.`)) throw requestError(domainError('CURSOR_FOREIGN'), context.locale);
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor.slice(TAG_LENGTH + 1), 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string') && isPlaceOf(order, keys)) return keys;
  } catch {
    // Falls through: whatever is wrong with it, it is not a cursor of ours.
  }
  throw requestError(domainError('BAD_REQUEST'), context.locale);
}
