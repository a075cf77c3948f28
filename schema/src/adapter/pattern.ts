import { z } from 'zod';

/** `(`, `)`, `|`, a quantifier, a class or any other character; escapes in one piece. */
const tokens = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||[*+?]|\{\d+(?:,\d*)?\}|[\s\S]/gu;

const isRepetition = (token: string): boolean => /^(?:[*+]|\{(?!1\}))/.test(token) && token !== '{0,1}';

/**
 * "(a+)+", "((a+))*" and "(a|ab)*" take exponential time on a text a hostile page chooses: a group that repeats or has alternatives
 * must not be repeated itself.
 */
const repeatsRepetition = (pattern: string): boolean => {
  const groups = [{ repeats: false }];
  let closed: { repeats: boolean } | null = null;
  for (const [token] of pattern.matchAll(tokens)) {
    const group = groups.at(-1);
    if (!group) return true;
    if (isRepetition(token)) {
      if (closed?.repeats) return true;
      group.repeats = true;
    }
    closed = null;
    if (token === '|' && groups.length > 1) group.repeats = true;
    if (token.startsWith('(')) groups.push({ repeats: false });
    if (token !== ')') continue;
    closed = groups.pop() ?? null;
    const outer = groups.at(-1);
    if (closed?.repeats && outer) outer.repeats = true;
  }
  return false;
};

/** What may stand for nearly any character. Of figures alone, "/([0-9]+)/([0-9]+)", more may repeat. */
const isBroad = (token: string | undefined): boolean => token === undefined || /^(?:\.|\[\^|\\[SWDwpP]|\))/.test(token);

/** Three broad stretches without an end, ".*.*.*x", try each way to share out a text; two are enough for any field. */
const mostBroad = 2;
const mostUnbounded = 6;

const staysCheap = (pattern: string): boolean => {
  let broad = 0;
  let unbounded = 0;
  let before: string | undefined;
  for (const [token] of pattern.matchAll(tokens)) {
    if (/^(?:[*+]|\{\d+,\})$/.test(token)) {
      unbounded++;
      if (isBroad(before)) broad++;
    }
    before = token;
  }
  return broad <= mostBroad && unbounded <= mostUnbounded;
};

const compiles = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

/**
 * A regular expression as text, flag "u", matched against at most 2,000 characters. Where one group stands, its content is
 * the value, else the whole match.
 */
export const patternShape = z
  .string()
  .min(1)
  .max(200)
  .refine(compiles, 'does not compile')
  .refine((pattern) => !repeatsRepetition(pattern), 'repeats a repetition')
  .refine(staysCheap, 'repeats without end too often');
