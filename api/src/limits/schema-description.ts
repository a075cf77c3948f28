import { limitTexts } from './limit-texts.ts';
import { LIMITS, type Limits } from './limits.ts';

/** What the schema says of itself to who works from it alone: how to ask, what is refused, and every limit with its value. */
export function schemaDescription(): string {
  // The keys of LIMITS are those of its type.
  const names = Object.keys(LIMITS) as (keyof Limits)[];
  return [
    'Performance of public employees: work, scores, levels, registers, and the summaries made of them.',
    '',
    'Lists are Relay connections: `first` or `last` from 1 to 100, cursors of this very list, `totalCount` of what the asker may see. Exact',
    'numbers are text ("263/3"), days are of Asia/Ho_Chi_Minh. A mutation answers a union: its success, or the domain errors it can meet, each',
    'with a `code`; what is the caller’s fault stands in `errors` with `extensions.code` and `extensions.reason`. `/docs` of the api has',
    'runnable examples, every error and these limits as pages.',
    '',
    'Limits:',
    ...names.map((name) => `- ${name} ${LIMITS[name]}: ${limitTexts[name].en}.`),
    '',
    '`extensions.limits` of each answer says what was used, and `warnings` names what is at four fifths or more; the header x-congvu-warning',
    'names it too. `extensions.deprecated` names what an operation uses that will go; with the header `x-rehearse: deprecations` it is',
    'refused instead.',
  ].join('\n');
}
