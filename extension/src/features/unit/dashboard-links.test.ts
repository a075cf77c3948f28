import { expect, it } from 'vitest';
import { screens } from '../dashboard/screens.ts';
import { entries } from './DashboardLinks.tsx';

it('leads to screens of the dashboard that there are, under their own names', () => {
  for (const { name, path } of entries) expect(screens.find((screen) => screen.name === name)?.path).toBe(path);
});

it.each(entries.map((entry) => [entry.name, entry] as const))(
  'offers %s to whom the dashboard offers it',
  (name, entry) => {
    const screen = screens.find((each) => each.name === name);
    const permissions = [
      'RANKING_READ',
      'CLASSIFICATION_READ',
      'PERIOD_CLOSE',
      'DELEGATE',
      'STAFF_MANAGE',
      'TASK_ASSIGN',
      'CATALOGUE_MANAGE',
    ] as const;
    for (const permission of permissions) {
      const viewer = { permissions: [permission], employee: null } as unknown as Parameters<typeof entry.isFor>[0];
      expect(entry.isFor(viewer)).toBe(screen?.isFor(viewer));
    }
  },
);
