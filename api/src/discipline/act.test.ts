import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employeeIdOf, insertDecision, insertViolation, unitIdOf } from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

/** Acts, their clocks and decisions as personnel keeps them; who may know of them; bad input of the register. */
let office: ApiOffice;
let code: string;
let other: string;
let manager: string;

const FAILURE = '... on InvalidInputError { fields { path code message } } ... on DomainError { code message }';
const ACT = `... on Violation { id revision state dueOn latestOn overdue sealed extendedTo actions countedYear
  deferrals { id kind from to } limitation { form until certainty } decisions { id } }`;
const DECISION = `... on DisciplineDecision { id revision form party state effectiveTo sourceCertainty actions
  acts { id state } effects { kind from to months certainty instrument } supersedes { id state } complaint { outcome } }`;

async function act(userName: string, name: string, answer: string, input: object, locale = 'vi') {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer} ${FAILURE} } }`;
  const headers = { 'x-purpose': 'DISCIPLINE', 'accept-language': locale };
  const { data, errors } = await office.as(userName)(query, { input: { idempotencyKey: newKey(), ...input } }, headers);
  return { result: data?.[name] ?? null, errors };
}

async function read(userName: string, query: string, variables: object = {}) {
  const { data, errors } = await office.as(userName)(query, variables, { 'x-purpose': 'DISCIPLINE' });
  expect(errors).toEqual([]);
  return data;
}

function open(changes: object = {}, userName = 'nhansu') {
  return act(userName, 'openViolation', ACT, {
    employee: code,
    actFrom: '2026-09-02',
    discoveredOn: '2026-10-05',
    relatedToDuty: true,
    degradation: false,
    severity: 'MINOR',
    summary: 'Giải quyết hồ sơ chậm không có lý do',
    ...changes,
  });
}

function decide(changes: object, userName = 'nhansu') {
  return act(
    userName,
    'recordDisciplineDecision',
    `${DECISION} ... on DecisionExistsError { decisionNumber decidedOn }`,
    {
      employee: code,
      form: 'REPRIMAND',
      decisionNumber: `${Math.random()}/QĐ`,
      decidedOn: '2026-11-10',
      effectiveFrom: '2026-11-10',
      issuer: 'Giám đốc Sở Nội vụ',
      ...changes,
    },
  );
}

const fieldOf = (answer: Awaited<ReturnType<typeof act>>) =>
  answer.result?.fields?.map((field: { path: string; code: string }) => `${field.path} ${field.code}`);

/** In both languages at the same field, each in a sentence of its own. */
async function expectRefused(name: string, input: object, field: string) {
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

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string; user_name: string }>(
    `select e.code, u.user_name from congvu.employee e join congvu.user_account u on u.employee_id = e.id
     join congvu.assignment a on a.employee_id = e.id and a.valid_to is null join congvu.unit n on n.id = a.unit_id
     where n.code = 'H99.01.01' and a.post = 'STAFF' and a.subject_type = 'CIVIL_SERVANT' and a.valid_from < '2026-01-01'
       and not exists (select 1 from congvu.discipline_decision d where d.employee_id = e.id) order by u.user_name = 'chuyenvien' desc, e.code`,
  );
  code = rows[0]?.code ?? '';
  other = rows[1]?.code ?? '';
  manager = 'quanly';
  expect(rows[0]?.user_name).toBe('chuyenvien');
});
afterAll(() => office?.close());

describe('an act', () => {
  test('has 90 days, is extended once within 150, waits while deferred, and is dismissed by a document', async () => {
    const { result, errors } = await open();
    expect(errors).toEqual([]);
    expect(result).toMatchObject({
      state: 'OPEN',
      dueOn: '2027-01-03',
      latestOn: '2027-03-04',
      overdue: false,
      revision: 1,
    });
    expect(result.limitation).toMatchObject([
      { form: 'REPRIMAND', until: '2031-09-02', certainty: 'SECONDARY' },
      { form: 'WARNING', until: '2036-09-02' },
    ]);
    expect(result.actions).toEqual(['RECORD_DECISION', 'CHANGE', 'DISMISS', 'DEFER', 'END_DEFERRAL']);
    const violation = result.id;
    const extend = { violation, revision: 1, extensionDocument: '7/TB' };
    expect(fieldOf(await act('nhansu', 'changeViolation', ACT, { ...extend, extendedTo: '2027-03-05' }))).toEqual([
      '/extendedTo EXTENSION_USED',
    ]);
    const extended = await act('nhansu', 'changeViolation', ACT, { ...extend, extendedTo: '2027-02-01' });
    expect(extended.result).toMatchObject({ dueOn: '2027-02-01', revision: 2 });
    expect((await act('nhansu', 'changeViolation', ACT, { ...extend, extendedTo: '2027-02-02' })).result.code).toBe(
      'STALE_REVISION',
    );
    expect(
      fieldOf(await act('nhansu', 'changeViolation', ACT, { ...extend, revision: 2, extendedTo: '2027-02-02' })),
    ).toEqual(['/extendedTo EXTENSION_USED']);

    const deferral = { violation, kind: 'ILLNESS', from: '2026-10-10', document: 'Giấy ra viện 5' };
    const deferred = await act('nhansu', 'deferViolation', ACT, deferral);
    expect(deferred.result).toMatchObject({ dueOn: null, latestOn: null, deferrals: [{ kind: 'ILLNESS', to: null }] });
    expect(fieldOf(await act('nhansu', 'deferViolation', ACT, { ...deferral, from: '2026-11-01' }))).toEqual([
      '/from INCONSISTENT',
    ]);
    const end = { deferral: deferred.result.deferrals[0].id, on: '2026-10-19' };
    expect((await act('nhansu', 'endDeferral', ACT, end)).result).toMatchObject({
      dueOn: '2027-02-11',
      latestOn: '2027-03-14',
    });
    expect((await act('nhansu', 'endDeferral', ACT, end)).result.code).toBe('WRONG_STATE');

    const { violation: seen } = await read(
      'lanhdao',
      `{ violation: node(id: "${violation}") { ... on Violation { dueOn deferrals { id } } } }`,
    );
    expect(seen).toMatchObject({ dueOn: '2027-02-11', deferrals: [] });
    const { rows } = await office.ownerPool.query(
      "select payload::text from congvu.audit_entry where action in ('deferViolation', 'endDeferral')",
    );
    expect(JSON.stringify(rows)).not.toContain('ILLNESS');

    const dismiss = { violation, revision: 5, on: '2026-11-20', reason: 'Không có hành vi', document: '9/TB' };
    const { result: fresh } = await act('nhansu', 'dismissViolation', ACT, { ...dismiss, revision: 4 });
    expect(fresh).toMatchObject({ state: 'DISMISSED', actions: [] });
    expect((await act('nhansu', 'dismissViolation', ACT, dismiss)).result.code).toBe('WRONG_STATE');
    expect((await decide({ violation })).result.code).toBe('WRONG_STATE');
  });

  test('is opened, changed and closed by personnel alone, and never one’s own', async () => {
    const { result } = await open();
    const steps: readonly (readonly [string, object])[] = [
      ['changeViolation', { violation: result.id, revision: 1, severity: 'SERIOUS' }],
      ['dismissViolation', { violation: result.id, revision: 1, on: '2026-11-20', reason: 'x', document: 'y' }],
      ['deferViolation', { violation: result.id, kind: 'ILLNESS', from: '2026-10-10', document: 'y' }],
    ];
    for (const userName of [manager, 'lanhdao', 'chuyenvien', 'thanhtra', 'quantri']) {
      expect((await open({}, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      for (const [name, input] of steps) {
        expect((await act(userName, name, ACT, input)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      }
    }
    const { rows } = await office.ownerPool.query(
      "select e.code from congvu.employee e join congvu.user_account u on u.employee_id = e.id where u.user_name = 'nhansu'",
    );
    expect((await open({ employee: rows[0].code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await act('nhansu', 'dismissViolation', ACT, steps[1]?.[1] ?? {});
  });

  test('that is sealed is known to nobody but personnel, nor through the logs, until it is unsealed', async () => {
    const { result } = await open({ sealed: true, summary: 'Đang xác minh' });
    expect(result.sealed).toBe(true);
    const LIST = '{ violations(first: 100, filter: { state: [OPEN] }) { edges { node { id } } } }';
    const idsOf = async (userName: string) =>
      (await read(userName, LIST)).violations.edges.map((edge: { node: { id: string } }) => edge.node.id);
    expect(await idsOf('nhansu')).toContain(result.id);
    for (const userName of ['chuyenvien', manager, 'lanhdao', 'thanhtra']) expect(await idsOf(userName)).toEqual([]);
    const own = await read(
      'chuyenvien',
      `{ employee(code: "${code}") { violations(first: 5, ) { edges { node { state } } } blocks { kind } } }`,
    );
    expect(own.employee.blocks).toEqual([]);
    expect(
      own.employee.violations.edges.filter((edge: { node: { state: string } }) => edge.node.state === 'OPEN'),
    ).toEqual([]);
    const ENTRIES =
      "select employee_id, payload from congvu.audit_entry where entity = 'Violation' order by sequence desc limit 1";
    expect((await office.ownerPool.query(ENTRIES)).rows[0]).toEqual({ employee_id: null, payload: '{}' });
    const unsealed = await act('nhansu', 'changeViolation', ACT, { violation: result.id, revision: 1, sealed: false });
    expect(unsealed.result.sealed).toBe(false);
    expect((await office.ownerPool.query(ENTRIES)).rows[0].employee_id).not.toBeNull();
    expect(await idsOf('chuyenvien')).toEqual([result.id]);
    expect(
      (await read('chuyenvien', `{ employee(code: "${code}") { blocks { kind until text } } }`)).employee.blocks,
    ).toEqual([{ kind: 'PENDING_PROCEDURE', until: null, text: 'Đang trong quá trình xem xét, xử lý kỷ luật' }]);
    const asManager = await read(
      manager,
      `{ employee(code: "${code}") { blocks { kind } violations(first: 5) { edges { node { id } } } } }`,
    );
    expect(asManager.employee).toEqual({ blocks: null, violations: null });
    await act('nhansu', 'dismissViolation', ACT, {
      violation: result.id,
      revision: 2,
      on: '2026-11-20',
      reason: 'x',
      document: 'y',
    });
  });

  test.each([
    [{ actFrom: '2026-11-23' }, '/discoveredOn INCONSISTENT'],
    [{ discoveredOn: '2026-11-23' }, '/discoveredOn OUT_OF_RANGE'],
    [{ actFrom: '1999-01-01', discoveredOn: '1999-02-01' }, '/actFrom NO_ASSIGNMENT'],
    [{ unit: 'H99.02.01' }, '/unit UNIT_UNKNOWN'],
    [{ actTo: '2026-09-01' }, '/actTo INCONSISTENT'],
    [{ summary: ' ' }, '/summary REQUIRED'],
    [{ limitationStart: 'CONCLUSION' }, '/concludedOn REQUIRED'],
  ])('with bad input is refused at its field: %j', async (changes, field) => {
    const input = {
      employee: code,
      actFrom: '2026-09-02',
      discoveredOn: '2026-10-05',
      relatedToDuty: true,
      degradation: false,
      summary: 'x',
      ...changes,
    };
    await expectRefused('openViolation', input, field);
  });
});

describe('a decision', () => {
  test('closes its acts, freezes what it brings, and is the only one of its body', async () => {
    const [one, two] = [(await open()).result.id, (await open({ actFrom: '2026-09-20' })).result.id];
    expect((await decide({ violations: [one, two] }, 'lanhdao')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const { result, errors } = await decide({ violations: [one, two], decisionNumber: '50/QĐ-SNV' });
    expect(errors).toEqual([]);
    expect(result).toMatchObject({
      party: false,
      state: 'ACTIVE',
      effectiveTo: '2027-11-10',
      sourceCertainty: 'RECALLED',
      actions: ['ANNUL', 'REPLACE', 'RECORD_COMPLAINT'],
    });
    expect(result.acts.map((each: { id: string; state: string }) => [each.id, each.state])).toEqual([
      [one, 'DECIDED'],
      [two, 'DECIDED'],
    ]);
    expect(result.effects).toMatchObject([
      { kind: 'NO_PROMOTION', from: '2026-11-10', to: '2027-11-10', months: 12, certainty: 'RECALLED' },
      { kind: 'SALARY_DELAY', to: '2027-05-10', months: 6 },
    ]);
    expect((await decide({ violation: two })).result).toMatchObject({
      __typename: 'DecisionExistsError',
      decisionNumber: '50/QĐ-SNV',
    });
    expect((await decide({ violation: two, form: 'PARTY_REPRIMAND' })).result).toMatchObject({
      party: true,
      effects: [],
    });

    const LAPSE = `query Q($on: LocalDate!) { employee(code: "${code}") { blocks(on: $on) { kind until decision { decisionNumber } }
      disciplineDecisions(first: 5) { edges { node { decisionNumber state(on: $on) } } } } }`;
    const before = await read('nhansu', LAPSE, { on: '2027-11-10' });
    expect(before.employee.blocks).toContainEqual({
      kind: 'ACTIVE_DISCIPLINE',
      until: '2027-11-10',
      decision: { decisionNumber: '50/QĐ-SNV' },
    });
    const after = await read('nhansu', LAPSE, { on: '2027-11-11' });
    expect(after.employee.blocks).toEqual([]);
    const states = after.employee.disciplineDecisions.edges.map((edge: { node: { state: string } }) => edge.node.state);
    expect(new Set(states)).toEqual(new Set(['LAPSED']));
  });

  test('is annulled or replaced, and stays', async () => {
    const { disciplineDecisions } = await read(
      'nhansu',
      `{ disciplineDecisions(first: 5, filter: { employee: "${code}", kind: [REPRIMAND] }) { edges { node { id revision } } } }`,
    );
    const [{ node }] = disciplineDecisions.edges;
    const complaint = { decision: node.id, revision: node.revision, filedOn: '2026-11-15', outcome: 'UPHELD' };
    expect(fieldOf(await act('nhansu', 'recordComplaint', DECISION, complaint))).toEqual(['/document REQUIRED']);
    const complained = await act('nhansu', 'recordComplaint', DECISION, { ...complaint, document: '3/QĐ' });
    expect(complained.result.complaint).toEqual({ outcome: 'UPHELD' });
    const replacement = {
      decision: node.id,
      revision: complained.result.revision,
      form: 'WARNING',
      decisionNumber: '60/QĐ-SNV',
      decidedOn: '2026-11-18',
      effectiveFrom: '2026-11-18',
      issuer: 'Giám đốc Sở Nội vụ',
      reason: 'Theo kết luận giải quyết khiếu nại',
      document: '3/QĐ',
    };
    for (const name of ['replaceDisciplineDecision', 'annulDisciplineDecision', 'recordComplaint']) {
      const inputs = { replaceDisciplineDecision: replacement, recordComplaint: complaint } as Record<string, object>;
      const input = inputs[name] ?? { decision: node.id, revision: 1, on: '2026-11-20', reason: 'x', document: 'y' };
      expect((await act('lanhdao', name, '', input)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(
      fieldOf(await act('nhansu', 'replaceDisciplineDecision', DECISION, { ...replacement, form: 'PARTY_WARNING' })),
    ).toEqual(['/form FORM_NOT_ALLOWED']);
    const replaced = await act('nhansu', 'replaceDisciplineDecision', DECISION, replacement);
    expect(replaced.result).toMatchObject({
      form: 'WARNING',
      state: 'ACTIVE',
      supersedes: { id: node.id, state: 'REPLACED' },
    });
    const annul = {
      decision: replaced.result.id,
      revision: 1,
      on: '2026-11-20',
      reason: 'Sai thẩm quyền',
      document: '8/QĐ',
    };
    const annulled = await act('nhansu', 'annulDisciplineDecision', DECISION, annul);
    expect(annulled.result).toMatchObject({ state: 'ANNULLED', actions: [] });
    // The Party's decision is in force on the second act alone.
    expect(annulled.result.acts.map((each: { state: string }) => each.state)).toEqual(['OPEN', 'DECIDED']);
    expect((await act('nhansu', 'annulDisciplineDecision', DECISION, { ...annul, revision: 2 })).result.code).toBe(
      'WRONG_STATE',
    );
  });

  test.each([
    [{ decidedOn: '2026-09-01', effectiveFrom: '2026-09-01' }, '/decidedOn DECISION_BEFORE_ACT'],
    [{ form: 'REMOVAL_FROM_OFFICE' }, '/form FORM_NOT_ALLOWED'],
    [{ form: 'DEMOTION' }, '/form FORM_ABOLISHED'],
    [{ form: 'RECALL' }, '/form FORM_NOT_ALLOWED'],
    [{ decidedOn: '2026-11-23' }, '/decidedOn OUT_OF_RANGE'],
    [{ effectiveTo: '2026-11-01' }, '/effectiveTo INCONSISTENT'],
  ])('with bad input is refused at its field: %j', async (changes, field) => {
    const unit = await unitIdOf(office.ownerPool, 'H99.01.01');
    const employeeId = await employeeIdOf(office.ownerPool, other);
    await insertViolation(office.ownerPool, { employeeId, unitId: unit });
    const { violations } = await read(
      'nhansu',
      `{ violations(first: 1, filter: { employee: "${other}", state: [OPEN] }) { edges { node { id } } } }`,
    );
    const input = {
      employee: other,
      violation: violations.edges[0].node.id,
      form: 'REPRIMAND',
      decisionNumber: '70/QĐ',
      decidedOn: '2026-11-10',
      effectiveFrom: '2026-11-10',
      issuer: 'Giám đốc Sở Nội vụ',
      ...changes,
    };
    await expectRefused('recordDisciplineDecision', input, field);
  });

  test('on an act past its limitation is refused, and so is one too light while another is served', async () => {
    const employeeId = await employeeIdOf(office.ownerPool, other);
    const unitId = await unitIdOf(office.ownerPool, 'H99.01.01');
    await office.ownerPool.query("update congvu.assignment set valid_from = '2018-01-01' where employee_id = $1", [
      employeeId,
    ]);
    await insertViolation(
      office.ownerPool,
      { employeeId, unitId },
      { act_from: '2020-05-01', discovered_on: '2026-10-20' },
    );
    const { violations } = await read(
      'nhansu',
      `{ violations(first: 1, filter: { employee: "${other}", state: [OPEN], from: "2026-10-20", to: "2026-10-20" }) { edges { node { id } } } }`,
    );
    const old = violations.edges[0].node.id;
    expect(fieldOf(await decide({ employee: other, violation: old }))).toEqual(['/form LIMITATION_EXPIRED']);
    expect((await decide({ employee: other, violation: old, form: 'WARNING' })).result.__typename).toBe(
      'DisciplineDecision',
    );

    await insertDecision(
      office.ownerPool,
      { employeeId, unitId },
      { effective_from: '2026-01-10', effective_to: '2027-01-10', decided_on: '2026-01-10' },
    );
    const newer = { actFrom: '2026-11-01', discoveredOn: '2026-11-05', relatedToDuty: true, degradation: false };
    expect(fieldOf(await decide({ employee: other, act: newer }))).toEqual(['/form FORM_TOO_LIGHT']);
    const lighter = await decide({ employee: other, act: newer, reasonForForm: 'Tự giác khai báo, khắc phục xong' });
    expect(lighter.result.__typename).toBe('DisciplineDecision');
  });
});

describe('the lists', () => {
  test.each([
    ['violations', '{ id summary overdue employee { code name } unit { code } }', 4],
    // The tables an office published are one statement more.
    ['violations', '{ id latestOn limitation { until } employee { code name } unit { code } }', 5],
    ['disciplineDecisions', '{ id form employee { code name } unit { code } }', 4],
  ])('%s cost the same for one row as for a hundred: %s', async (name, fields, cost) => {
    const counts: number[] = [];
    for (const n of [1, 100]) {
      office.statements.length = 0;
      await read('nhansu', `query Q($n: Int!) { ${name}(first: $n) { edges { node ${fields} } } }`, { n });
      counts.push(office.statements.filter((text) => !/name_actor|authenticate_subject/.test(text)).length);
    }
    expect(counts).toEqual([cost, cost]);
  });

  test('put what is overdue first, and narrow by state, kind, period and unit', async () => {
    const employeeId = await employeeIdOf(office.ownerPool, other);
    const unitId = await unitIdOf(office.ownerPool, 'H99.01.01');
    const late = {
      act_from: '2026-04-01',
      discovered_on: '2026-05-01',
      due_on: '2026-07-30',
      severity: 'VERY_SERIOUS',
    };
    await insertViolation(office.ownerPool, { employeeId, unitId }, late);
    const LIST =
      'query Q($filter: ViolationFilter) { violations(first: 50, filter: $filter) { edges { node { overdue severity discoveredOn unit { code } } } } }';
    const ask = async (filter: object) =>
      (await read('nhansu', LIST, { filter })).violations.edges.map((edge: { node: object }) => edge.node);
    expect((await ask({}))[0]).toMatchObject({ overdue: true, discoveredOn: '2026-05-01' });
    expect(await ask({ overdue: true })).toHaveLength(1);
    expect(await ask({ kind: ['VERY_SERIOUS'] })).toHaveLength(1);
    expect(await ask({ period: '2026-05' })).toHaveLength(1);
    expect(await ask({ unit: 'H99.02' })).toEqual([]);
    const bad = await office.as('nhansu')(
      LIST,
      { filter: { period: '2026-05', from: '2026-05-01' } },
      { 'x-purpose': 'DISCIPLINE' },
    );
    expect(bad.errors[0]?.extensions.code).toBe('BAD_REQUEST');
    const unknown = await office.as('nhansu')(LIST, { filter: { unit: 'NONE' } }, { 'x-purpose': 'DISCIPLINE' });
    expect(unknown.errors[0]?.extensions.code).toBe('NOT_FOUND');
    const ending = await read(
      'nhansu',
      '{ disciplineDecisions(first: 50, filter: { state: [ACTIVE], endingBefore: "2027-02-01" }) { edges { node { state effectiveTo } } } }',
    );
    for (const { node } of ending.disciplineDecisions.edges)
      expect(node.effectiveTo < '2027-02-01' && node.state === 'ACTIVE').toBe(true);
  });
});

describe('bad input of a later step is refused at its field in both languages', () => {
  const given = { violation: '', deferral: '', decision: '', decisionRevision: 1 };
  beforeAll(async () => {
    given.violation = (await open()).result.id;
    const waiting = (await open()).result.id;
    const deferred = await act('nhansu', 'deferViolation', ACT, {
      violation: waiting,
      kind: 'ILLNESS',
      from: '2026-10-10',
      document: '5/GRV',
    });
    given.deferral = deferred.result.deferrals[0].id;
    const { disciplineDecisions } = await read(
      'nhansu',
      `{ disciplineDecisions(first: 1, filter: { employee: "${other}", state: [ACTIVE], kind: [WARNING] }) { edges { node { id revision decidedOn } } } }`,
    );
    const [{ node }] = disciplineDecisions.edges;
    expect(node.decidedOn).toBe('2026-11-10');
    given.decision = node.id;
    given.decisionRevision = node.revision;
  });

  const ofAct = () => ({ violation: given.violation, revision: 1 });
  const ofDecision = () => ({ decision: given.decision, revision: given.decisionRevision });
  const INPUTS: Readonly<Record<string, () => object>> = {
    changeViolation: () => ({ ...ofAct(), extensionDocument: '7/TB' }),
    dismissViolation: () => ({ ...ofAct(), on: '2026-11-20', reason: 'Không có hành vi', document: '9/TB' }),
    deferViolation: () => ({ violation: given.violation, kind: 'ILLNESS', from: '2026-10-10', document: '5/GRV' }),
    endDeferral: () => ({ deferral: given.deferral, on: '2026-11-20' }),
    annulDisciplineDecision: () => ({ ...ofDecision(), on: '2026-11-20', reason: 'Sai thẩm quyền', document: '8/QĐ' }),
    recordComplaint: () => ({ ...ofDecision(), filedOn: '2026-11-15', outcome: 'PENDING' }),
    replaceDisciplineDecision: () => ({
      ...ofDecision(),
      form: 'WARNING',
      decisionNumber: '61/QĐ',
      decidedOn: '2026-11-18',
      effectiveFrom: '2026-11-18',
      issuer: 'Giám đốc Sở Nội vụ',
      reason: 'Theo kết luận giải quyết khiếu nại',
      document: '3/QĐ',
    }),
  };

  test.each([
    ['changeViolation', {}, '/extendedTo INCONSISTENT'],
    ['changeViolation', { extendedTo: '2027-03-05' }, '/extendedTo EXTENSION_USED'],
    ['changeViolation', { extendedTo: '2027-01-03' }, '/extendedTo INCONSISTENT'],
    ['dismissViolation', { on: '2026-11-23' }, '/on OUT_OF_RANGE'],
    ['dismissViolation', { on: '2026-10-04' }, '/on INCONSISTENT'],
    ['dismissViolation', { reason: ' ' }, '/reason REQUIRED'],
    ['dismissViolation', { document: ' ' }, '/document REQUIRED'],
    ['deferViolation', { from: '2026-10-04' }, '/from INCONSISTENT'],
    ['deferViolation', { from: '2026-11-23' }, '/from OUT_OF_RANGE'],
    ['deferViolation', { to: '2026-10-09' }, '/to INCONSISTENT'],
    ['deferViolation', { document: ' ' }, '/document REQUIRED'],
    ['endDeferral', { on: '2026-10-09' }, '/on INCONSISTENT'],
    ['endDeferral', { on: '2026-11-23' }, '/on OUT_OF_RANGE'],
    ['annulDisciplineDecision', { on: '2026-11-09' }, '/on INCONSISTENT'],
    ['annulDisciplineDecision', { on: '2026-11-23' }, '/on OUT_OF_RANGE'],
    ['annulDisciplineDecision', { document: ' ' }, '/document REQUIRED'],
    ['recordComplaint', { filedOn: '2026-11-09' }, '/filedOn INCONSISTENT'],
    ['recordComplaint', { outcome: 'UPHELD' }, '/document REQUIRED'],
    ['replaceDisciplineDecision', { form: 'PARTY_WARNING' }, '/form FORM_NOT_ALLOWED'],
    ['replaceDisciplineDecision', { decidedOn: '2026-11-09' }, '/decidedOn INCONSISTENT'],
    ['replaceDisciplineDecision', { effectiveTo: '2026-11-17' }, '/effectiveTo INCONSISTENT'],
    ['replaceDisciplineDecision', { issuer: ' ' }, '/issuer REQUIRED'],
  ])('%s with %j: %s', async (name, changes, field) => {
    await expectRefused(name, { ...INPUTS[name]?.(), ...changes }, field);
  });
});

/** Last: from here on the agency counts by a table of its own. */
describe('the clocks an agency published', () => {
  test('hold for its acts discovered from then on, for limitation and for how long a decision lasts', async () => {
    const before = (await open({ actFrom: '2026-09-20', discoveredOn: '2026-10-31' })).result;
    const own = [
      { name: 'DISCIPLINE_HANDLING', count: 30, unit: 'DAY' },
      { name: 'DISCIPLINE_HANDLING_LATEST', count: 40, unit: 'DAY' },
      { name: 'DISCIPLINE_EFFECT', count: 6, unit: 'MONTH' },
      { name: 'LIMITATION_REPRIMAND', count: 1, unit: 'MONTH' },
    ];
    const published = await act('quantri', 'publishRegisterTable', '... on RegisterTable { version }', {
      kind: 'CLOCKS',
      unit: 'H99.01',
      version: 1,
      effectiveFrom: '2026-11-01',
      decisionNumber: '55/QĐ-SNV',
      body: JSON.stringify(own),
    });
    expect(published.result).toMatchObject({ version: 1 });
    expect(
      await read('nhansu', `{ node(id: "${before.id}") { ... on Violation { dueOn latestOn limitation { until } } } }`),
    ).toEqual({
      node: {
        dueOn: before.dueOn,
        latestOn: before.latestOn,
        limitation: [{ until: '2031-09-20' }, { until: '2036-09-20' }],
      },
    });

    const { result } = await open({ actFrom: '2026-10-01', discoveredOn: '2026-11-02' });
    expect(result).toMatchObject({ dueOn: '2026-12-02', latestOn: '2026-12-12' });
    expect(result.limitation).toMatchObject([
      { form: 'REPRIMAND', until: '2026-11-01', certainty: 'PRACTICE' },
      { form: 'WARNING', until: '2036-10-01', certainty: 'SECONDARY' },
    ]);
    const extend = { violation: result.id, revision: 1, extensionDocument: '7/TB' };
    expect(fieldOf(await act('nhansu', 'changeViolation', ACT, { ...extend, extendedTo: '2026-12-13' }))).toEqual([
      '/extendedTo EXTENSION_USED',
    ]);
    const deferral = { violation: result.id, kind: 'ILLNESS', from: '2026-11-03', to: '2026-11-04', document: '5/GRV' };
    expect((await act('nhansu', 'deferViolation', ACT, deferral)).result).toMatchObject({
      dueOn: '2026-12-04',
      latestOn: '2026-12-14',
    });
    expect(fieldOf(await decide({ violation: result.id, reasonForForm: 'x' }))).toEqual(['/form LIMITATION_EXPIRED']);
    const warned = await decide({ violation: result.id, form: 'WARNING', reasonForForm: 'x' });
    expect(warned.result).toMatchObject({ effectiveTo: '2027-05-10', sourceCertainty: 'PRACTICE' });
    const apart = { actFrom: '2026-11-03', discoveredOn: '2026-11-05', relatedToDuty: true, degradation: false };
    const { result: decided } = await decide({ act: apart, form: 'WARNING', reasonForForm: 'x' });
    const [{ id }] = decided.acts;
    const { node } = await read('nhansu', `{ node(id: "${id}") { ... on Violation { dueOn } } }`);
    expect(node.dueOn).toBe('2026-12-05');
  });

  test('that are longer than the law’s never let an extension reach further', async () => {
    const longer = [{ name: 'DISCIPLINE_HANDLING_LATEST', count: 400, unit: 'DAY' }];
    const published = await act('quantri', 'publishRegisterTable', '... on RegisterTable { version }', {
      kind: 'CLOCKS',
      unit: 'H99.01',
      version: 2,
      effectiveFrom: '2026-11-10',
      decisionNumber: '56/QĐ-SNV',
      body: JSON.stringify(longer),
    });
    expect(published.result).toMatchObject({ version: 2 });
    const { result } = await open({ actFrom: '2026-11-02', discoveredOn: '2026-11-12' });
    expect(result).toMatchObject({ dueOn: '2027-02-10', latestOn: '2027-04-11' });
    const extend = { violation: result.id, revision: 1, extensionDocument: '7/TB', extendedTo: '2027-04-12' };
    expect(fieldOf(await act('nhansu', 'changeViolation', ACT, extend))).toEqual(['/extendedTo EXTENSION_USED']);
  });
});
