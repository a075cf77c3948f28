import { expect } from 'vitest';
import type { Story } from './story.ts';

/** The points of a unit’s results, which the law leaves to the province; above the law’s maximum they are refused. */
export async function publishPoints(story: Story): Promise<void> {
  const { administrator } = story;
  const items = ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((code, index) => ({
    code,
    maximum: index < 6 ? '9' : '8',
  }));
  const written = {
    code: 'H99/ORGANISATION',
    version: 1,
    name: { vi: 'Đánh giá tổ chức của tỉnh An Bình', en: 'Evaluation of organisations of An Bình' },
    effectiveFrom: '2026-01-01',
    decision: { number: '12/QĐ-UBND', decidedOn: '2026-01-05' },
    items,
  };
  const input = { base: 'ND335-2025/ORGANISATION', baseVersion: 1 };
  const above = { ...written, items: items.map((item) => ({ ...item, maximum: '9' })) };
  expect(
    await administrator.refused('publish-rule-set', { input: { ...input, ruleSet: JSON.stringify(above) } }),
  ).toMatch(/INVALID_INPUT/);
  await administrator.call('publish-rule-set', { input: { ...input, ruleSet: JSON.stringify(written) } });
}

/** Somebody moves in the middle of November, somebody goes on maternity leave. */
export async function moveAndTakeLeave(story: Story): Promise<void> {
  const { hr, cast } = story;
  const { assignment } = cast.transferred;
  await hr.call('transfer-employee', {
    input: {
      employee: cast.transferred.code,
      unit: 'H99.01.02',
      post: 'STAFF',
      title: 'Chuyên viên',
      group: assignment?.group.code,
      subjectType: 'CIVIL_SERVANT',
      from: '2026-11-16',
      document: '345/QĐ-SNV',
    },
  });
  await hr.call('record-absence', {
    input: {
      employee: cast.mother.code,
      kind: 'MATERNITY',
      from: '2026-11-01',
      to: '2027-04-30',
      document: '301/QĐ-SNV',
    },
  });
}
