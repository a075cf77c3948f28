import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { deprecatedUses } from './deprecated-uses.ts';

const schema = buildSchema(`
  type Query { people(filter: Filter, sort: Sort, all: Boolean @deprecated(reason: "Use \`filter\`.")): [Person!]! old: Int @deprecated(reason: "Ask nothing") }
  type Person { name: String title: String @deprecated(reason: "Use \`post\`.") post: String boss: Person }
  input Filter { unit: String @deprecated(reason: "Use \`within\`.") within: String inner: [Filter!] level: Sort }
  enum Sort { NAME AGE @deprecated(reason: "Use \`NAME\`.") }
`);

const uses = (query: string, variables = {}) =>
  deprecatedUses(schema, parse(query), variables).map(({ path, use }) => `${path} → ${use}`);

describe('what an operation uses that will go', () => {
  test.each([
    ['{ people { name } }', []],
    ['{ people { title } }', ['Person.title → post']],
    ['{ people { boss { boss { title } } title } }', ['Person.title → post']],
    ['{ alias: old }', ['Query.old → Ask nothing']],
    ['{ people(all: true) { name } }', ['Query.people(all:) → filter']],
    ['{ people(sort: AGE) { name } }', ['Sort.AGE → NAME']],
    ['{ people(filter: { unit: "H99" }) { name } }', ['Filter.unit → within']],
    [
      '{ people(filter: { inner: [{ unit: "H99", level: AGE }] }) { name } }',
      ['Filter.unit → within', 'Sort.AGE → NAME'],
    ],
    ['{ people { ...P } } fragment P on Person { boss { title } }', ['Person.title → post']],
  ])('%s', (query, expected) => expect(uses(query)).toEqual(expected));

  test.each([
    [{ filter: { within: 'H99' } }, []],
    [{ filter: { unit: 'H99' } }, ['Filter.unit → within']],
    [{ filter: { inner: { unit: 'H99' } } }, ['Filter.unit → within']],
    [{ sort: 'AGE' }, ['Sort.AGE → NAME']],
    [{ sort: null, filter: null }, []],
  ])('by variables %j', (variables, expected) => {
    expect(
      uses('query Q($filter: Filter, $sort: Sort) { people(filter: $filter, sort: $sort) { name } }', variables),
    ).toEqual(expected);
  });

  test('is asked anew for each request, though a document is walked once', () => {
    const document = parse('query Q($sort: Sort) { people(sort: $sort) { title } }');
    expect(deprecatedUses(schema, document, { sort: 'AGE' })).toHaveLength(2);
    expect(deprecatedUses(schema, document, { sort: 'NAME' })).toHaveLength(1);
  });
});
