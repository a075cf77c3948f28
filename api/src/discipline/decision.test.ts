import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employeeIdOf, insertDecision, insertViolation, unitIdOf } from '../../../test/testkit/register-rows.ts';
import {
  ACT,
  DECISION,
  type DisciplineOffice,
  expectRefused,
  fieldOf,
  openDisciplineOffice,
} from '../testing/discipline-office.ts';

/** Decisions on acts, the lists of both, and the bad input of every later step. */
let office: DisciplineOffice;
beforeAll(async () => {
  office = await openDisciplineOffice();
});
afterAll(() => office?.close());

describe('a decision', () => {
  test('closes its acts, freezes what it brings, and is the only one of its body', async () => {
    const [one, two] = [
      (await office.openAct()).result.id,
      (await office.openAct({ actFrom: '2026-09-20' })).result.id,
    ];
    expect((await office.decide({ violations: [one, two] }, 'lanhdao')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const { result, errors } = await office.decide({ violations: [one, two], decisionNumber: '50/QĐ-SNV' });
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
    expect((await office.decide({ violation: two })).result).toMatchObject({
      __typename: 'DecisionExistsError',
      decisionNumber: '50/QĐ-SNV',
    });
    expect((await office.decide({ violation: two, form: 'PARTY_REPRIMAND' })).result).toMatchObject({
      party: true,
      effects: [],
    });

    const LAPSE = `query Q($on: LocalDate!) { employee(code: "${office.code}") { blocks(on: $on) { kind until decision { decisionNumber } }
      disciplineDecisions(first: 5) { edges { node { decisionNumber state(on: $on) } } } } }`;
    const before = await office.read('nhansu', LAPSE, { on: '2027-11-10' });
    expect(before.employee.blocks).toContainEqual({
      kind: 'ACTIVE_DISCIPLINE',
      until: '2027-11-10',
      decision: { decisionNumber: '50/QĐ-SNV' },
    });
    const after = await office.read('nhansu', LAPSE, { on: '2027-11-11' });
    expect(after.employee.blocks).toEqual([]);
    const states = after.employee.disciplineDecisions.edges.map((edge: { node: { state: string } }) => edge.node.state);
    expect(new Set(states)).toEqual(new Set(['LAPSED']));
  });

  test('is annulled or replaced, and stays', async () => {
    const { disciplineDecisions } = await office.read(
      'nhansu',
      `{ disciplineDecisions(first: 5, filter: { employee: "${office.code}", kind: [REPRIMAND] }) { edges { node { id revision } } } }`,
    );
    const [{ node }] = disciplineDecisions.edges;
    const complaint = { decision: node.id, revision: node.revision, filedOn: '2026-11-15', outcome: 'UPHELD' };
    expect(fieldOf(await office.act('nhansu', 'recordComplaint', DECISION, complaint))).toEqual(['/document REQUIRED']);
    const complained = await office.act('nhansu', 'recordComplaint', DECISION, { ...complaint, document: '3/QĐ' });
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
      expect((await office.act('lanhdao', name, '', input)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(
      fieldOf(
        await office.act('nhansu', 'replaceDisciplineDecision', DECISION, { ...replacement, form: 'PARTY_WARNING' }),
      ),
    ).toEqual(['/form FORM_NOT_ALLOWED']);
    const replaced = await office.act('nhansu', 'replaceDisciplineDecision', DECISION, replacement);
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
    const annulled = await office.act('nhansu', 'annulDisciplineDecision', DECISION, annul);
    expect(annulled.result).toMatchObject({ state: 'ANNULLED', actions: [] });
    // The Party's decision is in force on the second act alone.
    expect(annulled.result.acts.map((each: { state: string }) => each.state)).toEqual(['OPEN', 'DECIDED']);
    expect(
      (await office.act('nhansu', 'annulDisciplineDecision', DECISION, { ...annul, revision: 2 })).result.code,
    ).toBe('WRONG_STATE');
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
    const employeeId = await employeeIdOf(office.ownerPool, office.other);
    await insertViolation(office.ownerPool, { employeeId, unitId: unit });
    const { violations } = await office.read(
      'nhansu',
      `{ violations(first: 1, filter: { employee: "${office.other}", state: [OPEN] }) { edges { node { id } } } }`,
    );
    const input = {
      employee: office.other,
      violation: violations.edges[0].node.id,
      form: 'REPRIMAND',
      decisionNumber: '70/QĐ',
      decidedOn: '2026-11-10',
      effectiveFrom: '2026-11-10',
      issuer: 'Giám đốc Sở Nội vụ',
      ...changes,
    };
    await expectRefused(office, 'recordDisciplineDecision', input, field);
  });

  test('on an act past its limitation is refused, and so is one too light while another is served', async () => {
    const employeeId = await employeeIdOf(office.ownerPool, office.other);
    const unitId = await unitIdOf(office.ownerPool, 'H99.01.01');
    await office.ownerPool.query("update congvu.assignment set valid_from = '2018-01-01' where employee_id = $1", [
      employeeId,
    ]);
    await insertViolation(
      office.ownerPool,
      { employeeId, unitId },
      { act_from: '2020-05-01', discovered_on: '2026-10-20' },
    );
    const { violations } = await office.read(
      'nhansu',
      `{ violations(first: 1, filter: { employee: "${office.other}", state: [OPEN], from: "2026-10-20", to: "2026-10-20" }) { edges { node { id } } } }`,
    );
    const old = violations.edges[0].node.id;
    expect(fieldOf(await office.decide({ employee: office.other, violation: old }))).toEqual([
      '/form LIMITATION_EXPIRED',
    ]);
    expect((await office.decide({ employee: office.other, violation: old, form: 'WARNING' })).result.__typename).toBe(
      'DisciplineDecision',
    );

    await insertDecision(
      office.ownerPool,
      { employeeId, unitId },
      { effective_from: '2026-01-10', effective_to: '2027-01-10', decided_on: '2026-01-10' },
    );
    const newer = { actFrom: '2026-11-01', discoveredOn: '2026-11-05', relatedToDuty: true, degradation: false };
    expect(fieldOf(await office.decide({ employee: office.other, act: newer }))).toEqual(['/form FORM_TOO_LIGHT']);
    const lighter = await office.decide({
      employee: office.other,
      act: newer,
      reasonForForm: 'Tự giác khai báo, khắc phục xong',
    });
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
      await office.read('nhansu', `query Q($n: Int!) { ${name}(first: $n) { edges { node ${fields} } } }`, { n });
      counts.push(office.statements.filter((text) => !/name_actor|authenticate_subject/.test(text)).length);
    }
    expect(counts).toEqual([cost, cost]);
  });

  test('put what is overdue first, and narrow by state, kind, period and unit', async () => {
    const employeeId = await employeeIdOf(office.ownerPool, office.other);
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
      (await office.read('nhansu', LIST, { filter })).violations.edges.map((edge: { node: object }) => edge.node);
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
    const ending = await office.read(
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
    given.violation = (await office.openAct()).result.id;
    const waiting = (await office.openAct()).result.id;
    const deferred = await office.act('nhansu', 'deferViolation', ACT, {
      violation: waiting,
      kind: 'ILLNESS',
      from: '2026-10-10',
      document: '5/GRV',
    });
    given.deferral = deferred.result.deferrals[0].id;
    const { disciplineDecisions } = await office.read(
      'nhansu',
      `{ disciplineDecisions(first: 1, filter: { employee: "${office.other}", state: [ACTIVE], kind: [WARNING] }) { edges { node { id revision decidedOn } } } }`,
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
    await expectRefused(office, name, { ...INPUTS[name]?.(), ...changes }, field);
  });
});
