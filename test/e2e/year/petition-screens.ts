import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from '../harness/person.ts';
import { findSuperseded } from './leader-afternoon.ts';
import { rowOf, type Story } from './story.ts';

const pictures = join(import.meta.dirname, '../screenshots');

/** The person petitions on his screen, the director upholds on his; both decisions stay, and the frozen ranking is told of it. */
export async function upholdOnScreens(story: Story, own: Person, chief: Person, frozen: string): Promise<void> {
  const { hr, director, cast } = story;
  expect(await rowOf(hr, cast.petitioner.code)).toMatchObject({
    proposedLevel: 'OUTSTANDING',
    decision: { level: 'GOOD' },
  });
  const mine = await dashboardOf(own, '#/nam-cua-toi');
  await mine.getByRole('button', { name: 'Gửi kiến nghị' }).click();
  const petition = mine.getByRole('form', { name: 'Kiến nghị về mức xếp loại' });
  await petition.getByLabel('Đề nghị và lý do').fill('Minh chứng tháng 11 chưa được tính');
  await petition.getByRole('button', { name: 'Gửi', exact: true }).click();
  await mine.getByText('Minh chứng tháng 11 chưa được tính').waitFor();
  await mine.screenshot({ path: join(pictures, 'year-own.png'), fullPage: true });

  const desk = await dashboardOf(chief, '#/kien-nghi');
  const card = desk.locator('li.card').filter({ hasText: cast.petitioner.name });
  await card.getByRole('button', { name: 'Giải quyết' }).click();
  const answer = card.getByRole('form');
  await answer.getByLabel('Kết luận').selectOption('UPHELD');
  await answer.getByLabel('Mức mới').selectOption({ label: 'HTXS' });
  await answer.getByLabel('Số quyết định mới').fill('420/QĐ-SNV');
  await answer.getByLabel('Nội dung trả lời').fill('Đã xác minh minh chứng bổ sung');
  await answer.getByRole('button', { name: 'Trả lời kiến nghị' }).click();
  await expect
    .poll(async () => (await rowOf(hr, cast.petitioner.code)).decision?.level, { timeout: 30_000, interval: 1_000 })
    .toBe('OUTSTANDING');
  await findSuperseded(director, frozen);

  const sheet = await dashboardOf(chief, `#/phan-loai-nam/${(await rowOf(hr, cast.petitioner.code)).id}`);
  await sheet.getByText('420/QĐ-SNV').first().waitFor();
  await sheet.getByText('400/QĐ-SNV').first().waitFor();
  await sheet.getByText('Minh chứng tháng 11 chưa được tính').waitFor();
  await sheet.getByText('335/2025/NĐ-CP').first().waitFor();
  expect(await sheet.locator('table.months tbody tr').count()).toBe(12);
  await sheet.screenshot({ path: join(pictures, 'year-sheet.png'), fullPage: true });
  const { violations } = await new AxeBuilder({ page: sheet }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

export async function dashboardOf(person: Person, address: string): Promise<Page> {
  const page = await person.browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(person.browser.extensionPage(`dashboard.html${address}`));
  return page;
}
