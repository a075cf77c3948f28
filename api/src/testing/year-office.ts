import { expect } from 'vitest';
import { type ApiOffice, newKey, openApiOffice, type QueryData } from './api-office.ts';
import { type AgencyPerson, closeMonths, everyMonth, peopleOfAgency } from './closed-months.ts';

export const AGENCY = 'H99.01';
export const YEAR = 2026;

/** What a mutation of the year answered: its member of the union, as far as the test asked. */
export interface Acted {
  readonly result: QueryData;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** The demonstration with ten closed months of one agency; `provinceHead` decides for the managing agency. */
export interface YearOffice extends ApiOffice {
  readonly people: readonly AgencyPerson[];
  readonly provinceHead: string;
  /** Carries out a mutation by its name with a new key. */
  act(userName: string, name: string, answer: string, input: object, headers?: Record<string, string>): Promise<Acted>;
  /** Asks and expects no error. */
  read(userName: string, query: string, variables?: object): Promise<QueryData>;
  /** A person's year as somebody sees it, with these fields. */
  yearOf(userName: string, code: string, fields?: string): Promise<QueryData>;
  codeOf(userName: string): string;
}

const FAILURE = '... on InvalidInputError { fields { path code message } } ... on DomainError { code message }';

export async function openYearOffice(
  totalOf: (person: AgencyPerson, index: number) => number | null,
  now?: () => Date,
): Promise<YearOffice> {
  const office = await openApiOffice(now);
  const { ownerPool } = office;
  const people = await peopleOfAgency(ownerPool, AGENCY);
  const totals = people.flatMap((person, index) => {
    const total = totalOf(person, index);
    return total === null ? [] : [[person.employeeId, everyMonth(total, 10)] as const];
  });
  await closeMonths(ownerPool, YEAR, new Map(totals));

  const headers = { 'x-purpose': 'CLASSIFY' };
  const read: YearOffice['read'] = async (userName, query, variables = {}) => {
    const { data, errors } = await office.as(userName)(query, variables, headers);
    expect(errors).toEqual([]);
    return data;
  };
  return {
    ...office,
    people,
    provinceHead: 'chutich',
    codeOf: (userName) => people.find((person) => person.userName === userName)?.code ?? 'nobody',
    act: async (userName, name, answer, input, more = {}) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer} ${FAILURE} } }`;
      const variables = { input: { idempotencyKey: newKey(), ...input } };
      const { data, errors } = await office.as(userName)(query, variables, { ...headers, ...more });
      return { result: data?.[name] ?? null, errors };
    },
    read,
    yearOf: async (userName, code, fields = '') => {
      const query = `query Q($code: String!, $year: Int!) { employee(code: $code) { classification(year: $year) {
        id state rowRevision revision current proposal proposedLevel scoreLevel flags meanDisplay workedMonths ${fields}
        decision { level notClassified number decidedOn reason overrideDocument } } } }`;
      return (await read(userName, query, { code, year: YEAR })).employee.classification;
    },
  };
}
