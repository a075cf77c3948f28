import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const PURPOSE = { 'x-purpose': 'INSPECTION' };
const FAILURE = '... on InvalidInputError { fields { path code message } } ... on DomainError { code message }';

/** What a mutation answered: its member of the union, and errors at the top level. */
async function act(userName: string, name: string, answer: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer} ${FAILURE} } }`;
  const { data, errors } = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } }, PURPOSE);
  return { result: data?.[name] ?? null, errors };
}

async function done(userName: string, name: string, answer: string, input: object) {
  const { result, errors } = await act(userName, name, answer, input);
  expect(errors).toEqual([]);
  expect(result).not.toHaveProperty('code');
  return result;
}

async function read(userName: string, query: string, variables: object = {}) {
  const { data, errors } = await office.as(userName)(query, variables, PURPOSE);
  expect(errors).toEqual([]);
  return data;
}

const INSPECTION = {
  unit: 'H99',
  kind: 'DUTY_CHECK',
  area: 'PUBLIC_DUTY',
  mode: 'PLANNED',
  title: 'Kiểm tra công vụ quý IV',
  topics: ['WORKING_HOURS', 'ATTITUDE'],
  teamKind: 'Đoàn kiểm tra công vụ',
};
const TEAM = {
  decisionNumber: '15/QĐ-TTr',
  decidedOn: '2026-11-02',
  members: [{ name: 'Trần Văn Kiểm', role: 'HEAD' }],
};

/** An inspection that has begun on 3 November; answers its id and revision. */
async function begun(changes: object = {}): Promise<{ id: string; revision: number }> {
  const saved = await done('thanhtra', 'saveInspection', '... on Inspection { id revision state actions }', {
    ...INSPECTION,
    ...changes,
  });
  expect(saved).toMatchObject({ state: 'PLANNED', revision: 1 });
  const team = await done(
    'thanhtra',
    'setTeam',
    '... on Inspection { id revision team { name role employee { code } } }',
    {
      ...TEAM,
      inspection: saved.id,
      revision: saved.revision,
    },
  );
  expect(team.team).toEqual([{ name: 'Trần Văn Kiểm', role: 'HEAD', employee: null }]);
  return done('thanhtra', 'startInspection', '... on Inspection { id revision }', {
    inspection: saved.id,
    revision: team.revision,
    on: '2026-11-03',
  });
}

const VISIT = '... on Visit { id revision state visitedOn unit { code } }';

async function planned(inspection: string, changes: object = {}) {
  return done('thanhtra', 'planVisit', VISIT, { inspection, unit: 'H99.01.03', unannounced: true, ...changes });
}

describe('an unannounced visit', () => {
  test('is seen by nobody of the visited agency until it was made', async () => {
    const inspection = await begun({ mode: 'UNANNOUNCED' });
    const visit = await planned(inspection.id);
    const query = `query Q($visit: ID!, $inspection: ID!) { visit: node(id: $visit) { id } inspection: node(id: $inspection) { id }
      visits(first: 100, filter: { unit: "H99.01" }) { edges { node { id } } } inspections(first: 100) { edges { node { id } } } }`;
    const variables = { visit: visit.id, inspection: inspection.id };
    const ids = (list: { edges: { node: { id: string } }[] }) => list.edges.map(({ node }) => node.id);
    for (const userName of ['lanhdao', 'quanly', 'nhansu', 'chutich', 'quantri']) {
      const seen = await read(userName, query, variables);
      expect(seen, userName).toMatchObject({ visit: null, inspection: null });
      expect(ids(seen.visits), userName).not.toContain(visit.id);
      expect(ids(seen.inspections), userName).not.toContain(inspection.id);
    }
    expect(await read('thanhtra', query, variables)).toMatchObject({ visit: { id: visit.id } });

    await done('thanhtra', 'recordVisit', VISIT, { visit: visit.id, revision: visit.revision, on: '2026-11-05' });
    const seen = await read('lanhdao', query, variables);
    expect(seen).toMatchObject({ visit: { id: visit.id }, inspection: { id: inspection.id } });
    expect(ids(seen.visits)).toContain(visit.id);
  });

  test('stands in the chain without its unit and day until it was made', async () => {
    const inspection = await begun({ mode: 'UNANNOUNCED' });
    const visit = await planned(inspection.id, { from: '2026-11-20', to: '2026-11-21' });
    const row = Buffer.from(visit.id, 'base64').toString().split(':')[1];
    const entries = () =>
      office.ownerPool.query(
        'select action, employee_id, payload::jsonb as payload from congvu.audit_entry where entity_id = $1 order by sequence',
        [row],
      );
    const [entry] = (await entries()).rows;
    expect(entry).toMatchObject({ action: 'planVisit', employee_id: null });
    expect(Object.keys(entry.payload)).toEqual(['inspection']);
    await done('thanhtra', 'recordVisit', VISIT, { visit: visit.id, revision: visit.revision, on: '2026-11-20' });
    expect((await entries()).rows[1].payload).toMatchObject({ unit: 'H99.01.03', on: '2026-11-20' });
  });

  test('is not planned by who works in the agency, unless it checks itself', async () => {
    const inspection = await begun();
    const input = { inspection: inspection.id, unit: 'H99.06.02', unannounced: false };
    expect((await act('thanhtra', 'planVisit', VISIT, input)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const own = await begun({ kind: 'SELF_CHECK', unit: 'H99.06' });
    const visit = await done('thanhtra', 'planVisit', VISIT, { ...input, inspection: own.id });
    expect(visit.unit.code).toBe('H99.06.02');
  });
});

describe('a finding', () => {
  const FINDING = '... on Finding { id revision positive issuedOn open actions employee { code } }';

  async function found(inspection: string, changes: object = {}) {
    const { rows } = await office.ownerPool.query(
      `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
       join congvu.unit u on u.id = a.unit_id where u.code = 'H99.01.01' and a.post = 'STAFF' and e.user_name = 'chuyenvien'`,
    );
    const input = {
      inspection,
      unit: 'H99.01.01',
      employee: rows[0].code,
      topic: 'WORKING_HOURS',
      positive: false,
      description: 'Vắng mặt không lý do tại thời điểm kiểm tra',
      severity: 'LIGHT',
      evidence: 'Biên bản 05/11/2026',
      foundOn: '2026-11-05',
      ...changes,
    };
    return act('thanhtra', 'recordFinding', FINDING, input);
  }
  const query = `query Q($id: ID!) { node(id: $id) { ... on Finding { description } } findings(first: 100) { edges { node { id } } } }`;
  const lists = (data: { findings: { edges: { node: { id: string } }[] } }, id: string) =>
    data.findings.edges.some(({ node }) => node.id === id);

  test('is the team’s own until it is issued, also in the chain; then the unit and the person see it', async () => {
    const inspection = await begun();
    const { result: finding } = await found(inspection.id);
    expect(finding).toMatchObject({ issuedOn: null, open: false, actions: [] });
    for (const userName of ['chuyenvien', 'quanly', 'lanhdao', 'nhansu']) {
      const seen = await read(userName, query, { id: finding.id });
      expect(seen.node, userName).toBeNull();
      expect(lists(seen, finding.id), userName).toBe(false);
    }
    const row = Buffer.from(finding.id, 'base64').toString().split(':')[1];
    const entries =
      'select action, employee_id is not null as concerns, payload::jsonb as payload from congvu.audit_entry where entity_id = $1 order by sequence';
    expect((await office.ownerPool.query(entries, [row])).rows).toEqual([
      { action: 'recordFinding', concerns: false, payload: { inspection: expect.any(String) } },
    ]);

    const issued = await act(
      'thanhtra',
      'issueFindings',
      '... on Inspection { id findings(first: 5) { edges { node { id issuedOn } } } }',
      {
        inspection: inspection.id,
        on: '2026-11-10',
      },
    );
    expect(issued.result.findings.edges).toEqual([{ node: { id: finding.id, issuedOn: '2026-11-10' } }]);
    for (const userName of ['chuyenvien', 'quanly', 'lanhdao']) {
      const seen = await read(userName, query, { id: finding.id });
      expect(seen.node?.description, userName).toContain('Vắng mặt');
    }
    expect((await office.ownerPool.query(entries, [row])).rows[1]).toMatchObject({
      action: 'issueFindings',
      concerns: true,
    });
    expect(
      (
        await act('thanhtra', 'issueFindings', '... on Inspection { id }', {
          inspection: inspection.id,
          on: '2026-11-10',
        })
      ).result,
    ).toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('không còn phát hiện') });
  });

  test('is remedied once, with its proof, and not before the unit was told', async () => {
    const inspection = await begun();
    const { result: finding } = await found(inspection.id);
    const remedy = { finding: finding.id, revision: finding.revision, on: '2026-11-12', proof: 'Báo cáo 12/BC-SNV' };
    expect((await act('thanhtra', 'remedyFinding', FINDING, remedy)).result).toMatchObject({ code: 'WRONG_STATE' });
    await done('thanhtra', 'issueFindings', '... on Inspection { id }', {
      inspection: inspection.id,
      on: '2026-11-10',
    });
    const told = { ...remedy, revision: 2 };
    expect((await act('thanhtra', 'remedyFinding', FINDING, { ...told, on: '2026-11-01' })).result).toMatchObject({
      fields: [{ path: '/on', code: 'OUT_OF_RANGE' }],
    });
    expect((await act('lanhdao', 'remedyFinding', FINDING, told)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await done('thanhtra', 'remedyFinding', FINDING, told)).toMatchObject({ open: false });
    expect((await act('thanhtra', 'remedyFinding', FINDING, { ...told, revision: 3 })).result).toMatchObject({
      code: 'WRONG_STATE',
    });
    expect((await act('thanhtra', 'remedyFinding', FINDING, told)).result).toMatchObject({ code: 'STALE_REVISION' });
  });

  test('names a person who was in the unit then, not oneself, and no severity of a good practice', async () => {
    const inspection = await begun();
    expect((await found(inspection.id, { unit: 'H99.01.02' })).result).toMatchObject({
      fields: [{ path: '/employee', code: 'NO_ASSIGNMENT' }],
    });
    expect((await found(inspection.id, { employee: 'ai-do' })).result).toMatchObject({
      fields: [{ path: '/employee', code: 'EMPLOYEE_UNKNOWN' }],
    });
    expect((await found(inspection.id, { positive: true })).result).toMatchObject({
      fields: [{ path: '/severity', code: 'INCONSISTENT' }],
    });
    expect((await found(inspection.id, { foundOn: '2026-11-01' })).result).toMatchObject({
      fields: [{ path: '/foundOn', code: 'OUT_OF_RANGE' }],
    });
    const { result: good } = await found(inspection.id, { positive: true, severity: null });
    expect(good).toMatchObject({ positive: true, open: false });
  });
});

test('runs its course: team, days in order, conclusion with its clocks, implementing document', async () => {
  const saved = await done('thanhtra', 'saveInspection', '... on Inspection { id revision }', {
    ...INSPECTION,
    kind: 'INSPECTION',
  });
  const step = (
    name: string,
    revision: number,
    input: object,
    answer = '... on Inspection { revision state actions clocks { kind dueOn doneOn overdue } }',
  ) => act('thanhtra', name, answer, { inspection: saved.id, revision, ...input });
  expect((await step('startInspection', 1, { on: '2026-10-01' })).result).toMatchObject({
    code: 'WRONG_STATE',
    message: 'Chưa có quyết định thành lập đoàn.',
  });
  expect((await step('setTeam', 1, { ...TEAM, members: [] })).result).toMatchObject({ code: 'INVALID_INPUT' });
  expect(
    (await step('setTeam', 1, { ...TEAM, members: [{ name: 'A', role: 'HEAD', employee: 'khong-co' }] })).result,
  ).toMatchObject({
    fields: [{ path: '/members/0/employee', code: 'EMPLOYEE_UNKNOWN' }],
  });
  await step('setTeam', 1, { ...TEAM, decidedOn: '2026-09-20' });
  expect((await step('startInspection', 2, { on: '2026-09-19' })).result).toMatchObject({
    fields: [{ path: '/on', code: 'OUT_OF_RANGE' }],
  });
  await step('startInspection', 2, { on: '2026-09-21' });
  expect((await step('issueConclusion', 3, { number: '1/KL', on: '2026-10-01' })).result).toMatchObject({
    code: 'WRONG_STATE',
  });
  const ended = await step('endInspection', 3, { on: '2026-09-30', draftReceivedOn: '2026-10-05' });
  expect(ended.result).toMatchObject({
    state: 'ENDED',
    clocks: [{ kind: 'CONCLUSION', dueOn: '2026-10-20', doneOn: null, overdue: true }],
  });
  const concluded = await step('issueConclusion', 4, {
    number: '1/KL-TTr',
    on: '2026-10-20',
    receivedOn: '2026-11-10',
  });
  expect(concluded.result).toMatchObject({
    state: 'CONCLUDED',
    clocks: [
      { kind: 'CONCLUSION', dueOn: '2026-10-20', doneOn: '2026-10-20', overdue: false },
      { kind: 'IMPLEMENTING', dueOn: '2026-11-25', doneOn: null, overdue: false },
    ],
  });
  const closed = await step('recordImplementing', 5, { document: '7/CV-SNV', on: '2026-11-20' });
  expect(closed.result).toMatchObject({ state: 'CLOSED', actions: ['RECOMMEND'] });
  expect((await step('cancelInspection', 6, { reason: 'x' })).result).toMatchObject({ code: 'WRONG_STATE' });
});

test('a visit to a merged unit, or again while others were never visited, is refused with its reason', async () => {
  const { rows } = await office.ownerPool.query(
    `insert into congvu.unit (code, name, short_name, level, kind, path, parent_id, valid_from, valid_to)
     select 'H99.97', 'Sở đã sáp nhập', 'SSN', 2, 'USING_AGENCY', (path_text || '.sapnhap')::congvu.ltree, id, '2020-01-01', '2025-06-30'
     from congvu.unit where code = 'H99' returning code`,
  );
  const inspection = await begun();
  const closed = await act('thanhtra', 'planVisit', VISIT, {
    inspection: inspection.id,
    unit: rows[0].code,
    unannounced: false,
  });
  expect(closed.result).toMatchObject({ code: 'UNIT_CLOSED' });

  const plan = await done(
    'thanhtra',
    'createInspectionPlan',
    '... on InspectionPlan { id revision state sharePercent }',
    { unit: 'H99', year: 2031 },
  );
  expect(plan).toMatchObject({ state: 'DRAFT', sharePercent: 30 });
  expect(
    (await act('thanhtra', 'createInspectionPlan', '... on InspectionPlan { id }', { unit: 'H99', year: 2031 })).result,
  ).toMatchObject({
    code: 'WRONG_STATE',
  });
  const inPlan = await begun({ plan: plan.id });
  const visit = await planned(inPlan.id, { unit: 'H99.05' });
  await done('thanhtra', 'recordVisit', VISIT, { visit: visit.id, revision: 1, on: '2026-11-06' });
  const again = { inspection: inPlan.id, unit: 'H99.05', unannounced: false };
  const refused = await act('thanhtra', 'planVisit', VISIT, again);
  expect(refused.result).toMatchObject({ fields: [{ path: '/unit', code: 'VISITED_TOO_SOON' }] });
  expect(refused.result.fields[0].message).toContain('06/11/2026');
  await done('thanhtra', 'planVisit', VISIT, { ...again, repeatReason: 'Có phản ánh mới của người dân' });
});

test('is refused without the permission, by name; a repeated call does nothing twice', async () => {
  for (const userName of ['quanly', 'lanhdao', 'chuyenvien', 'nhansu', 'quantri']) {
    expect(
      (await act(userName, 'saveInspection', '... on Inspection { id }', INSPECTION)).errors[0]?.extensions.code,
    ).toBe('FORBIDDEN');
    expect(
      (await act(userName, 'createInspectionPlan', '... on InspectionPlan { id }', { unit: 'H99', year: 2030 }))
        .errors[0]?.extensions.code,
    ).toBe('FORBIDDEN');
  }
  const input = { ...INSPECTION, idempotencyKey: newKey() };
  const first = await done('thanhtra', 'saveInspection', '... on Inspection { id }', input);
  expect(await done('thanhtra', 'saveInspection', '... on Inspection { id }', input)).toEqual(first);
  expect(
    (await act('thanhtra', 'saveInspection', '... on Inspection { id }', { ...input, title: 'Khác' })).result,
  ).toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  });
});
