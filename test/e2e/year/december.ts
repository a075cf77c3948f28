import { expect } from 'vitest';
import { confirmSheets, follow, listAll, sendAll } from './months.ts';
import { agency, type Story } from './story.ts';

/** December’s work for everybody in one call a unit; a bad row is named and keeps nobody else from his. */
export async function assignDecember(story: Story): Promise<void> {
  const { director, chairman, people, cast } = story;
  const present = people.filter(({ code }) => code !== cast.mother.code);
  for (const [unit, colleagues] of Map.groupBy(present, story.unitNow)) {
    const clerk = colleagues.some(({ code }) => code === cast.director.code) ? chairman : director;
    const task = { product: 'DC.04', quantity: '1', deadline: '2026-12-10', responsibility: 'LEAD' };
    const rows = colleagues.map(({ code }) => ({ ...task, employee: code }));
    const { assignTasks } = await clerk.call<{
      readonly assignTasks: {
        readonly assigned: number;
        readonly rows: readonly { readonly errors: readonly { readonly path: string; readonly code: string }[] }[];
      };
    }>('assign-tasks', { input: { unit, rows: [...rows, { ...rows[0], product: 'XX.99' }] } });
    expect(assignTasks.assigned, JSON.stringify(assignTasks.rows)).toBe(rows.length);
    expect(assignTasks.rows.at(-1)?.errors).toMatchObject([{ code: 'PRODUCT_UNKNOWN', path: '/product' }]);
  }
}

/** The tasks and the three last months are confirmed by who is entitled, and the months closed. */
export async function confirmAndClose(story: Story): Promise<void> {
  const { hr, director, chairman, people, cast } = story;
  const december = await listAll<{
    readonly id: string;
    readonly revision: number;
    readonly employee: { readonly code: string };
  }>(director, 'tasks', 'tasks', { unit: agency, period: '2026-12' });
  expect(december.length).toBe(people.length - 1);
  const done = december.map(({ id, revision, employee: { code } }) => ({
    code,
    input: {
      idempotencyKey: `done-${id.replace(/[^A-Za-z0-9]/g, '').slice(-50)}`,
      task: id,
      revision,
      outcome: 'DONE',
    },
  }));
  for (const clerk of [director, chairman]) {
    const own = done.filter(({ code }) => (code === cast.director.code) === (clerk === chairman));
    await sendAll(
      clerk,
      'confirmTask',
      'ConfirmTaskInput',
      own.map(({ input }) => input),
    );
  }
  const marks = new Map([[cast.petitioner.code, 5]]);
  for (const period of ['2026-11', '2026-12']) {
    expect(await confirmSheets(director, agency, period, marks)).toBeGreaterThan(150);
    expect(await confirmSheets(chairman, agency, period, marks)).toBe(1);
  }
  for (const period of ['2026-10', '2026-11', '2026-12']) {
    const { closeMonth } = await hr.call<{ readonly closeMonth: { readonly id: string } }>('close-month', {
      input: { unit: agency, period },
    });
    const job = await follow(hr, closeMonth.id);
    expect(job.done).toBe(job.total);
  }
}
