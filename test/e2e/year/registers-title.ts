import { expect } from 'vitest';
import type { Clerk } from '../harness/command-line.ts';
import { listAll } from './months.ts';
import type { Inspected, Saved } from './registers-inspection.ts';

interface Candidate {
  readonly state: string;
  readonly employee: { readonly code: string };
  readonly missing: readonly { readonly needed: string; readonly found: string }[];
}

/** An initiative grown from what the inspection found good, recognised by a decision. Answers its id. */
export async function recognise(
  hr: Clerk,
  author: { readonly code: string; readonly unit: string },
  { goodPractice }: Inspected,
): Promise<string> {
  const { recordInitiative } = await hr.call<{ readonly recordInitiative: Saved }>('record-initiative', {
    input: {
      code: 'SK-2026-118',
      title: 'Hướng dẫn hồ sơ bằng hình tại bộ phận một cửa',
      summary: 'Từ kết quả kiểm tra công vụ ngày 06/10/2026',
      unit: author.unit,
      year: 2026,
      kind: 'INITIATIVE',
      authors: [author.code],
      finding: goodPractice.id,
    },
  });
  await hr.call('recognise-initiative', {
    input: {
      initiative: recordInitiative.id,
      revision: recordInitiative.revision,
      level: 'BASE',
      influence: 'UNIT',
      applied: true,
      decisionNumber: '90/QĐ-HĐSK',
      recognisedOn: '2026-10-30',
    },
  });
  return recordInitiative.id;
}

const base = { unit: 'H99.01', year: 2026 };

/** Before levels are decided no round opens. */
export async function tooEarly(hr: Clerk): Promise<void> {
  expect(await hr.refused('open-commendation-round', { input: base })).toMatch(/YEAR_NOT_DECIDED/);
}

/**
 * Opens the round, puts the title’s candidate back once and lifts it, gives the two titles, and finds the one who was disciplined
 * named with what he lacks.
 */
export async function giveTitle(
  hr: Clerk,
  people: { readonly winner: string; readonly disciplined: string },
  initiative: string,
): Promise<void> {
  const { openCommendationRound: round } = await hr.call<{ readonly openCommendationRound: Saved }>(
    'open-commendation-round',
    { input: { ...base, baseTitleQuotaPercent: 15, baseSalary: 2_340_000 } },
  );
  const given = {
    employee: people.winner,
    form: 'Danh hiệu thi đua',
    kind: 'Thường xuyên',
    year: base.year,
    decidedOn: '2026-11-22',
    issuer: 'Sở Nội vụ',
  };
  const second = {
    ...given,
    titleCode: 'CSTDCS',
    title: 'Chiến sĩ thi đua cơ sở',
    decisionNumber: '502/QĐ-SNV',
    initiatives: [initiative],
  };
  // 15 in a hundred of those who have the lesser title, of whom there is nobody yet.
  expect(await hr.refused('record-commendation', { input: second })).toMatch(/QUOTA_EXCEEDED/);
  const eligible = (await candidatesOf(hr, 'LDTT')).filter(({ state }) => state === 'ELIGIBLE');
  const { recordCommendations } = await hr.call<{
    readonly recordCommendations: { readonly rows: readonly { readonly errors: readonly unknown[] }[] };
  }>('record-commendations', {
    input: {
      round: round.id,
      titleCode: 'LDTT',
      decisionNumber: '501/QĐ-SNV',
      decidedOn: '2026-11-22',
      issuer: 'Sở Nội vụ',
      rows: eligible.map(({ employee: { code } }) => ({ employee: code })),
    },
  });
  // Whoever signs the decision is among those it names, and nobody gives a title to himself.
  const refused = recordCommendations.rows.filter(({ errors }) => errors.length > 0);
  expect(refused.length, JSON.stringify(refused)).toBeLessThanOrEqual(1);
  expect(recordCommendations.rows.length - refused.length).toBeGreaterThan(50);

  const candidates = await candidatesOf(hr, 'CSTDCS');
  expect(candidates.find(({ employee }) => employee.code === people.winner)?.state).toBe('ELIGIBLE');
  const missing = candidates.find(({ employee }) => employee.code === people.disciplined);
  expect(missing?.state).toBe('MISSING');
  expect(missing?.missing.length).toBeGreaterThan(0);
  for (const { needed, found } of missing?.missing ?? []) {
    expect(needed.length).toBeGreaterThan(5);
    expect(found.length).toBeGreaterThan(0);
  }

  const { holdCommendation: hold } = await hr.call<{ readonly holdCommendation: { readonly id: string } }>(
    'hold-commendation',
    {
      input: {
        round: round.id,
        employee: people.winner,
        reason: 'Chờ xác minh phản ánh',
        document: '60/SNV',
        from: '2026-11-22',
      },
    },
  );
  expect(await hr.refused('record-commendation', { input: second })).toMatch(/COMMENDATION_HELD/);
  await hr.call('lift-hold', { input: { hold: hold.id, on: '2026-11-22', reason: 'Đã xác minh, không có cơ sở' } });
  const { recordCommendation } = await hr.call<{
    readonly recordCommendation: { readonly title: string; readonly bonusAmount: number | string | null };
  }>('record-commendation', { input: second });
  // 1.0 of the base salary, as the office gave it.
  expect(String(recordCommendation.bonusAmount)).toBe('2340000');
  expect(await hr.refused('record-commendation', { input: { ...second, decisionNumber: '503/QĐ-SNV' } })).toMatch(
    /ALREADY_COMMENDED/,
  );
}

async function candidatesOf(hr: Clerk, title: string): Promise<readonly Candidate[]> {
  return listAll<Candidate>(hr, 'candidates', 'candidates', { ...base, title });
}
