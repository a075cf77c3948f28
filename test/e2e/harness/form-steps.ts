import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Fills every criterion's field with a share of its maximum, which stands beside it. */
export async function fillCriteria(panel: Page, column: string, share: (maximum: number) => number): Promise<void> {
  const fields = panel.getByRole('textbox', { name: new RegExp(`, ${column}$`) });
  await fields.first().waitFor();
  expect(await fields.count()).toBe(10);
  for (const field of await fields.all()) {
    const name = (await field.getAttribute('aria-label')) ?? '';
    await field.fill(String(share(name.startsWith('I.') ? 5 : 2.5)).replace('.', ','));
  }
}

/** The document is two days overdue: on the first days of a month its deadline would lie in the month before. */
export async function keepDeadlineInThisMonth(form: Locator): Promise<void> {
  const field = form.getByLabel('Hạn hoàn thành');
  const first = `${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 8)}01`;
  if ((await field.inputValue()) < first) await field.fill(first);
}

/** The task's deadline as a date field takes it: handed in on that day, the one delay is the one that was recorded. */
export async function keptDeadline(task: Locator): Promise<string> {
  const text = (await task.textContent()) ?? '';
  const [, day, month, year] = /hạn (\d\d)\/(\d\d)\/(\d{4})/.exec(text) ?? [];
  return `${year}-${month}-${day}`;
}

/** Types a part of a unit's name, or its code, into its field and takes the one that reads so from what is found. */
export async function chooseUnit(field: Locator, typed: string, found: string | RegExp = typed): Promise<void> {
  await field.fill(typed);
  await field.page().getByRole('option', { name: found }).click();
}
