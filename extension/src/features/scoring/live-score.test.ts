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
  const score = scoreLive(staff, thirty, noFigures, [task({})]);
  expect(score).toMatchObject({ state: 'SCORED', display: '100.00', level: 'OUTSTANDING' });
});

it('moves with the points that are typed', () => {
  const points = ['4.5', ...thirty.slice(1)];
  expect(scoreLive(staff, points, noFigures, [task({})])).toMatchObject({ display: '99.50' });
});

it('takes 25 percent of one product for a delay, on progress alone', () => {
  const score = scoreLive(staff, thirty, noFigures, [task({ delays: 1 })]);
  expect(score).toMatchObject({ display: '94.17' });
});

it('counts an open planned task as not done so far, and an open unplanned one not at all', () => {
  const open = task({ outcome: 'OPEN' });
  expect(scoreLive(staff, thirty, noFigures, [task({}), open])).toMatchObject({ display: '65.00' });
  const arising = task({ outcome: 'OPEN', origin: 'UNPLANNED' });
  expect(scoreLive(staff, thirty, noFigures, [task({}), arising])).toMatchObject({ display: '100.00' });
});

it('says that nothing was assigned, instead of a figure', () => {
  expect(scoreLive(staff, thirty, noFigures, [])).toMatchObject({ state: 'INSUFFICIENT_DATA' });
});

it('gives no figure for points that are no number', () => {
  expect(scoreLive(staff, [null, ...thirty.slice(1)], noFigures, [task({})])).toBeNull();
});

it('takes a leader’s figure that nobody gave yet for 100', () => {
  const leader = { ...staff, role: 'LEADER' } as const;
  expect(scoreLive(leader, thirty, noFigures, [task({})])).toMatchObject({ display: '100.00' });
  const half: LeaderFigures = { ...noFigures, organising: 50 };
  expect(scoreLive(leader, thirty, half, [task({})])).toMatchObject({ display: '94.17' });
});
