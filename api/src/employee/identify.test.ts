import { readingsOfName } from '@congvu/schema/same-name';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../limits/limits.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
interface Person {
  readonly code: string;
  readonly name: string;
  readonly user_name: string;
  readonly email: string;
}
let people: readonly Person[];

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<Person>(
    `select e.code, e.name, e.user_name, e.email from congvu.employee e join congvu.assignment a on a.employee_id = e.id
     where a.valid_to is null and e.email is not null and e.user_name is not null
       and (select count(*) from congvu.employee o where o.search_key = e.search_key) = 1
       and array_length(string_to_array(e.name, ' '), 1) = 3
     order by e.code limit 100`,
  );
  people = rows;
});
afterAll(() => office?.close());

async function identify(keys: readonly string[]) {
  office.statements.length = 0;
  const answer = await office.as('nhansu')(
    'query Q($keys: [String!]!) { identify(keys: $keys) { key state matches { code } } }',
    { keys },
  );
  return {
    ...answer,
    codes: (answer.data?.identify ?? []).map(
      ({ matches }: { matches: { code: string }[] }) => matches[0]?.code ?? null,
    ),
    statements: office.statements.filter((text) => text.includes('congvu.identify')).length,
  };
}

/** Given name, family, middle: as three of seven observed systems print it. */
function givenFirst({ name }: Person): string {
  const [family = '', middle = '', given = ''] = name.split(' ');
  return `${given} ${family} ${middle}`;
}

describe('a page’s worth of keys', () => {
  test('is answered by one statement, whatever names the people', async () => {
    expect(people.length).toBe(100);
    const forms: readonly ((person: Person) => string)[] = [
      ({ code }) => code,
      ({ user_name }) => user_name.toUpperCase(),
      ({ email }) => email.toUpperCase(),
      ({ name }) => `Ông ${name.normalize('NFD').toUpperCase()}`,
      ({ name }) => ` ${name.replaceAll(' ', '\u00A0 ')} `,
    ];
    const asked = people.map((person, index) => ({ person, key: forms[index % forms.length]?.(person) ?? '' }));
    const { codes, statements, errors } = await identify(asked.map(({ key }) => key));
    expect(errors).toEqual([]);
    expect(codes).toEqual(asked.map(({ person }) => person.code));
    expect(statements).toBe(1);
  });

  test('holds each reading of a name printed given name first, and still is one', async () => {
    const keys = people.map((person) => readingsOfName(givenFirst(person), 'GIVEN_FIRST'));
    const { data, statements } = await identify(keys.flat());
    expect(statements).toBe(1);
    const found = new Set(
      data.identify.flatMap(({ matches }: { matches: { code: string }[] }) => matches.map(({ code }) => code)),
    );
    expect(people.filter(({ code }) => !found.has(code))).toEqual([]);
  });

  test('is at most 500 keys', async () => {
    const keys = Array.from(
      { length: LIMITS.identifyKeys },
      (_each, index) => people[index % people.length]?.code ?? '',
    );
    const full = await identify(keys);
    expect({ count: full.codes.length, statements: full.statements }).toEqual({ count: 500, statements: 1 });
    const { errors } = await identify([...keys, 'AB0001']);
    expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'identifyKeys', given: 501 });
  });

  test('may hold what no name is, and is answered', async () => {
    const odd = [
      '',
      ' ',
      '\0',
      `${people[0]?.code}\0`,
      '\ud800',
      "'; drop table employee; --",
      '%',
      'a'.repeat(5_000),
      '@',
      '\u202e',
    ];
    const { codes, errors } = await identify([...odd, people[0]?.code ?? '']);
    expect(errors).toEqual([]);
    expect(codes).toEqual([...odd.map(() => null), people[0]?.code]);
  });
});
