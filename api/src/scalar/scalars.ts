import { toText } from '@congvu/schema/primitives/rational';
import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { builder } from '../builder.ts';

// Shape is checked where a value is used, by the zod shapes of the domain: there a bad date becomes a field error of the
// union with a path, here it could only be one sentence in English about the whole request.
function text(name: string) {
  return (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} is written as a string.`, { extensions: { code: 'BAD_REQUEST' } });
  };
}

builder.scalarType('LocalDate', {
  description: 'A calendar date in Asia/Ho_Chi_Minh, "2026-11-25". Without a time and without a zone.',
  serialize: (value) => value,
  parseValue: text('LocalDate'),
});

builder.scalarType('Period', {
  description: 'A month "2026-10", a quarter "2026-Q4" or a year "2026" (Nghị định 335/2025/NĐ-CP art. 3(4)).',
  serialize: (value) => value,
  parseValue: text('Period'),
});

builder.scalarType('DateTime', {
  description: 'An instant in UTC, ISO 8601 with milliseconds: "2026-11-25T01:30:00.000Z".',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => {
    const instant = new Date(text('DateTime')(value));
    if (Number.isNaN(instant.getTime())) throw new GraphQLError('DateTime is not an ISO 8601 instant.');
    return instant;
  },
});

builder.scalarType('JSON', {
  description: 'A JSON value, at most 32 levels deep. Which one, the field says.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (isDeeperThan(value, DEEPEST_JSON))
      throw new GraphQLError('JSON is nested too deep.', { extensions: { code: 'BAD_REQUEST' } });
    return value;
  },
});

/** What walks it afterwards may recurse. An adapter has about ten levels. */
const DEEPEST_JSON = 32;

function isDeeperThan(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  return false;
}

builder.scalarType('Exact', {
  description:
    'An exact number as text: whole ("94") or a fraction in lowest terms ("263/3"). Input may also have decimals ("4.5"); no exponent, no comma. Never a float.',
  serialize: (value) => toText(value),
  parseValue: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : text('Exact')(value),
  parseLiteral: (node: ValueNode) => {
    // A literal's own text is exact, also 4.5.
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return node.value;
    throw new GraphQLError('Exact is written as a string.', { extensions: { code: 'BAD_REQUEST' } });
  },
});
