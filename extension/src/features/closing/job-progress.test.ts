import { expect, it } from 'vitest';
import { isMoving, type JobFigures, progressText } from './job-progress.ts';

const job: JobFigures = { state: 'RUNNING', total: 200, done: 120, leftOpen: 3, stopRequested: false };

it('says how far it is, how many were closed and how many left open', () => {
  expect(progressText(job, 'vi')).toBe('120 / 200 người · 117 người đã khóa · 3 người còn mở');
  expect(progressText({ ...job, leftOpen: 0 }, 'vi')).toBe('120 / 200 người · 120 người đã khóa');
});

it('says that it will stop only while it still moves', () => {
  expect(progressText({ ...job, stopRequested: true }, 'vi')).toContain('sẽ dừng');
  expect(progressText({ ...job, state: 'STOPPED', stopRequested: true }, 'vi')).not.toContain('sẽ dừng');
});

it('counts before it knows how many there are', () => {
  expect(progressText({ ...job, total: 0, done: 0 }, 'vi')).toBe('đang đếm người…');
  expect(progressText({ ...job, state: 'DONE', total: 0, done: 0 }, 'vi')).toBe('0 / 0 người');
});

it.each([
  ['QUEUED', true],
  ['RUNNING', true],
  ['STOPPED', false],
  ['DONE', false],
  ['FAILED', false],
] as const)('%s moves by itself: %s', (state, moves) => {
  expect(isMoving({ state })).toBe(moves);
});
