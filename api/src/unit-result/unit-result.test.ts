import { builtInRuleSets } from '@congvu/schema/rulesets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENCY, openYearOffice, YEAR, type YearOffice } from '../testing/year-office.ts';

/**
 * Six phòng of one agency, all proposed OUTSTANDING: of them one may be (art. 8(5): 20 % of 6 by the literal reading), then the
 * agency, then what its level allows people. Each test goes on where the one before ended.
 */
let office: YearOffice;
const PARTS = ['01', '02', '03', '04', '05', '06'].map((part) => `${AGENCY}.${part}`);
const [FIRST = '', SECOND = '', THIRD = ''] = PARTS;
const RESULT = `... on UnitResult { id state revision rowRevision proposedLevel decidedLevel verification reason decisionNumber
  supersedes { id state decidedLevel decisionNumber } headsAbove { employee { code } } }`;
const DECIDED = `${RESULT} ... on QuotaExceededError { group limit outstanding } ... on EvidenceRequiredError { path }`;
const DECISION = { decisionNumber: '7/QĐ-SNV', decidedOn: '2026-11-22' };
const ROUND = { unit: AGENCY, year: YEAR };

const submit = async (unit: string, more: object = {}) => {
  const rules = builtInRuleSets.get('ND335-2025/ORGANISATION');
  if (rules.kind !== 'ORGANISATION') throw new Error('A rule set of organisations.');
  const { groups, items } = rules;
  // 27 + 64 = 91, nothing late and 30 % beyond requirement: OUTSTANDING by score and conditions.
  const { result, errors } = await office.act('nhansu', 'submitUnitResult', RESULT, {
    unit,
    year: YEAR,
    general: groups.map(({ code }) => ({ group: code, points: '9' })),
    items: items.map(({ code }) => ({ item: code, points: '8' })),
    tasksTotal: 100,
    tasksDone: 100,
    tasksLate: 0,
    tasksBeyond: 30,
    qualityMet: true,
    defectsRemedied: true,
    personnelWrongdoing: false,
    selfLevel: 'OUTSTANDING',
    ...more,
  });
  expect(errors).toEqual([]);
  expect(result).toMatchObject({ state: 'SUBMITTED', proposedLevel: 'OUTSTANDING' });
};
const yearOf = async (code: string) => {
  const query = `query Q($code: String!) { unit(code: $code) { unitResult(year: ${YEAR}) {
    id state revision rowRevision decidedLevel headsAbove { employee { code } } } } }`;
  return (await office.read('nhansu', query, { code })).unit.unitResult;
};
const named = async (code: string) => {
  const { id, rowRevision } = await yearOf(code);
  return { ...DECISION, unitResult: id, revision: rowRevision };
};
const decide = async (userName: string, code: string, given: object) =>
  office.act(userName, 'decideUnitResult', DECIDED, { ...(await named(code)), ...given });
const supersede = async (userName: string, code: string, given: object) =>
  office.act(userName, 'supersedeUnitResult', DECIDED, {
    ...(await named(code)),
    decisionNumber: '8/QĐ-SNV',
    ...given,
  });
const reason = 'Đánh giá chung của lãnh đạo Sở';

beforeAll(async () => {
  office = await openYearOffice(() => 95);
  await office.ownerPool.query(
    `insert into congvu.unit (id, code, name, short_name, level, kind, path, parent_id, valid_from)
     select gen_random_uuid(), a.code || '.0' || n, 'Phòng ' || n, 'P' || n, 3, 'DIRECT_UNIT', a.path || ('P0' || n), a.id, '2026-01-01'
     from congvu.unit a, generate_series(5, 6) n where a.code = $1`,
    [AGENCY],
  );
  for (const part of PARTS) await submit(part, part === THIRD ? { complaints: 'Một đơn phản ánh' } : {});
  await submit(AGENCY);
});
afterAll(() => office?.close());

describe('deciding', () => {
  test('is the recogniser’s alone', async () => {
    for (const userName of ['nhansu', 'quanly', 'chuyenvien']) {
      const refused = await decide(userName, FIRST, { level: 'OUTSTANDING' });
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
    const above = await decide(office.provinceHead, FIRST, { level: 'OUTSTANDING' });
    expect(above.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(await yearOf(FIRST)).toMatchObject({ state: 'SUBMITTED', decidedLevel: null });
  });

  test('holds the quota of the units one authority recognises, but for a document', async () => {
    const first = await decide('lanhdao', SECOND, { level: 'OUTSTANDING' });
    expect(first.result).toMatchObject({ state: 'DECIDED', decidedLevel: 'OUTSTANDING' });
    const second = await decide('lanhdao', FIRST, { level: 'OUTSTANDING' });
    expect(second.result).toMatchObject({
      __typename: 'QuotaExceededError',
      code: 'QUOTA_EXCEEDED',
      group: null,
      limit: 1,
      outstanding: 2,
    });
    const allowed = await decide('lanhdao', PARTS[3] ?? '', { level: 'OUTSTANDING', overrideDocument: '88/UBND-NV' });
    expect(allowed.result).toMatchObject({ state: 'DECIDED', decidedLevel: 'OUTSTANDING' });
  });

  test('gives a reason where it differs from the proposal', async () => {
    const silent = await decide('lanhdao', FIRST, { level: 'GOOD' });
    expect(silent.result).toMatchObject({ __typename: 'ReasonRequiredError' });
    const { result } = await decide('lanhdao', FIRST, { level: 'GOOD', reason });
    expect(result).toMatchObject({ state: 'DECIDED', decidedLevel: 'GOOD', headsAbove: [] });
    const again = await decide('lanhdao', FIRST, { level: 'GOOD', reason });
    expect(again.result).toMatchObject({ __typename: 'WrongStateError' });
  });

  test('waits for the verification of complaints', async () => {
    const unverified = await decide('lanhdao', THIRD, { level: 'GOOD', reason });
    expect(unverified.result).toMatchObject({
      __typename: 'EvidenceRequiredError',
      code: 'EVIDENCE_REQUIRED',
      path: '/verification',
    });
    const verified = await decide('lanhdao', THIRD, { level: 'GOOD', reason, verification: 'Đã xác minh, không đúng' });
    expect(verified.result).toMatchObject({ decidedLevel: 'GOOD' });
  });

  test('waits for the units directly below, and says so in words', async () => {
    for (const [language, words] of [
      ['vi', 'đơn vị trực thuộc trực tiếp'],
      ['en', 'directly below'],
    ]) {
      const early = await office.act(
        office.provinceHead,
        'decideUnitResult',
        RESULT,
        { ...(await named(AGENCY)), level: 'GOOD', reason },
        { 'accept-language': language ?? '' },
      );
      expect(early.result).toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining(words ?? '?') });
    }
    for (const part of PARTS.slice(4)) {
      const { result } = await decide('lanhdao', part, { level: 'GOOD', reason });
      expect(result).toMatchObject({ decidedLevel: 'GOOD' });
    }
  });
});

describe('25 percent', () => {
  const OPENED = '... on OpenedYear { round { ratePercent rateDocument } }';
  const rate = { ...ROUND, ratePercent: 25, rateDocument: '3/QĐ-UBND' };

  test('asks for an agency decided OUTSTANDING, and a document', async () => {
    const early = await office.act('nhansu', 'openYear', OPENED, rate);
    expect(early.result).toMatchObject({ fields: [{ path: '/ratePercent', code: 'OUT_OF_RANGE' }] });
    // Alone in its authority's pool: of one organisation none may be OUTSTANDING.
    const alone = await decide(office.provinceHead, AGENCY, { level: 'OUTSTANDING' });
    expect(alone.result).toMatchObject({ __typename: 'QuotaExceededError', limit: 0, outstanding: 1 });
    const { result } = await decide(office.provinceHead, AGENCY, { level: 'OUTSTANDING', overrideDocument: '4/TTg' });
    expect(result).toMatchObject({ decidedLevel: 'OUTSTANDING' });
    const bare = await office.act('nhansu', 'openYear', OPENED, { ...rate, rateDocument: null });
    expect(bare.result).toMatchObject({ fields: [{ path: '/rateDocument', code: 'INCONSISTENT' }] });
    const opened = await office.act('nhansu', 'openYear', OPENED, rate);
    expect(opened.result).toMatchObject({ round: { ratePercent: 25, rateDocument: '3/QĐ-UBND' } });
  });

  test('is what the proposal counts by', async () => {
    const PROPOSED = '... on ProposedYear { pool limit }';
    const { result } = await office.act('nhansu', 'proposeLevels', PROPOSED, ROUND);
    expect(result.limit).toBe(Math.floor(result.pool / 5));
  });
});

describe('superseding', () => {
  const level = '... on Classification { rowRevision state decision { level } }';

  /** The head of the first phòng decided GOOD, as his unit was. */
  beforeAll(async () => {
    const minutes = { heldOn: '2026-11-20', kind: 'LEADERSHIP', chair: 'Giám đốc', secretary: 'Thư ký' };
    const meeting = { ...ROUND, ...minutes, present: 9, absent: 0, content: 'Thống nhất.' };
    await office.act('nhansu', 'recordMeeting', '', meeting);
    const row = await office.yearOf('nhansu', office.codeOf('quanly'));
    const opinion = { body: 'Chi ủy', opinion: 'Nhất trí', givenOn: '2026-11-21' };
    const step = { classification: row.id, revision: row.rowRevision };
    const given = await office.act('nhansu', 'recordPartyOpinion', level, { ...step, ...opinion });
    const synthesis = { ...step, revision: given.result.rowRevision, synthesis: 'Thống nhất' };
    await office.act('nhansu', 'synthesise', level, synthesis);
    const rows = [{ classification: row.id, level: 'GOOD', reason }];
    const decided = '... on DecidedClassifications { decided rows { errors { code } } }';
    const { result } = await office.act('lanhdao', 'decideClassifications', decided, { ...DECISION, rows });
    expect(result).toMatchObject({ decided: 1, rows: [{ errors: [] }] });
  });

  test('is the recogniser’s alone, with a reason, on the row that holds', async () => {
    for (const userName of ['nhansu', 'quanly', 'chuyenvien', office.provinceHead]) {
      const refused = await supersede(userName, FIRST, { level: 'COMPLETED', reason });
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
    const silent = await supersede('lanhdao', FIRST, { level: 'COMPLETED', reason: '' });
    expect(silent.result).toMatchObject({ fields: [{ path: '/reason', code: 'REQUIRED' }] });
    const future = await supersede('lanhdao', FIRST, { level: 'COMPLETED', reason, decidedOn: '2026-11-23' });
    expect(future.result).toMatchObject({ fields: [{ path: '/decidedOn', code: 'INCONSISTENT' }] });
    const stale = await supersede('lanhdao', FIRST, { level: 'COMPLETED', reason, revision: 99 });
    expect(stale.result).toMatchObject({ __typename: 'StaleRevisionError' });
    expect(await yearOf(FIRST)).toMatchObject({ state: 'DECIDED', revision: 1, decidedLevel: 'GOOD' });
  });

  test('holds the quota as a first decision does', async () => {
    const refused = await supersede('lanhdao', FIRST, { level: 'OUTSTANDING', reason });
    expect(refused.result).toMatchObject({ __typename: 'QuotaExceededError' });
  });

  test('keeps the old decision and the verification, and names the head it leaves above his unit', async () => {
    const before = await yearOf(FIRST);
    const { result, errors } = await supersede('lanhdao', FIRST, { level: 'COMPLETED', reason: 'Số liệu sai' });
    expect(errors).toEqual([]);
    expect(result).toMatchObject({
      state: 'DECIDED',
      revision: 2,
      decidedLevel: 'COMPLETED',
      decisionNumber: '8/QĐ-SNV',
      reason: 'Số liệu sai',
      supersedes: { id: before.id, state: 'SUPERSEDED', decidedLevel: 'GOOD', decisionNumber: '7/QĐ-SNV' },
      headsAbove: [{ employee: { code: office.codeOf('quanly') } }],
    });
    expect(await yearOf(FIRST)).toMatchObject({ id: result.id, revision: 2 });
    const twice = await office.act('lanhdao', 'supersedeUnitResult', DECIDED, {
      ...DECISION,
      unitResult: before.id,
      revision: before.rowRevision + 1,
      level: 'GOOD',
      reason,
    });
    expect(twice.result).toMatchObject({ __typename: 'WrongStateError' });
    const other = await supersede('lanhdao', THIRD, { level: 'COMPLETED', reason });
    expect(other.result).toMatchObject({ verification: 'Đã xác minh, không đúng' });
  });

  test('is named by the next proposal until the head is decided anew', async () => {
    const PROPOSED = '... on ProposedYear { open { classification { employee { code } } reasons } }';
    const reasonsOf = async () => {
      const { result } = await office.act('nhansu', 'proposeLevels', PROPOSED, ROUND);
      const code = office.codeOf('quanly');
      return result.open.find(
        (each: { classification: { employee: { code: string } } }) => each.classification.employee.code === code,
      )?.reasons;
    };
    expect(await reasonsOf()).toEqual(['HEAD_ABOVE_UNIT']);
    const row = await office.yearOf('nhansu', office.codeOf('quanly'));
    const input = { ...DECISION, classification: row.id, revision: row.rowRevision, reason };
    const kept = await office.act(office.provinceHead, 'supersedeClassification', level, { ...input, level: 'GOOD' });
    expect(kept.result).toMatchObject({ __typename: 'HeadAboveUnitError' });
    const { result } = await office.act(office.provinceHead, 'supersedeClassification', level, {
      ...input,
      level: 'COMPLETED',
    });
    expect(result).toMatchObject({ state: 'DECIDED', decision: { level: 'COMPLETED' } });
    expect((await yearOf(FIRST)).headsAbove).toEqual([]);
    expect(await reasonsOf()).toBeUndefined();
  });
});
