import { expect } from 'vitest';
import { type ApiOffice, newKey, openApiOffice, type QueryData } from './api-office.ts';
import type { Acted } from './year-office.ts';

const FAILURE = '... on InvalidInputError { fields { path code message } } ... on DomainError { code message }';
export const ACT = `... on Violation { id revision state dueOn latestOn overdue sealed extendedTo actions countedYear
  deferrals { id kind from to } limitation { form until certainty } decisions { id } }`;
export const DECISION = `... on DisciplineDecision { id revision form party state effectiveTo sourceCertainty actions
  acts { id state } effects { kind from to months certainty instrument } supersedes { id state } complaint { outcome } }`;

/** The demonstration as personnel keeps its discipline; `code` is "chuyenvien", `other` a colleague, both without a decision. */
export interface DisciplineOffice extends ApiOffice {
  readonly code: string;
  readonly other: string;
  /** Carries out a mutation by its name with a new key. */
  act(userName: string, name: string, answer: string, input: object, locale?: string): Promise<Acted>;
  /** Asks and expects no error. */
  read(userName: string, query: string, variables?: object): Promise<QueryData>;
  /** Opens an act of "chuyenvien" of September. */
  openAct(changes?: object, userName?: string): Promise<Acted>;
  /** Decides a reprimand of November. */
  decide(changes: object, userName?: string): Promise<Acted>;
}

export async function openDisciplineOffice(): Promise<DisciplineOffice> {
  const office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string; user_name: string }>(
    `select e.code, u.user_name from congvu.employee e join congvu.user_account u on u.employee_id = e.id
     join congvu.assignment a on a.employee_id = e.id and a.valid_to is null join congvu.unit n on n.id = a.unit_id
     where n.code = 'H99.01.01' and a.post = 'STAFF' and a.subject_type = 'CIVIL_SERVANT' and a.valid_from < '2026-01-01'
       and not exists (select 1 from congvu.discipline_decision d where d.employee_id = e.id) order by u.user_name = 'chuyenvien' desc, e.code`,
  );
  const [own, colleague] = rows;
  if (own?.user_name !== 'chuyenvien' || colleague === undefined) throw new Error('Two people without a decision.');

  const act: DisciplineOffice['act'] = async (userName, name, answer, input, locale = 'vi') => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer} ${FAILURE} } }`;
    const headers = { 'x-purpose': 'DISCIPLINE', 'accept-language': locale };
    const variables = { input: { idempotencyKey: newKey(), ...input } };
    const { data, errors } = await office.as(userName)(query, variables, headers);
    return { result: data?.[name] ?? null, errors };
  };
  return {
    ...office,
    code: own.code,
    other: colleague.code,
    act,
    read: async (userName, query, variables = {}) => {
      const { data, errors } = await office.as(userName)(query, variables, { 'x-purpose': 'DISCIPLINE' });
      expect(errors).toEqual([]);
      return data;
    },
    openAct: (changes = {}, userName = 'nhansu') =>
      act(userName, 'openViolation', ACT, {
        employee: own.code,
        actFrom: '2026-09-02',
        discoveredOn: '2026-10-05',
        relatedToDuty: true,
        degradation: false,
        severity: 'MINOR',
        summary: 'Giải quyết hồ sơ chậm không có lý do',
        ...changes,
      }),
    decide: (changes, userName = 'nhansu') =>
      act(userName, 'recordDisciplineDecision', `${DECISION} ... on DecisionExistsError { decisionNumber decidedOn }`, {
        employee: own.code,
        form: 'REPRIMAND',
        decisionNumber: `${Math.random()}/QĐ`,
        decidedOn: '2026-11-10',
        effectiveFrom: '2026-11-10',
        issuer: 'Giám đốc Sở Nội vụ',
        ...changes,
      }),
  };
}

/** The bad fields an answer names, each with its code. */
export const fieldOf = (answer: Acted): readonly string[] | undefined =>
  answer.result?.fields?.map((field: { path: string; code: string }) => `${field.path} ${field.code}`);

/** In both languages at the same field, each in a sentence of its own. */
export async function expectRefused(
  { act }: DisciplineOffice,
  name: string,
  input: object,
  field: string,
): Promise<void> {
  const messages: string[] = [];
  for (const locale of ['vi', 'en']) {
    const answer = await act('nhansu', name, '', input, locale);
    expect([locale, fieldOf(answer)]).toEqual([locale, [field]]);
    messages.push(answer.result.fields[0].message);
  }
  expect(messages[0]).toMatch(/\p{L}+ \p{L}+.*\.$/u);
  expect(messages[1]).toMatch(/[a-z]+ [a-z]+.*\.$/i);
  expect(messages[0]).not.toBe(messages[1]);
}
