import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerClassifyLine } from './classify-line.ts';
import { agency1Question } from './contract-examples.scenarios.ts';

const CODES = ['NOT_JSON', 'UNKNOWN_KEY', 'MISSING', 'NOT_A_NUMBER', 'OUT_OF_RANGE', 'UNKNOWN_VALUE', 'INCONSISTENT'];

type Path = readonly (string | number)[];

/** Every place of a JSON value, the whole of it first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))];
}

/** A copy with another value at a place; without the place where `value` is undefined. */
function replaceAt(source: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(source)) {
    return source.flatMap((each, index) => {
      if (String(index) !== String(key)) return [each];
      const replaced = replaceAt(each, rest, value);
      return replaced === undefined ? [] : [replaced];
    });
  }
  // Every place but the whole lies in an array or an object.
  const object = source as Readonly<Record<string, unknown>>;
  return { ...object, [key]: replaceAt(object[key], rest, value) };
}

const example: unknown = JSON.parse(agency1Question);
const places = placesIn(example);

it('answers any change of the example by one line, good or with a code of the contract at a place of the line', () => {
  const strange = fc.oneof(
    fc.constant(undefined),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('', '1e3', '-0', '12/0', 'HEAD', 'OUTSTANDING', 13, -1, 1e21, 0.1, [], {}, null, true),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places.slice(1)), strange, (place, value) => {
      const text = answerClassifyLine(JSON.stringify(replaceAt(example, place, value)));
      expect(text).not.toContain('\n');
      const { error, people } = JSON.parse(text) as {
        readonly error?: { readonly code: string; readonly path: string; readonly message: string };
        readonly people?: readonly object[];
      };
      if (error === undefined) {
        expect(people).toBeInstanceOf(Array);
      } else {
        expect(CODES).toContain(error.code);
        // A fault lies at the changed place, above it, within it, or where the change made two things disagree.
        expect(error.path).toMatch(/^(\/[^/]*)*$/);
        if (error.code !== 'INCONSISTENT') {
          const pointer = place.map((part) => `/${part}`).join('');
          const isNear = error.path.startsWith(pointer) || pointer.startsWith(error.path);
          expect(isNear).toBe(true);
        }
        expect(error.message.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

it('answers any text by one line', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(JSON.parse(answerClassifyLine(text))).toHaveProperty('error');
    }),
  );
});
