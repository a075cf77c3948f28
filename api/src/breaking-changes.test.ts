import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareWithReleased, decidedChangesShape } from './breaking-changes.ts';
import { printedSchema } from './print-schema.ts';
import { DECIDED_CHANGES, RELEASED_SCHEMA } from './release-schema.ts';

describe('the schema of today', () => {
  const decided = decidedChangesShape.parse(JSON.parse(readFileSync(DECIDED_CHANGES, 'utf8')));
  const gate = compareWithReleased(readFileSync(RELEASED_SCHEMA, 'utf8'), printedSchema(), decided);

  test('breaks nothing of the released one that schema/breaking-changes.json does not name with its reason', () => {
    expect(gate.undecided).toEqual([]);
  });

  test('names no change there that is none', () => expect(gate.stale).toEqual([]));
});

describe('the gate', () => {
  const released = 'type Query { score(code: String): Int! level: Level } enum Level { GOOD BAD } type Old { a: Int }';

  test.each([
    [
      'a field removed',
      'type Query { score(code: String): Int! } enum Level { GOOD BAD } type Old { a: Int }',
      'FIELD_REMOVED',
    ],
    ['a field that may be null', released.replace('Int!', 'Int'), 'FIELD_CHANGED_KIND'],
    ['an argument that must be given', released.replace('code: String', 'code: String!'), 'ARG_CHANGED_KIND'],
    ['a word of a list removed', released.replace('GOOD BAD', 'GOOD'), 'VALUE_REMOVED_FROM_ENUM'],
    ['a type removed', released.replace('type Old { a: Int }', ''), 'TYPE_REMOVED'],
  ])('names %s', (_name, present, type) => {
    const { undecided } = compareWithReleased(released, present, []);
    expect(undecided.map((change) => change.split(':')[0])).toContain(type);
    const decided = undecided.map((change) => ({ change, reason: 'nobody asked for it', path: 'ask for the other' }));
    expect(compareWithReleased(released, present, decided)).toEqual({ undecided: [], stale: [] });
    expect(compareWithReleased(released, released, decided).stale).toEqual(undecided);
  });

  test('lets through what adds: a field, a type, an optional argument', () => {
    const present = released
      .replace('level: Level', 'level: Level new(kind: String): Fresh')
      .concat(' type Fresh { b: Int }');
    expect(compareWithReleased(released, present, [])).toEqual({ undecided: [], stale: [] });
  });
});
