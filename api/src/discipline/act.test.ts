import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ACT,
  type DisciplineOffice,
  expectRefused,
  fieldOf,
  openDisciplineOffice,
} from '../testing/discipline-office.ts';

/** Acts and their clocks as personnel keeps them, and who may know of them. */
let office: DisciplineOffice;
beforeAll(async () => {
  office = await openDisciplineOffice();
});
afterAll(() => office?.close());

describe('an act', () => {
  test('has 90 days, is extended once within 150, waits while deferred, and is dismissed by a document', async () => {
    const { result, errors } = await office.openAct();
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
    expect(
      fieldOf(await office.act('nhansu', 'changeViolation', ACT, { ...extend, extendedTo: '2027-03-05' })),
    ).toEqual(['/extendedTo EXTENSION_USED']);
    const extended = await office.act('nhansu', 'changeViolation', ACT, { ...extend, extendedTo: '2027-02-01' });
    expect(extended.result).toMatchObject({ dueOn: '2027-02-01', revision: 2 });
    expect(
      (await office.act('nhansu', 'changeViolation', ACT, { ...extend, extendedTo: '2027-02-02' })).result.code,
    ).toBe('STALE_REVISION');
    expect(
      fieldOf(await office.act('nhansu', 'changeViolation', ACT, { ...extend, revision: 2, extendedTo: '2027-02-02' })),
    ).toEqual(['/extendedTo EXTENSION_USED']);

    const deferral = { violation, kind: 'ILLNESS', from: '2026-10-10', document: 'Giấy ra viện 5' };
    const deferred = await office.act('nhansu', 'deferViolation', ACT, deferral);
    expect(deferred.result).toMatchObject({ dueOn: null, latestOn: null, deferrals: [{ kind: 'ILLNESS', to: null }] });
    expect(fieldOf(await office.act('nhansu', 'deferViolation', ACT, { ...deferral, from: '2026-11-01' }))).toEqual([
      '/from INCONSISTENT',
    ]);
    const end = { deferral: deferred.result.deferrals[0].id, on: '2026-10-19' };
    expect((await office.act('nhansu', 'endDeferral', ACT, end)).result).toMatchObject({
      dueOn: '2027-02-11',
      latestOn: '2027-03-14',
    });
    expect((await office.act('nhansu', 'endDeferral', ACT, end)).result.code).toBe('WRONG_STATE');

    const { violation: seen } = await office.read(
      'lanhdao',
      `{ violation: node(id: "${violation}") { ... on Violation { dueOn deferrals { id } } } }`,
    );
    expect(seen).toMatchObject({ dueOn: '2027-02-11', deferrals: [] });
    const { rows } = await office.ownerPool.query(
      "select payload::text from congvu.audit_entry where action in ('deferViolation', 'endDeferral')",
    );
    expect(JSON.stringify(rows)).not.toContain('ILLNESS');

    const dismiss = { violation, revision: 5, on: '2026-11-20', reason: 'Không có hành vi', document: '9/TB' };
    const { result: fresh } = await office.act('nhansu', 'dismissViolation', ACT, { ...dismiss, revision: 4 });
    expect(fresh).toMatchObject({ state: 'DISMISSED', actions: [] });
    expect((await office.act('nhansu', 'dismissViolation', ACT, dismiss)).result.code).toBe('WRONG_STATE');
    expect((await office.decide({ violation })).result.code).toBe('WRONG_STATE');
  });

  test('is opened, changed and closed by personnel alone, and never one’s own', async () => {
    const { result } = await office.openAct();
    const steps: readonly (readonly [string, object])[] = [
      ['changeViolation', { violation: result.id, revision: 1, severity: 'SERIOUS' }],
      ['dismissViolation', { violation: result.id, revision: 1, on: '2026-11-20', reason: 'x', document: 'y' }],
      ['deferViolation', { violation: result.id, kind: 'ILLNESS', from: '2026-10-10', document: 'y' }],
    ];
    for (const userName of ['quanly', 'lanhdao', 'chuyenvien', 'thanhtra', 'quantri']) {
      expect((await office.openAct({}, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      for (const [name, input] of steps) {
        expect((await office.act(userName, name, ACT, input)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      }
    }
    const { rows } = await office.ownerPool.query(
      "select e.code from congvu.employee e join congvu.user_account u on u.employee_id = e.id where u.user_name = 'nhansu'",
    );
    expect((await office.openAct({ employee: rows[0].code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await office.act('nhansu', 'dismissViolation', ACT, steps[1]?.[1] ?? {});
  });

  test('that is sealed is known to nobody but personnel, nor through the logs, until it is unsealed', async () => {
    const { result } = await office.openAct({ sealed: true, summary: 'Đang xác minh' });
    expect(result.sealed).toBe(true);
    const LIST = '{ violations(first: 100, filter: { state: [OPEN] }) { edges { node { id } } } }';
    const idsOf = async (userName: string) =>
      (await office.read(userName, LIST)).violations.edges.map((edge: { node: { id: string } }) => edge.node.id);
    expect(await idsOf('nhansu')).toContain(result.id);
    for (const userName of ['chuyenvien', 'quanly', 'lanhdao', 'thanhtra']) expect(await idsOf(userName)).toEqual([]);
    const own = await office.read(
      'chuyenvien',
      `{ employee(code: "${office.code}") { violations(first: 5, ) { edges { node { state } } } blocks { kind } } }`,
    );
    expect(own.employee.blocks).toEqual([]);
    expect(
      own.employee.violations.edges.filter((edge: { node: { state: string } }) => edge.node.state === 'OPEN'),
    ).toEqual([]);
    const ENTRIES =
      "select employee_id, payload from congvu.audit_entry where entity = 'Violation' order by sequence desc limit 1";
    expect((await office.ownerPool.query(ENTRIES)).rows[0]).toEqual({ employee_id: null, payload: '{}' });
    const unsealed = await office.act('nhansu', 'changeViolation', ACT, {
      violation: result.id,
      revision: 1,
      sealed: false,
    });
    expect(unsealed.result.sealed).toBe(false);
    expect((await office.ownerPool.query(ENTRIES)).rows[0].employee_id).not.toBeNull();
    expect(await idsOf('chuyenvien')).toEqual([result.id]);
    expect(
      (await office.read('chuyenvien', `{ employee(code: "${office.code}") { blocks { kind until text } } }`)).employee
        .blocks,
    ).toEqual([{ kind: 'PENDING_PROCEDURE', until: null, text: 'Đang trong quá trình xem xét, xử lý kỷ luật' }]);
    const asManager = await office.read(
      'quanly',
      `{ employee(code: "${office.code}") { blocks { kind } violations(first: 5) { edges { node { id } } } } }`,
    );
    expect(asManager.employee).toEqual({ blocks: null, violations: null });
    await office.act('nhansu', 'dismissViolation', ACT, {
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
      employee: office.code,
      actFrom: '2026-09-02',
      discoveredOn: '2026-10-05',
      relatedToDuty: true,
      degradation: false,
      summary: 'x',
      ...changes,
    };
    await expectRefused(office, 'openViolation', input, field);
  });
});
