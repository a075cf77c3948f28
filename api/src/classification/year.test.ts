import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../testing/api-office.ts';
import type { AgencyPerson } from '../testing/closed-months.ts';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/** One agency's year, step by step, by the accounts of the demonstration; each test goes on where the one before ended. */
let office: YearOffice;
let staff: readonly AgencyPerson[];
const at = (index: number) => {
  const person = staff[index];
  if (person === undefined) throw new Error(`There are more than ${index} people.`);
  return person;
};
// Of the staff beside the accounts of the demonstration: who has what in this year.
const NOBODY_SCORED = 0;
const DISCIPLINED = 1;
const UNRELATED = 2;

beforeAll(async () => {
  office = await openYearOffice((person, index) => {
    if (person.post !== 'STAFF') return 93;
    if (person.userName === 'chuyenvien') return 71;
    return index % 5 === 0 ? 95 : 60 + (index % 35);
  });
  const accounts = ['chuyenvien', 'nhansu'];
  staff = office.people.filter((person) => person.post === 'STAFF' && !accounts.includes(person.userName ?? ''));
  await office.ownerPool.query('alter table congvu.period_result disable trigger append_only');
  await office.ownerPool.query('delete from congvu.period_result where employee_id = $1', [
    at(NOBODY_SCORED).employeeId,
  ]);
  await office.ownerPool.query('alter table congvu.period_result enable trigger append_only');
  for (const [index, related] of [
    [DISCIPLINED, true],
    [UNRELATED, false],
  ] as const) {
    await office.ownerPool.query('update congvu.discipline_decision set annulled_on = $2 where employee_id = $1', [
      at(index).employeeId,
      '2026-01-02',
    ]);
    await office.ownerPool.query(
      `with act as (insert into congvu.violation (id, employee_id, unit_id, act_from, discovered_on, related_to_duty,
           state, closed_on)
         select gen_random_uuid(), $1, a.unit_id, '2026-02-03', '2026-02-10', $2, 'DECIDED', '2026-03-02' from congvu.assignment a
         where a.employee_id = $1 and a.valid_to is null returning *)
       insert into congvu.discipline_decision (id, employee_id, unit_id, form, decision_number, decided_on, effective_from,
         effective_to, issuer, related_to_duty, source_certainty, violation_id)
       select gen_random_uuid(), act.employee_id, act.unit_id, 'REPRIMAND', '5/QĐ-SNV', '2026-03-02', '2026-03-02', '2027-03-01',
         'Giám đốc Sở', act.related_to_duty, 'RECALLED', act.id from act`,
      [at(index).employeeId, related],
    );
  }
});
afterAll(() => office?.close());

const OPENED =
  '... on OpenedYear { added refreshed leftOut { reason } round { id state dueOn daysLeft ratePercent progress { state count } } }';
const ROUND = { unit: AGENCY, year: YEAR };
const STATE = '... on Classification { state rowRevision selfLevel }';
const MEETING = {
  ...ROUND,
  heldOn: '2026-11-20',
  kind: 'ALL_STAFF',
  chair: 'Giám đốc',
  secretary: 'Thư ký',
  present: 190,
  absent: 10,
  content: 'Thống nhất mức xếp loại.',
};
const DECIDED =
  '... on DecidedClassifications { decided refused rows { index classification { state } errors { path code message } } }';
const DECISION = { decisionNumber: '9/QĐ-SNV', decidedOn: '2026-11-22' };

async function decide(userName: string, rows: readonly object[], headers?: Record<string, string>) {
  return office.act(userName, 'decideClassifications', DECIDED, { ...DECISION, rows }, headers);
}

async function decideOne(userName: string, row: object) {
  const { result, errors } = await decide(userName, [row]);
  expect(errors).toEqual([]);
  return result.rows[0];
}

describe('opening a year', () => {
  test('gives everybody of the agency a row, once', async () => {
    const first = await office.act('nhansu', 'openYear', OPENED, ROUND);
    expect(first.errors).toEqual([]);
    expect(first.result).toMatchObject({
      __typename: 'OpenedYear',
      added: office.people.length,
      refreshed: 0,
      leftOut: [],
      round: { state: 'OPEN', dueOn: '2026-12-14', daysLeft: 22, ratePercent: 20 },
    });
    const again = await office.act('nhansu', 'openYear', OPENED, ROUND);
    expect(again.result).toMatchObject({ added: 0, refreshed: 0 });
  });

  test('takes up what was closed since, and keeps each month with its rule set and result', async () => {
    const row = await office.yearOf(
      'nhansu',
      office.codeOf('chuyenvien'),
      'months { period total display ruleSet note result { id display sheets { period } } } mean leave authority { code } group { code }',
    );
    expect(row).toMatchObject({
      meanDisplay: '71.00',
      mean: '71',
      workedMonths: 12,
      leave: 'NONE',
      authority: { code: AGENCY },
    });
    expect(row.months).toHaveLength(12);
    expect(row.months[0]).toMatchObject({
      period: '2026-01',
      total: '71',
      ruleSet: 'ND335-2025/CIVIL_SERVANT',
      note: null,
      result: { display: '71.00', sheets: [{ period: '2026-01' }] },
    });
    expect(row.months[11]).toMatchObject({ total: null, note: 'NOT_CLOSED', result: null });
    const head = await office.yearOf('nhansu', office.codeOf('lanhdao'), 'authority { code } requiredSteps');
    expect(head).toMatchObject({
      authority: { code: 'H99' },
      requiredSteps: ['MEETING_HELD', 'PARTY_OPINION', 'SYNTHESISED'],
    });
  });

  test('is the personnel body’s, of an agency, in a year of the new law', async () => {
    for (const userName of ['quanly', 'lanhdao', 'chuyenvien']) {
      const refused = await office.act(userName, 'openYear', OPENED, ROUND);
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
    const part = await office.act('nhansu', 'openYear', OPENED, { ...ROUND, unit: 'H99.01.01' });
    expect(part.result).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: '/unit', code: 'UNIT_UNKNOWN' }],
    });
    const old = await office.act('nhansu', 'openYear', OPENED, { ...ROUND, year: 2025 });
    expect(old.result).toMatchObject({ fields: [{ path: '/year', code: 'OUT_OF_RANGE' }] });
    const rate = await office.act('nhansu', 'openYear', OPENED, { ...ROUND, ratePercent: 25, rateDocument: '3/QĐ' });
    expect(rate.result).toMatchObject({ fields: [{ path: '/ratePercent', code: 'OUT_OF_RANGE' }] });
    const bare = await office.act('nhansu', 'openYear', OPENED, { ...ROUND, ratePercent: 25 });
    expect(bare.result).toMatchObject({ fields: [{ path: '/rateDocument', code: 'INCONSISTENT' }] });
  });
});

describe('the steps before a decision', () => {
  test('a person rates himself and nobody else', async () => {
    const code = office.codeOf('chuyenvien');
    const row = await office.yearOf('chuyenvien', code, 'actions');
    expect(row.actions).toEqual(['SELF_RATE']);
    const input = {
      classification: row.id,
      revision: row.rowRevision,
      level: 'GOOD',
      note: 'Hoàn thành các việc được giao',
    };
    const foreign = await office.act('quanly', 'selfRate', STATE, input);
    expect(foreign.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { result } = await office.act('chuyenvien', 'selfRate', STATE, input);
    expect(result).toMatchObject({ state: 'SELF_RATED', selfLevel: 'GOOD' });
    const stale = await office.act('chuyenvien', 'selfRate', STATE, input);
    expect(stale.result).toMatchObject({ __typename: 'StaleRevisionError' });
  });

  test('a meeting is attached to the people of its unit', async () => {
    const minutes = '... on ClassificationMeeting { kind present unit { code } }';
    const future = await office.act('nhansu', 'recordMeeting', minutes, { ...MEETING, heldOn: '2026-11-23' });
    expect(future.result).toMatchObject({ fields: [{ path: '/heldOn', code: 'INCONSISTENT' }] });
    const strange = await office.act('nhansu', 'recordMeeting', minutes, {
      ...MEETING,
      employees: [at(0).code, 'KHONG'],
    });
    expect(strange.result).toMatchObject({ fields: [{ path: '/employees/1', code: 'EMPLOYEE_UNKNOWN' }] });
    const refused = await office.act('lanhdao', 'recordMeeting', minutes, MEETING);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { result } = await office.act('nhansu', 'recordMeeting', minutes, MEETING);
    expect(result).toMatchObject({ __typename: 'ClassificationMeeting', present: 190, unit: { code: AGENCY } });
    const row = await office.yearOf('chuyenvien', office.codeOf('chuyenvien'), 'meeting { heldOn content }');
    expect(row).toMatchObject({ state: 'MEETING_HELD', meeting: { heldOn: '2026-11-20' } });
  });

  test('a deputy needs the Party’s opinion, a head a synthesis too', async () => {
    const leaders = office.people.filter((person) => person.post !== 'STAFF');
    for (const person of leaders) {
      const row = await office.yearOf('nhansu', person.code);
      const opinion = {
        classification: row.id,
        revision: row.rowRevision,
        body: 'Chi ủy',
        opinion: 'Nhất trí',
        givenOn: '2026-11-21',
      };
      const given = await office.act('nhansu', 'recordPartyOpinion', STATE, opinion);
      expect(given.result).toMatchObject({ state: 'PARTY_OPINION' });
      const text = { classification: row.id, revision: given.result.rowRevision, synthesis: 'Các ý kiến thống nhất' };
      const { result } = await office.act('nhansu', 'synthesise', STATE, text);
      expect(result.__typename).toBe(person.post === 'HEAD' ? 'Classification' : 'WrongStateError');
    }
    const row = await office.yearOf('nhansu', at(0).code);
    const staffSynthesis = { classification: row.id, revision: row.rowRevision, synthesis: 'x' };
    const refused = await office.act('lanhdao', 'synthesise', STATE, staffSynthesis);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const opinion = {
      classification: row.id,
      revision: row.rowRevision,
      body: 'Chi ủy',
      opinion: 'x',
      givenOn: '2026-11-21',
    };
    const quanly = await office.act('quanly', 'recordPartyOpinion', STATE, opinion);
    expect(quanly.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('proposing', () => {
  const PROPOSED =
    '... on ProposedYear { pool limit proposed groups { group pool limit } open { classification { employee { code } } reasons } round { state } }';

  test('runs the pipeline over what is stored and says who is left open', async () => {
    const refused = await office.act('lanhdao', 'proposeLevels', PROPOSED, ROUND);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const unopened = await office.act('nhansu', 'proposeLevels', PROPOSED, { ...ROUND, unit: 'H99.02' });
    expect(unopened.result).toMatchObject({ __typename: 'RoundNotOpenError', code: 'ROUND_NOT_OPEN' });
    const { result, errors } = await office.act('nhansu', 'proposeLevels', PROPOSED, ROUND);
    expect(errors).toEqual([]);
    expect(result).toMatchObject({ __typename: 'ProposedYear', round: { state: 'PROPOSED' } });
    expect(result.limit).toBe(Math.floor(result.pool / 6));
    for (const { pool, limit } of result.groups) expect(limit).toBe(Math.floor(pool / 6));
    const open = new Map(
      result.open.map((each: { classification: { employee: { code: string } }; reasons: string[] }) => [
        each.classification.employee.code,
        each.reasons,
      ]),
    );
    expect(open.get(at(NOBODY_SCORED).code)).toEqual(['NOT_CLASSIFIED']);
    expect(open.get(office.codeOf('quanly'))).toEqual(['PENDING_UNIT']);
    expect(open.has(office.codeOf('chuyenvien'))).toBe(false);
  });

  test('keeps a trace with the rule and its source, in both languages', async () => {
    const steps =
      'explanation { step rule text before after source { instrument clause certainty } figures { name value } }';
    const forced = await office.yearOf('nhansu', at(DISCIPLINED).code, steps);
    expect(forced).toMatchObject({
      proposal: 'LEVEL',
      proposedLevel: 'NOT_COMPLETED',
      flags: expect.arrayContaining(['FORCED']),
    });
    expect(forced.explanation.map((line: { step: string }) => line.step)).toEqual([
      'mean',
      'eligibility',
      'scoreLevel',
      'forced',
    ]);
    const last = forced.explanation.at(-1);
    expect(last).toMatchObject({
      after: 'NOT_COMPLETED',
      source: { instrument: '335/2025/NĐ-CP', certainty: 'VERIFIED' },
    });
    expect(last.text).not.toBe(last.rule);
    const flagged = await office.yearOf('nhansu', at(UNRELATED).code);
    expect(flagged.flags).toContain('UNRELATED_DISCIPLINE');
    expect(flagged.proposedLevel).not.toBe('NOT_COMPLETED');
    const none = await office.yearOf('nhansu', at(NOBODY_SCORED).code);
    expect(none).toMatchObject({ proposal: 'NOT_CLASSIFIED', proposedLevel: null, meanDisplay: null });
  });

  test('shows the live quota without names, and where a person would stand', async () => {
    const QUOTA = `query Q($unit: String!, $period: Period!, $employee: String) { quota(unit: $unit, period: $period, employee: $employee) {
      ratePercent basis agency { code } total { members pool limit proposed decided } groups { group { code } pool limit proposed }
      person { isExceeded group { place limit outstanding } agency { place limit } } } }`;
    const { quota } = await office.read('quanly', QUOTA, {
      unit: 'H99.01.01',
      period: '2026',
      employee: office.codeOf('chuyenvien'),
    });
    expect(quota).toMatchObject({
      ratePercent: 20,
      basis: 'LITERAL_HTT_ONLY',
      agency: { code: AGENCY },
      total: { decided: 0 },
    });
    expect(quota.person.agency.place).toBe(quota.total.proposed + 1);
    expect(quota.person.isExceeded).toBe(
      quota.person.agency.place > quota.person.agency.limit || quota.person.group.place > quota.person.group.limit,
    );
    const month = await office.read('quanly', QUOTA, {
      unit: 'H99.01.01',
      period: '2026-10',
      employee: office.codeOf('chuyenvien'),
    });
    expect(month.quota.total.pool).toBeGreaterThan(0);
    expect(month.quota.person.group.place).toBe(month.quota.person.group.outstanding + 1);
    const nothing = await office.read('chuyenvien', QUOTA, { unit: 'H99.02', period: '2026' });
    expect(nothing.quota).toMatchObject({ total: null, groups: [], person: null });
  });
});

describe('a decision', () => {
  const rowOf = async (code: string) => {
    const row = await office.yearOf('nhansu', code);
    return { classification: row.id, revision: row.rowRevision, level: row.proposedLevel };
  };

  test('is made by the authority alone', async () => {
    const row = await rowOf(at(5).code);
    for (const userName of ['nhansu', 'quanly', 'chuyenvien']) {
      const refused = await decide(userName, [row]);
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
    const above = await decideOne(office.provinceHead, row);
    expect(above).toMatchObject({
      classification: null,
      errors: [{ path: '/rows/0/classification', code: 'FORBIDDEN' }],
    });
    const own = await decideOne('lanhdao', { ...(await rowOf(office.codeOf('lanhdao'))), level: 'GOOD' });
    expect(own).toMatchObject({ errors: [{ code: 'FORBIDDEN' }] });
  });

  test('gives a reason where it differs, and a document against the law', async () => {
    const forced = await rowOf(at(DISCIPLINED).code);
    expect(await decideOne('lanhdao', { ...forced, level: 'GOOD', reason: 'Đã khắc phục' })).toMatchObject({
      errors: [{ path: '/rows/0/level', code: 'FORCED_LEVEL' }],
    });
    const none = await rowOf(at(NOBODY_SCORED).code);
    expect(await decideOne('lanhdao', { ...none, level: 'GOOD', reason: 'Xét thực tế' })).toMatchObject({
      errors: [{ path: '/rows/0/overrideDocument', code: 'OVERRIDE_REQUIRED' }],
    });
    const ordinary = await rowOf(at(7).code);
    const other = ordinary.level === 'GOOD' ? 'COMPLETED' : 'GOOD';
    expect(await decideOne('lanhdao', { ...ordinary, level: other })).toMatchObject({
      errors: [{ path: '/rows/0/reason', code: 'REASON_REQUIRED' }],
    });
    const pending = await rowOf(office.codeOf('quanly'));
    expect(await decideOne('lanhdao', { ...pending, level: 'GOOD', reason: 'x' })).toMatchObject({
      errors: [{ path: '/rows/0/level', code: 'HEAD_ABOVE_UNIT' }],
    });
    expect(await decideOne('lanhdao', { ...ordinary, revision: ordinary.revision - 1 })).toMatchObject({
      errors: [{ path: '/rows/0/revision', code: 'STALE_REVISION' }],
    });
    const empty = await decide('lanhdao', [{ ...ordinary, level: null }]);
    expect(empty.result).toMatchObject({ fields: [{ path: '/rows/0/level', code: 'INCONSISTENT' }] });
    const future = await office.act('lanhdao', 'decideClassifications', DECIDED, {
      ...DECISION,
      decidedOn: '2026-12-01',
      rows: [ordinary],
    });
    expect(future.result).toMatchObject({ fields: [{ path: '/decidedOn', code: 'INCONSISTENT' }] });
  });

  test('answers for each row of many, and the same once more', async () => {
    const codes = [
      ...staff.filter((_person, index) => index !== NOBODY_SCORED).map((person) => person.code),
      office.codeOf('chuyenvien'),
    ];
    const rows = await Promise.all(codes.map(rowOf));
    const key = newKey();
    // Whose tie is left to the authority gets the lower level here.
    const good = rows.map((row) => ({ ...row, level: row.level ?? 'GOOD' }));
    const input = {
      idempotencyKey: key,
      ...DECISION,
      rows: [...good, { ...good[0], classification: 'bm9ib2R5' }, good[1]],
    };
    const { result, errors } = await office.act('lanhdao', 'decideClassifications', DECIDED, input);
    expect(errors).toEqual([]);
    const refusedRows = result.rows.filter((row: { errors: object[] }) => row.errors.length > 0);
    expect(
      refusedRows.map((row: { index: number; errors: { code: string }[] }) => [row.index, row.errors[0]?.code]),
    ).toEqual([
      [good.length, 'NOT_FOUND'],
      [good.length + 1, 'INCONSISTENT'],
    ]);
    expect(result).toMatchObject({ decided: good.length, refused: 2 });
    const again = await office.act('lanhdao', 'decideClassifications', DECIDED, input);
    expect(again.result).toEqual(result);
    const decidedAgain = await decideOne('lanhdao', { ...good[0], revision: null });
    expect(decidedAgain).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
    const { rows: entries } = await office.ownerPool.query(
      `select count(*)::int as count, count(distinct employee_id)::int as people from congvu.audit_entry where idempotency_key = $1`,
      [key],
    );
    expect(entries[0]).toEqual({ count: good.length, people: good.length });
  });

  test('marks the act that forced the level, so that no other year counts it', async () => {
    const { rows } = await office.ownerPool.query<{ counted_year: number | null }>(
      "select counted_year from congvu.violation where employee_id = any($1) and act_from = '2026-02-03' order by related_to_duty desc",
      [[at(DISCIPLINED).employeeId, at(UNRELATED).employeeId]],
    );
    expect(rows.map((row) => row.counted_year)).toEqual([YEAR, null]);
  });

  test('that a year has no level is said in so many words', async () => {
    const row = await rowOf(at(NOBODY_SCORED).code);
    expect(await decideOne('lanhdao', { ...row, level: null, notClassified: true })).toMatchObject({
      classification: { state: 'DECIDED' },
      errors: [],
    });
  });
});

describe('a unit’s year', () => {
  const RESULT =
    '... on UnitResult { id state rowRevision proposal proposedLevel suggestion total decidedLevel explanation { step text } general { code name points } }';
  const GENERAL = ['1', '2', '3'];
  const points = async (general: string, item: string) => {
    const { builtInRuleSets } = await import('@congvu/schema/rulesets');
    const rules = builtInRuleSets.get('ND335-2025/ORGANISATION');
    if (rules.kind !== 'ORGANISATION') throw new Error('a rule set of organisations');
    expect(rules.groups).toHaveLength(GENERAL.length);
    return {
      general: rules.groups.map(({ code }) => ({ group: code, points: general })),
      items: rules.items.map(({ code }) => ({ item: code, points: item })),
    };
  };
  const FACTS = {
    year: YEAR,
    tasksTotal: 100,
    tasksDone: 100,
    tasksLate: 15,
    tasksBeyond: 10,
    qualityMet: true,
    defectsRemedied: true,
    personnelWrongdoing: false,
    selfLevel: 'GOOD',
  };

  test('is evaluated by its leaders, with the proposal of the law’s conditions', async () => {
    const given = { ...FACTS, unit: 'H99.01.01', ...(await points('8', '7')), complaints: 'Một đơn phản ánh' };
    const foreign = await office.act('quanly', 'submitUnitResult', RESULT, { ...given, unit: 'H99.01.02' });
    expect(foreign.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { result, errors } = await office.act('quanly', 'submitUnitResult', RESULT, given);
    expect(errors).toEqual([]);
    // 24 + 56 = 80, all done but 15 % late: the gap policy says COMPLETED (domain.md U5).
    expect(result).toMatchObject({
      __typename: 'UnitResult',
      state: 'SUBMITTED',
      total: '80',
      proposedLevel: 'COMPLETED',
    });
    expect(result.explanation.length).toBeGreaterThan(1);
    const stale = await office.act('quanly', 'submitUnitResult', RESULT, given);
    expect(stale.result.__typename).toBe('StaleRevisionError');
    const more = await office.act('quanly', 'submitUnitResult', RESULT, {
      ...given,
      revision: result.rowRevision,
      tasksLate: 101,
    });
    expect(more.result).toMatchObject({ fields: [{ path: '/tasksLate', code: 'INCONSISTENT' }] });
  });

  test('is decided by its recogniser, complaints verified, after those below it', async () => {
    const { unit } = await office.read(
      'lanhdao',
      `{ unit(code: "H99.01.01") { unitResult(year: ${YEAR}) { id rowRevision authority { code } } } }`,
    );
    const decision = {
      unitResult: unit.unitResult.id,
      revision: unit.unitResult.rowRevision,
      level: 'COMPLETED',
      decisionNumber: '7/QĐ',
      decidedOn: '2026-11-22',
    };
    expect(unit.unitResult.authority.code).toBe(AGENCY);
    const refused = await office.act('nhansu', 'decideUnitResult', RESULT, decision);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const unverified = await office.act('lanhdao', 'decideUnitResult', RESULT, decision);
    expect(unverified.result).toMatchObject({ __typename: 'EvidenceRequiredError' });
    const better = await office.act('lanhdao', 'decideUnitResult', RESULT, {
      ...decision,
      level: 'GOOD',
      verification: 'Không đúng',
      reason: 'x',
    });
    expect(better.result).toMatchObject({ __typename: 'OverrideRequiredError' });
    const { result } = await office.act('lanhdao', 'decideUnitResult', RESULT, {
      ...decision,
      verification: 'Đã xác minh, không đúng',
    });
    expect(result).toMatchObject({ __typename: 'UnitResult', state: 'DECIDED', decidedLevel: 'COMPLETED' });
    const given = { ...FACTS, unit: AGENCY, ...(await points('9', '8')), tasksLate: 0 };
    const agency = await office.act('nhansu', 'submitUnitResult', RESULT, given);
    expect(agency.result).toMatchObject({ __typename: 'UnitResult' });
    const early = await office.act(office.provinceHead, 'decideUnitResult', RESULT, {
      ...decision,
      unitResult: agency.result.id,
      revision: agency.result.rowRevision,
      level: 'GOOD',
    });
    expect(early.result).toMatchObject({ __typename: 'WrongStateError', message: expect.anything() });
  });

  test('caps its head', async () => {
    await office.act('nhansu', 'proposeLevels', '', ROUND);
    const row = await office.yearOf('nhansu', office.codeOf('quanly'));
    expect(row).toMatchObject({
      scoreLevel: 'OUTSTANDING',
      proposedLevel: 'COMPLETED',
      flags: expect.arrayContaining(['HEAD_CAP']),
    });
    const given = { classification: row.id, revision: row.rowRevision, level: 'GOOD', reason: 'Thành tích cá nhân' };
    expect(await decideOne('lanhdao', given)).toMatchObject({ errors: [{ code: 'HEAD_ABOVE_UNIT' }] });
    expect(await decideOne('lanhdao', { ...given, overrideDocument: '88/UBND-NV' })).toMatchObject({
      errors: [],
      classification: { state: 'DECIDED' },
    });
  });
});

describe('after the decision', () => {
  const TOLD = '... on ToldPeople { count classifications { state } }';

  test('the person reads it from his notice on, and the agency the level from its publication on', async () => {
    const code = office.codeOf('chuyenvien');
    const before = await office.yearOf('chuyenvien', code);
    expect(before).toMatchObject({ state: 'DECIDED', decision: null });
    const PUBLISHED = `query Q($unit: String!) { publishedLevels(unit: $unit, year: ${YEAR}, first: 100) { edges { node { code level unit { code } } } } }`;
    const early = await office.act('nhansu', 'publishClassifications', TOLD, { ...ROUND, unit: 'H99.01.01' });
    expect(early.result).toMatchObject({ count: 0 });
    const refused = await office.act('lanhdao', 'notifyClassifications', TOLD, ROUND);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const told = await office.act('nhansu', 'notifyClassifications', TOLD, { ...ROUND, unit: 'H99.01.01' });
    expect(told.errors).toEqual([]);
    expect(told.result.count).toBeGreaterThan(40);
    const after = await office.yearOf('chuyenvien', code, 'actions notifiedAt');
    expect(after).toMatchObject({
      state: 'NOTIFIED',
      decision: { level: 'GOOD', number: '9/QĐ-SNV' },
      actions: ['PETITION'],
    });
    const nobody = await office.read('chuyenvien', PUBLISHED, { unit: 'H99.01.01' });
    expect(nobody.publishedLevels.edges).toEqual([]);
    const refusedToPublish = await office.act('lanhdao', 'publishClassifications', TOLD, ROUND);
    expect(refusedToPublish.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const published = await office.act('nhansu', 'publishClassifications', TOLD, { ...ROUND, unit: 'H99.01.01' });
    expect(published.result.count).toBe(told.result.count);
    const colleagues = await office.read('chuyenvien', PUBLISHED, { unit: 'H99.01.01' });
    expect(colleagues.publishedLevels.edges).toHaveLength(told.result.count);
    expect(
      colleagues.publishedLevels.edges.find((edge: { node: { code: string } }) => edge.node.code === code).node.level,
    ).toBe('GOOD');
    const outside = await office.ownerPool.query<{ user_name: string }>(
      `select u.user_name from congvu.user_account u join congvu.assignment a on a.employee_id = u.employee_id
       join congvu.unit n on n.id = a.unit_id where n.code = 'H99.02.01' and a.post = 'STAFF' and a.valid_to is null limit 1`,
    );
    const strangers = await office.read(outside.rows[0]?.user_name ?? '', PUBLISHED, { unit: 'H99.01.01' });
    expect(strangers.publishedLevels.edges).toEqual([]);
  });

  test('a colleague reads no figure of another', async () => {
    const { data } = await office.as('chuyenvien')(
      `{ classifications(first: 100) { edges { node { employee { code } } } } }`,
      {},
      { 'x-purpose': 'CLASSIFY' },
    );
    expect(
      data.classifications.edges.map((edge: { node: { employee: { code: string } } }) => edge.node.employee.code),
    ).toEqual([office.codeOf('chuyenvien')]);
  });

  const PETITION =
    '... on Petition { id state dueOn daysLeft overdue receivedOn replacement { id } classification { state } }';

  test('the person petitions once, the authority answers, and both decisions stay', async () => {
    const code = office.codeOf('chuyenvien');
    const row = await office.yearOf('chuyenvien', code);
    const petition = { classification: row.id, content: 'Đề nghị xem xét lại kết quả tháng 6' };
    const foreign = await office.act('quanly', 'filePetition', PETITION, petition);
    expect(foreign.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { result, errors } = await office.act('chuyenvien', 'filePetition', PETITION, petition);
    expect(errors).toEqual([]);
    // Received on Sunday 22/11/2026: the seventh working day after it, 01/12/2026, one later where 24/11 is a holiday.
    expect(result).toMatchObject({
      state: 'FILED',
      receivedOn: '2026-11-22',
      overdue: false,
      classification: { state: 'PETITIONED' },
    });
    expect(['2026-12-01', '2026-12-02']).toContain(result.dueOn);
    const twice = await office.act('chuyenvien', 'filePetition', PETITION, petition);
    expect(twice.result).toMatchObject({ __typename: 'PetitionOpenError', code: 'PETITION_OPEN' });
    const listed = await office.read(
      'lanhdao',
      '{ petitions(first: 10, filter: { state: [FILED], overdue: false }) { edges { node { daysLeft employee { code } } } } }',
    );
    expect(listed.petitions.edges).toMatchObject([{ node: { employee: { code } } }]);

    const answer = {
      petition: result.id,
      outcome: 'UPHELD',
      resolution: 'Chấp nhận',
      level: 'COMPLETED',
      decisionNumber: '15/QĐ-SNV',
    };
    const refused = await office.act('nhansu', 'resolvePetition', PETITION, answer);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const other = await office.act(office.provinceHead, 'resolvePetition', PETITION, answer);
    expect(other.errors[0]?.extensions.code).toMatch(/FORBIDDEN|NOT_FOUND/);
    const bare = await office.act('lanhdao', 'resolvePetition', PETITION, { ...answer, decisionNumber: null });
    expect(bare.result).toMatchObject({ fields: [{ path: '/decisionNumber', code: 'INCONSISTENT' }] });
    const resolved = await office.act('lanhdao', 'resolvePetition', PETITION, answer);
    expect(resolved.errors).toEqual([]);
    expect(resolved.result).toMatchObject({
      __typename: 'Petition',
      state: 'RESOLVED',
      classification: { state: 'SUPERSEDED' },
    });
    const now = await office.yearOf(
      'nhansu',
      code,
      'revisions { revision state current decision { level number } } supersedes { id }',
    );
    expect(now).toMatchObject({
      revision: 2,
      state: 'DECIDED',
      current: true,
      decision: { level: 'COMPLETED', number: '15/QĐ-SNV' },
    });
    expect(now.revisions).toMatchObject([
      { revision: 2, current: true },
      { revision: 1, state: 'SUPERSEDED', current: false, decision: { level: 'GOOD', number: '9/QĐ-SNV' } },
    ]);
    const again = await office.act('lanhdao', 'resolvePetition', PETITION, answer);
    expect(again.result).toMatchObject({ __typename: 'WrongStateError' });
  });

  test('a withdrawn petition leaves the decision', async () => {
    const { rows } = await office.ownerPool.query<{ user_name: string; code: string }>(
      `select u.user_name, e.code from congvu.user_account u join congvu.employee e on e.id = u.employee_id
       join congvu.classification c on c.employee_id = e.id and c.state = 'PUBLISHED' limit 1`,
    );
    const { user_name = '', code = '' } = rows[0] ?? {};
    const row = await office.yearOf(user_name, code);
    const filed = await office.act(user_name, 'filePetition', PETITION, {
      classification: row.id,
      content: 'Xem xét lại',
    });
    const foreign = await office.act('chuyenvien', 'withdrawPetition', PETITION, { petition: filed.result.id });
    expect(foreign.errors[0]?.extensions.code).toMatch(/FORBIDDEN|NOT_FOUND/);
    const { result } = await office.act(user_name, 'withdrawPetition', PETITION, { petition: filed.result.id });
    expect(result).toMatchObject({ state: 'WITHDRAWN', daysLeft: null, classification: { state: 'RESOLVED' } });
  });

  test('the managing agency replaces a wrong decision, with a reason', async () => {
    const row = await office.yearOf('nhansu', at(20).code);
    const input = {
      classification: row.id,
      revision: row.rowRevision,
      level: 'NOT_COMPLETED',
      reason: 'Số liệu không trung thực',
      decisionNumber: '3/QĐ-UBND',
      decidedOn: '2026-11-22',
    };
    const level =
      '... on Classification { revision state decision { level } authority { code } supersedes { state decision { level } } }';
    const refused = await office.act('lanhdao', 'supersedeClassification', level, input);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const silent = await office.act(office.provinceHead, 'supersedeClassification', level, { ...input, reason: '' });
    expect(silent.result).toMatchObject({ fields: [{ path: '/reason', code: 'REQUIRED' }] });
    const { result, errors } = await office.act(office.provinceHead, 'supersedeClassification', level, input);
    expect(errors).toEqual([]);
    expect(result).toMatchObject({
      revision: 2,
      state: 'DECIDED',
      decision: { level: 'NOT_COMPLETED' },
      authority: { code: 'H99' },
      supersedes: { state: 'SUPERSEDED' },
    });
  });
});

describe('lists', () => {
  test('cost the same for three rows as for a hundred', async () => {
    const LIST = `query Q($first: Int!) { classifications(first: $first, orderBy: MEAN, filter: { unit: "${AGENCY}", year: ${YEAR} }) {
      edges { node { state employee { name } unit { name } agency { code } authority { code } actions round { year } meeting { heldOn }
        decision { level } petitions { state } months { result { display } } explanation { step } revisions { revision } } } } }`;
    const count = async (first: number) => {
      office.statements.length = 0;
      const { data } = await office.as('nhansu')(LIST, { first }, { 'x-purpose': 'CLASSIFY' });
      expect(data.classifications.edges).toHaveLength(first);
      return office.statements.length;
    };
    await count(1);
    const few = await count(3);
    expect(await count(8)).toBe(few);
  });

  test.each([
    ['state: [NOT_A_STATE]', null],
    ['level: [NOT_COMPLETED]', 'proposedLevel'],
  ])('filter by %s', async (filter, _field) => {
    const { data, errors } = await office.as('nhansu')(
      `{ classifications(first: 50, filter: { unit: "${AGENCY}", year: ${YEAR}, ${filter} }) { edges { node { decision { level } proposedLevel } } } }`,
      {},
      { 'x-purpose': 'CLASSIFY' },
    );
    if (filter.startsWith('state')) expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
    else expect(data.classifications.edges.length).toBeGreaterThan(0);
  });
});
