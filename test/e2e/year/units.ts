import { expect } from 'vitest';
import type { Clerk } from '../harness/command-line.ts';
import { type Inspected, remedy } from './registers-inspection.ts';
import { agency, lateUnit, type Story, year } from './story.ts';

/** Divisions before their agency; one that was late stands at COMPLETED, one with an open defect is not OUTSTANDING. */
export async function decideUnits(story: Story, inspected: Inspected): Promise<void> {
  const { hr, director, chairman, inspector } = story;
  const punctual = {
    tasksTotal: 100,
    tasksDone: 100,
    tasksLate: 0,
    tasksBeyond: 20,
    qualityMet: true,
    defectsRemedied: true,
  };
  for (const unit of ['H99.01.01', 'H99.01.04']) {
    expect(await decideUnit(hr, unit, director, punctual, 'GOOD')).toBe('GOOD');
  }
  // A defect that it was told of is open: nobody decides it outstanding before it is remedied, whatever it says of itself.
  const proposed = await decideUnit(hr, 'H99.01.03', director, punctual, 'GOOD', async (input) => {
    const above = { ...input, level: 'OUTSTANDING', reason: 'Nhiều việc khó' };
    expect(await director.refused('decide-unit-result', { input: above })).toMatch(/FINDINGS_OPEN/);
    await remedy(inspector, inspected);
  });
  expect(proposed).toBe('GOOD');
  expect(await decideUnit(hr, lateUnit, director, { ...punctual, tasksLate: 15 }, 'COMPLETED')).toBe('COMPLETED');
  expect(await decideUnit(hr, agency, chairman, punctual, 'GOOD')).toBe('GOOD');
}

async function decideUnit(
  hr: Clerk,
  unit: string,
  authority: Clerk,
  facts: Readonly<Record<string, unknown>>,
  level: string,
  before: (input: Readonly<Record<string, unknown>>) => Promise<void> = async () => {},
): Promise<string | null> {
  const { submitUnitResult } = await hr.call<{
    readonly submitUnitResult: {
      readonly id: string;
      readonly rowRevision: number;
      readonly proposedLevel: string | null;
    };
  }>('submit-unit-result', {
    input: {
      unit,
      year,
      ...facts,
      personnelWrongdoing: false,
      selfLevel: 'GOOD',
      general: ['1', '2', '3'].map((group) => ({ group, points: '9' })),
      items: ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((item) => ({ item, points: '7' })),
    },
  });
  const input = {
    unitResult: submitUnitResult.id,
    revision: submitUnitResult.rowRevision,
    level,
    decisionNumber: `${unit}/QĐ-XL`,
    decidedOn: '2026-11-22',
  };
  await before(input);
  await authority.call('decide-unit-result', { input });
  return submitUnitResult.proposedLevel;
}
