import { expect } from 'vitest';
import type { Clerk } from '../harness/command-line.ts';
import type { Inspected, Saved } from './registers-inspection.ts';

/** A person's record as of a day. */
interface Record {
  readonly employee: {
    readonly blocks: readonly { readonly kind: string; readonly until: string | null }[] | null;
    readonly disciplineDecisions: {
      readonly edges: readonly { readonly node: { readonly decisionNumber: string; readonly state: string } }[];
    } | null;
    readonly commendations: {
      readonly edges: readonly { readonly node: { readonly titleCode: string | null; readonly year: number | null } }[];
    } | null;
  };
}

export function recordOf(clerk: Clerk, code: string, on: string): Promise<Record> {
  return clerk.call<Record>('record', { code, on });
}

const number = '322/QĐ-SNV';

/**
 * From the recommendation to the decision: while the act is handled it blocks like a decision; a form of the past, a day before
 * the act and a second decision are refused.
 */
export async function discipline(hr: Clerk, director: Clerk, code: string, inspected: Inspected): Promise<void> {
  const { openViolation } = await hr.call<{ readonly openViolation: Saved }>('open-violation', {
    input: {
      employee: code,
      actFrom: '2026-09-02',
      discoveredOn: '2026-10-06',
      relatedToDuty: true,
      degradation: false,
      severity: 'MINOR',
      summary: 'Giữ 12 hồ sơ quá hạn, không có thư xin lỗi',
      recommendation: inspected.recommendation.id,
    },
  });
  const pending = await recordOf(director, code, '2026-11-09');
  expect(pending.employee.blocks?.map(({ kind }) => kind)).toEqual(['PENDING_PROCEDURE']);

  const decision = {
    employee: code,
    violation: openViolation.id,
    form: 'REPRIMAND',
    decisionNumber: number,
    decidedOn: '2026-11-10',
    effectiveFrom: '2026-11-10',
    issuer: 'Sở Nội vụ',
  };
  const refused = (changes: object) => hr.refused('record-discipline', { input: { ...decision, ...changes } });
  expect(await refused({ form: 'DEMOTION' })).toMatch(/FORM_ABOLISHED|FORM_NOT_ALLOWED/);
  expect(await refused({ decidedOn: '2026-09-01', effectiveFrom: '2026-09-01' })).toMatch(/DECISION_BEFORE_ACT/);
  await hr.call('record-discipline', { input: decision });
  expect(await refused({ decisionNumber: '323/QĐ-SNV' })).toMatch(/DECISION_EXISTS/);
  const decided = await recordOf(director, code, '2026-11-22');
  expect(decided.employee.blocks?.map(({ kind }) => kind)).toContain('ACTIVE_DISCIPLINE');
}

/** Nothing has to run for a decision to lapse: on the last day it stands, on the next it is history. */
export async function lapse(clerk: Clerk, code: string): Promise<void> {
  const last = await recordOf(clerk, code, '2027-11-10');
  expect(last.employee.blocks).toEqual([{ kind: 'ACTIVE_DISCIPLINE', until: '2027-11-10' }]);
  expect(stateOf(last)).toBe('ACTIVE');
  const next = await recordOf(clerk, code, '2027-11-11');
  expect(next.employee.blocks).toEqual([]);
  expect(stateOf(next)).toBe('LAPSED');
}

function stateOf({ employee }: Record): string | undefined {
  return employee.disciplineDecisions?.edges.find(({ node }) => node.decisionNumber === number)?.node.state;
}
