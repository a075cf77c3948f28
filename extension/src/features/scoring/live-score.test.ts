import { expect, it } from 'vitest';
import { type LeaderFigures, type ScoreTasks, scoreLive } from './live-score.ts';

const staff = {
  role: 'STAFF',
  ruleSet: { __typename: 'RuleSet', code: 'ND335-2025/CIVIL_SERVANT', version: 1 },
} as const;
const noFigures: LeaderFigures = { unitResult: null, organising: null, cohesion: null };
const task = (part: Partial<ScoreTasks[number]>): ScoreTasks[number] => ({
  __typename: 'Task',
  id: 't',
  units: '1',
  origin: 'PLANNED',
  outcome: 'DONE',
  deadline: '2026-11-10',
  errors: 0,
  delays: 0,
  ...part,
});
const thirty = ['5', '5', '2.5', '2.5', '2.5', '2.5', '2.5', '2.5', '2.5', '2.5'];

it('gives the full figure for work done in full', () => {
  const score = scoreLive(staff, thirty, noFigures, [task({})], '2026-11-22');
  expect(score).toMatchObject({ state: 'SCORED', display: '100.00', level: 'OUTSTANDING' });
});

it('moves with the points that are typed', () => {
  const points = ['4.5', ...thirty.slice(1)];
  expect(scoreLive(staff, points, noFigures, [task({})], '2026-11-22')).toMatchObject({ display: '99.50' });
});

it('takes 25 percent of one product for a delay, on progress alone', () => {
  const score = scoreLive(staff, thirty, noFigures, [task({ delays: 1 })], '2026-11-22');
  expect(score).toMatchObject({ display: '94.17' });
});

it('leaves an open task out until its deadline has passed', () => {
  const open = task({ outcome: 'OPEN', deadline: '2026-11-22' });
  expect(scoreLive(staff, thirty, noFigures, [task({}), open], '2026-11-22')).toMatchObject({ display: '100.00' });
  expect(scoreLive(staff, thirty, noFigures, [task({}), open], '2026-11-23')).toMatchObject({ display: '65.00' });
});

it('says that nothing was assigned, instead of a figure', () => {
  expect(scoreLive(staff, thirty, noFigures, [], '2026-11-22')).toMatchObject({ state: 'INSUFFICIENT_DATA' });
});

it('gives no figure while a criterion, or a leader’s figure, is missing', () => {
  expect(scoreLive(staff, [null, ...thirty.slice(1)], noFigures, [task({})], '2026-11-22')).toBeNull();
  const leader = { ...staff, role: 'LEADER' } as const;
  expect(scoreLive(leader, thirty, noFigures, [task({})], '2026-11-22')).toBeNull();
});
