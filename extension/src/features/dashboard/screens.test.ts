import { expect, it } from 'vitest';
import { offeredKinds } from '../imports/import-kinds.ts';
import type { Viewer } from '../session/viewer.ts';
import { type Screen, screenPaths } from './screen.ts';
import { findScreen, screens, screensFor } from './screens.ts';

const leader = viewerWith(['RANKING_READ']);

it('offers only what the permissions allow', () => {
  expect(screensFor(leader).map(({ name }) => name)).toContain('ranking');
  expect(screensFor(viewerWith([])).map(({ name }) => name)).not.toContain('ranking');
});

it('begins a leader with the ranking', () => {
  expect(findScreen(screensFor(leader), '')?.name).toBe('ranking');
});

it('opens nothing that was not offered', () => {
  expect(findScreen(screensFor(viewerWith([])), 'xep-hang')).toBeNull();
  expect(findScreen([], '')).toBeNull();
});

it('gives every screen a step of its own in the address', () => {
  const steps = screens.map(({ path }: Screen) => path);
  expect(new Set(steps).size).toBe(steps.length);
  for (const step of steps) expect(step).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

it('leads from one screen to another by the very step the other is listed under', () => {
  const listed = new Map(screens.map(({ name, path }: Screen) => [name as string, path]));
  for (const [name, path] of Object.entries(screenPaths)) {
    if (listed.has(name)) expect(listed.get(name), name).toBe(path);
  }
});

it('opens the comparison by its address though the navigation does not list it', () => {
  const offered = screensFor(leader);
  expect(findScreen(offered, screenPaths.comparison)?.isUnlisted).toBe(true);
  expect(findScreen(screensFor(viewerWith([])), screenPaths.comparison)).toBeNull();
});

it('offers who may import one kind of file the screen, and that kind alone', () => {
  const head = viewerWith(['TASK_ASSIGN']);
  expect(screensFor(head).map(({ name }) => name)).toContain('imports');
  expect(offeredKinds(head)).toEqual(['TASK']);
  expect(offeredKinds(viewerWith(['CLASSIFICATION_PROPOSE']))).toEqual(['UNIT_RESULT']);
});

it('offers no import to who may send no file', () => {
  expect(offeredKinds(leader)).toEqual([]);
  expect(findScreen(screensFor(leader), screenPaths.imports)).toBeNull();
});

function viewerWith(permissions: Viewer['permissions']): Viewer {
  return {
    __typename: 'Viewer',
    id: 'v',
    displayName: 'Lê Thị Thu Uyên',
    userName: 'lanhdao',
    permissions,
    today: '2026-11-22',
    currentPeriod: '2026-11',
    demonstration: false,
    units: [],
    employee: null,
  };
}
