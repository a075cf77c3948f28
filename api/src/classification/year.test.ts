import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MEETING, ROUND } from '../testing/proposed-year.ts';
import { type CastOffice, DISCIPLINED, NOBODY_SCORED, openCastOffice, UNRELATED } from '../testing/year-cast.ts';
import { AGENCY, type YearOffice } from '../testing/year-office.ts';

/** One agency's year up to its proposal, step by step, by the accounts of the demonstration; each test goes on where the one before ended. */
let office: YearOffice;
let at: CastOffice['at'];
beforeAll(async () => {
  ({ office, at } = await openCastOffice());
});
afterAll(() => office?.close());

const OPENED =
  '... on OpenedYear { added refreshed leftOut { reason } round { id state dueOn daysLeft ratePercent progress { state count } } }';
const STATE = '... on Classification { state rowRevision selfLevel }';

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
