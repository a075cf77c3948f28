import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getNamedType, isUnionType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  employeeIdOf,
  insertFeedback,
  insertFinding,
  insertInspection,
  insertViolation,
  insertVisit,
  unitIdOf,
} from '../../test/testkit/register-rows.ts';
import { printedSchema } from './print-schema.ts';
import { schema } from './schema.ts';
import { type ApiOffice, newKey, openApiOffice } from './testing/api-office.ts';

describe('the schema', () => {
  test('is the one that is committed', () => {
    const file = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
    expect(readFileSync(file, 'utf8')).toBe(printedSchema());
  });

  test('answers every mutation with a union named after it', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(10);
    for (const field of fields) {
      const type = getNamedType(field.type);
      expect(isUnionType(type), field.name).toBe(true);
      expect(type.name).toBe(`${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Result`);
      expect(isUnionType(type) && type.getTypes().map((member) => member.name)).toContain('IdempotencyConflictError');
    }
  });

  test('describes every type, field and argument', () => {
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || isUnionType(type)) continue;
      expect(type.description, type.name).toBeTruthy();
      if (!('getFields' in type)) continue;
      for (const field of Object.values(type.getFields())) {
        expect(field.description, `${type.name}.${field.name}`).toBeTruthy();
        for (const argument of 'args' in field ? field.args : [])
          expect(argument.description, `${type.name}.${field.name}(${argument.name}:)`).toBeTruthy();
      }
    }
  });
});

describe('what one may not know', () => {
  let office: ApiOffice;
  beforeAll(async () => {
    office = await openApiOffice();
  });
  afterAll(() => office?.close());

  test('is no register of discipline for a manager, an inspector or an administrator', async () => {
    for (const userName of ['quanly', 'thanhtra', 'quantri']) {
      const answer = await office.as(userName)(
        '{ disciplineDecisions(first: 100) { edges { node { employee { userName } } } } }',
      );
      const others = answer.data.disciplineDecisions.edges.filter(
        (edge: { node: { employee: { userName: string } } }) => edge.node.employee.userName !== userName,
      );
      expect(others).toEqual([]);
    }
    const personnel = await office.as('nhansu')('{ disciplineDecisions(first: 100) { edges { node { form } } } }');
    expect(personnel.data.disciplineDecisions.edges.length).toBeGreaterThan(0);
  });

  test('tells "nothing there" from "not for you" on a card', async () => {
    const query =
      '{ employees(first: 1, filter: { unit: "H99.01.01", post: STAFF }) { edges { node { commendations(first: 1) { edges { cursor } } disciplineDecisions(first: 1) { edges { cursor } } } } } }';
    const manager = await office.as('quanly')(query);
    expect(manager.data.employees.edges[0].node).toMatchObject({
      commendations: { edges: expect.any(Array) },
      disciplineDecisions: null,
    });
    const inspector = await office.as('thanhtra')(query);
    expect(inspector.data.employees.edges[0].node).toEqual({ commendations: null, disciplineDecisions: null });
  });

  test('is a sealed act, a draft, a visit to come or an unanswered file about oneself, for whom it is about and for his head', async () => {
    const owner = office.ownerPool;
    const unitId = await unitIdOf(owner, 'H99.01.01');
    const of = { unitId, employeeId: await employeeIdOf(owner, 'chuyenvien') };
    await insertViolation(owner, of, { sealed: true });
    const inspectionId = await insertInspection(
      owner,
      { unitId: await unitIdOf(owner, 'H99') },
      { mode: 'UNANNOUNCED', state: 'RUNNING', started_on: '2026-11-20', ended_on: null },
    );
    await insertVisit(owner, { unitId, inspectionId }, { unannounced: true, visited_on: null, state: 'PLANNED' });
    await insertFinding(owner, { ...of, inspectionId }, { issued_on: null });
    await insertFeedback(owner, of);
    const denunciation = await insertFeedback(owner, of, {
      kind: 'DENUNCIATION',
      state: 'ANSWERED',
      answered_on: '2026-11-12',
      answer_document: '4/TL',
      outcome: 'NOT_UPHELD',
    });
    const lists = `{ inspections(first: 50, filter: { unit: "H99.01.01" }) { edges { node { title } } }
      visits(first: 50, filter: { unit: "H99.01.01" }) { edges { node { state } } }
      findings(first: 50, filter: { unit: "H99.01.01" }) { edges { node { description } } }
      violations(first: 50, filter: { unit: "H99.01.01" }) { edges { node { summary } } } }`;
    const nothing = { edges: [] };
    const purpose = { 'x-purpose': 'INSPECTION' };
    for (const userName of ['chuyenvien', 'quanly']) {
      const { data } = await office.as(userName)(lists, {}, purpose);
      expect(data).toEqual({ inspections: nothing, visits: nothing, findings: nothing, violations: nothing });
    }
    // Personnel keeps the sealed act, the inspector his plan and his draft: they are there.
    const personnel = await office.as('nhansu')(lists, {}, purpose);
    expect(personnel.data).toMatchObject({ visits: nothing, findings: nothing });
    expect(personnel.data.violations.edges).toHaveLength(1);
    const inspector = await office.as('thanhtra')(lists, {}, purpose);
    expect(inspector.data.visits.edges).toHaveLength(1);
    expect(inspector.data.findings.edges).toHaveLength(1);
    expect(inspector.data.violations).toEqual(nothing);

    const files = '{ feedback(first: 50, filter: { unit: "H99.01.01" }) { edges { node { kind state } } } }';
    expect((await office.as('chuyenvien')(files, {}, purpose)).data.feedback).toEqual(nothing);
    const kinds = async (userName: string) =>
      (await office.as(userName)(files, {}, purpose)).data.feedback.edges.map(
        (edge: { node: { kind: string } }) => edge.node.kind,
      );
    expect(await kinds('quanly')).toEqual(['REFLECTION']);
    expect((await kinds('nhansu')).toSorted()).toEqual(['DENUNCIATION', 'REFLECTION']);

    // Who sent it: for who keeps the register, with a reason; for the head of whom it is about, as if there were no file.
    const id = Buffer.from(`Feedback:${denunciation}`).toString('base64');
    const reveal = (userName: string) =>
      office.as(userName)(
        `mutation M($input: RevealFeedbackSenderInput!) { revealFeedbackSender(input: $input) {
           __typename ... on FeedbackSender { name contact } ... on DomainError { code } } }`,
        { input: { idempotencyKey: newKey(), feedback: id, reason: 'Xác minh nội dung' } },
        purpose,
      );
    for (const userName of ['quanly', 'lanhdao', 'chuyenvien']) {
      const answer = await reveal(userName);
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(answer.errors[0]?.extensions.code);
      expect(JSON.stringify(answer)).not.toContain('Người gửi');
    }
    expect((await reveal('thanhtra')).data.revealFeedbackSender.name).toContain('Người gửi');
    const { rows } = await owner.query<{ text: string }>(
      `select coalesce(string_agg(to_jsonb(t)::text, ' '), '') as text from (
         select to_jsonb(a) from congvu.audit_entry a union all select to_jsonb(k) from congvu.idempotency_key k) t`,
    );
    expect(rows[0]?.text).not.toContain('Người gửi');
  });

  test('finds nobody outside his units, by no way in', async () => {
    const { rows } = await office.ownerPool.query<{ id: string; code: string; name: string }>(
      `select e.id, e.code, e.name from congvu.employee e join congvu.assignment a on a.employee_id = e.id
       join congvu.unit u on u.id = a.unit_id where u.code = 'H99.02.01' limit 1`,
    );
    const { id, code, name } = rows[0] ?? { id: '', code: '', name: '' };
    const query = `query Q($id: ID!, $code: String!, $keys: [String!]!) {
      node(id: $id) { id } identify(keys: $keys) { state } employees(first: 5, filter: { search: $code }) { edges { cursor } }
      periodSheets(first: 1, filter: { employee: $code }) { edges { cursor } } tasks(first: 1, filter: { employee: $code }) { edges { cursor } } }`;
    const globalId = Buffer.from(`Employee:${id}`).toString('base64');
    const answer = await office.as('quanly')(query, { id: globalId, code, keys: [code] });
    expect(answer.data).toEqual({
      node: null,
      identify: [{ state: 'NONE' }],
      employees: { edges: [] },
      periodSheets: { edges: [] },
      tasks: { edges: [] },
    });
    expect((await office.as('quanly')(`{ employee(code: "${code}") { name } }`)).errors[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
    const seen = await office.as('nhansu')(query, { id: globalId, code, keys: [name.normalize('NFD')] });
    expect(seen.data.node).toEqual({ id: globalId });
    expect(seen.data.identify[0].state).not.toBe('NONE');
  });
});

test('pages forward and backward through a list without losing or doubling a row', async () => {
  const office = await openApiOffice();
  try {
    const all = await office.as('nhansu')(
      '{ employees(first: 30, orderBy: UNIT) { edges { cursor node { code } } pageInfo { hasNextPage } } }',
    );
    const codes = all.data.employees.edges.map((edge: { node: { code: string } }) => edge.node.code);
    const page =
      'query Q($after: String, $before: String, $first: Int, $last: Int) { employees(first: $first, last: $last, after: $after, before: $before, orderBy: UNIT) { edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage } } }';
    const forward: string[] = [];
    let after: string | null = null;
    for (let round = 0; round < 3; round += 1) {
      const { data } = await office.as('nhansu')(page, { first: 10, after });
      forward.push(...data.employees.edges.map((edge: { node: { code: string } }) => edge.node.code));
      after = data.employees.edges.at(-1).cursor;
    }
    expect(forward).toEqual(codes);
    const before = all.data.employees.edges[20].cursor;
    const backward = await office.as('nhansu')(page, { last: 10, before });
    expect(backward.data.employees.edges.map((edge: { node: { code: string } }) => edge.node.code)).toEqual(
      codes.slice(10, 20),
    );
    expect(backward.data.employees.pageInfo.hasPreviousPage).toBe(true);
    const bad = await office.as('nhansu')(page, { first: 1, after: 'nonsense' });
    expect(bad.errors[0]?.extensions.code).toBe('BAD_REQUEST');
  } finally {
    await office.close();
  }
});
