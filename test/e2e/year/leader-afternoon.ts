import { expect } from 'vitest';
import type { Clerk } from '../harness/command-line.ts';
import type { Person } from '../harness/person.ts';
import { step } from './leader-step.ts';
import { keep } from './registers-screens.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Whom the afternoon is about. */
export interface AfternoonCast {
  /** First deputies of the divisions that are thought of for the head of the third: met, too old, unstated, taken out. */
  readonly planned: Named;
  readonly nearRetirement: Named;
  readonly unstated: Named;
  readonly takenOut: Named;
  /** Of another group of work: not to be compared with deputies by points. */
  readonly staff: Named;
  /** Whose level of the year was forced by discipline. */
  readonly disciplined: Named;
}

/**
 * From "who could head this division?" to the paper on the table, at the director's own browser on the decided year. Answers
 * the id of the frozen ranking.
 */
export async function playAfternoon({ browser }: Person, cast: AfternoonCast): Promise<string> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  // The browser's own dialogue would wait for a printer.
  await page.addInitScript(() => {
    window.print = () => {};
  });
  const open = (address: string) => page.goto(browser.extensionPage(`dashboard.html${address}`));

  const ranked = await step(page, 'the largest group in order, with keys; a block keeps its place', async () => {
    await open('#/xep-hang?unit=H99.01&period=2026');
    await page.getByText('Đã quyết định theo năm').waitFor();
    const rows = page.locator('table.ranking tbody tr');
    await rows.first().waitFor();
    const ranks = await rows.evaluateAll((all) =>
      all.map((row) => Number(row.querySelector('td.number')?.textContent)),
    );
    expect(ranks[0]).toBe(1);
    expect(ranks, 'ranks never fall').toEqual(ranks.toSorted((one, other) => one - other));
    expect(await page.getByText('quyết định hạng này').count()).toBeGreaterThan(0);
    await page.getByLabel('Tìm theo tên').fill(cast.disciplined.name);
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    const struck = rows.filter({ hasText: cast.disciplined.name }).first();
    await struck.waitFor();
    expect(await struck.getByRole('checkbox').isDisabled()).toBe(true);
    expect(Number(await struck.locator('td.number').first().textContent()), 'his place is kept').toBeGreaterThan(1);
    const total = /([\d.]+) người được xếp/.exec((await page.getByText('người được xếp').textContent()) ?? '')?.[1];
    await open('#/xep-hang?unit=H99.01&period=2026');
    await page.locator('table.ranking tbody tr').first().waitFor();
    await keep(page, 'leader-ranking');
    return Number(total?.replaceAll('.', ''));
  });

  await step(page, 'the nine boxes read as a table hold everybody ranked', async () => {
    await page.getByRole('tab', { name: 'Biểu đồ' }).click();
    await page.getByRole('img', { name: /^Chín ô/ }).waitFor();
    const figure = page.locator('figure').filter({ hasText: 'Chín ô' });
    await figure.getByText('Xem số liệu dạng bảng').click();
    const cells = await figure.getByRole('table').getByRole('cell').allTextContents();
    expect(cells).toHaveLength(9);
    expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(ranked);
    await keep(page, 'leader-plots');
  });

  await step(page, 'units compared: one at COMPLETED whose people are nearly all better is marked', async () => {
    await open('#/so-sanh-don-vi?unit=H99.01&period=2026');
    const unit = page.locator('table.units tbody tr').filter({ hasText: 'P. Công chức, viên chức' });
    await unit.waitFor();
    await expect.poll(() => unit.textContent()).toMatch(/⚠.*hoàn thành nhiệm vụ/i);
    await keep(page, 'leader-units');
  });

  await step(page, 'the shortlist: met, missing and unknown, each named; nobody by points', async () => {
    await open('#/danh-sach-de-xuat?unit=H99.01.03');
    await page.locator('table.shortlist tbody tr').first().waitFor();
    const expected: readonly (readonly [Named, RegExp])[] = [
      [cast.planned, /quy hoạch.*Đạt|Đạt/i],
      [cast.nearRetirement, /Chưa đạt/],
      [cast.unstated, /Chưa có ngày nghỉ hưu/],
      [cast.takenOut, /Chưa đạt/],
    ];
    for (const [person, found] of expected) {
      await page.getByLabel('Tìm theo tên').fill(person.code);
      await page.getByRole('button', { name: 'Xem', exact: true }).click();
      const row = page.locator('table.shortlist tbody tr').filter({ hasText: person.code });
      await row.waitFor();
      expect(await row.textContent(), person.name).toMatch(found);
      await row.getByRole('checkbox').check();
    }
    await keep(page, 'leader-shortlist');
  });

  await step(
    page,
    'four compared; a fifth of another group is refused with the reason, then by level alone',
    async () => {
      await page.getByRole('button', { name: 'So sánh', exact: true }).click();
      const table = page.locator('table.comparison');
      await table.waitFor();
      expect(await table.locator('thead th').count()).toBe(5);
      expect(await table.getByText('Tổng điểm').count()).toBe(1);
      await page.getByRole('img', { name: /^Diễn biến/ }).waitFor();
      await keep(page, 'leader-comparison');
      await page.goto(page.url().replace('people=', `people=${cast.staff.code}%2C`));
      await page.getByText('nhóm công việc tương đồng').waitFor();
      await page.getByRole('button', { name: 'So sánh theo mức' }).click();
      await table.waitFor();
      expect(await table.locator('thead th').count()).toBe(6);
      expect(await table.getByText('Tổng điểm').count()).toBe(0);
    },
  );

  await step(page, 'those who meet every condition of the post are frozen and printed by name', async () => {
    await open('#/danh-sach-de-xuat?unit=H99.01.03&state=ALL_MET');
    const ready = page.locator('table.shortlist tbody tr').filter({ hasText: cast.planned.code });
    await ready.waitFor();
    expect(await ready.locator('.judgement[data-state="MET"]').count(), 'conditions met').toBe(6);
    expect(await ready.locator('.judgement:not([data-state="MET"])').count(), 'others').toBe(0);
    await page.getByRole('button', { name: 'Đóng băng danh sách' }).click();
    const form = page.getByRole('form', { name: 'Đóng băng một bản tổng hợp' });
    await form.getByLabel('Tên bản tổng hợp').fill('Người có thể làm Trưởng phòng Cải cách hành chính');
    await form.getByRole('button', { name: 'Đóng băng' }).click();
    await page.getByText('TH-2026-00001').waitFor();
    await page.getByRole('button', { name: 'In', exact: true }).click();
    await page.emulateMedia({ media: 'print' });
    const [first] = await page.locator('table tbody tr').allTextContents();
    expect(first, 'whoever meets all comes first').toContain('Đủ điều kiện');
    const paper = (await page.locator('main').textContent()) ?? '';
    expect(paper).toContain('Chức vụ: người đứng đầu, Phòng Cải cách hành chính');
    expect(paper).toContain(cast.planned.name);
    await page.emulateMedia({ media: null });
    await keep(page, 'leader-shortlist-summary');
  });

  return step(page, 'the ranking is frozen, printed, taken as DOCX and XLSX', async () => {
    await open('#/xep-hang?unit=H99.01&period=2026');
    await page.getByRole('button', { name: 'Đóng băng và in' }).click();
    const form = page.getByRole('form', { name: 'Đóng băng một bản tổng hợp' });
    await form.getByLabel('Tên bản tổng hợp').fill('Xếp hạng chuyên viên năm 2026');
    await form.getByRole('button', { name: 'Đóng băng' }).click();
    await page.getByText('TH-2026-00002').waitFor();
    await page.getByRole('button', { name: 'In', exact: true }).click();
    for (const [button, ending] of [
      ['Tải DOCX', 'docx'],
      ['Tải XLSX', 'xlsx'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    }
    await keep(page, 'leader-summary');
    // On paper there is nothing to press.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await page.getByText('TH-2026-00002').waitFor();
    await page.emulateMedia({ media: null });
    const id = decodeURIComponent(/tong-hop\/([^?]+)/.exec(page.url())?.[1] ?? '');
    await page.close();
    return id;
  });
}

interface Frozen {
  readonly number: string;
  readonly bodySha256: string;
  readonly receipt: { readonly sequence: string } | null;
  readonly superseded: readonly { readonly what: string; readonly was: string; readonly is: string | null }[];
  readonly recomputed: { readonly same: boolean; readonly bodySha256: string };
  readonly pulls: { readonly edges: readonly { readonly node: { readonly by: string; readonly format: string } }[] };
}

/** What was frozen stays as it was; that an input was replaced since is said on it, and who took it out is known. */
export async function findSuperseded(director: Clerk, summary: string): Promise<void> {
  const { node } = await director.call<{ readonly node: Frozen }>('summary', { id: summary });
  expect(node.recomputed).toEqual({ same: true, bodySha256: node.bodySha256 });
  expect(node.receipt).not.toBeNull();
  expect(node.superseded.map(({ what }) => what)).toContain('Classification');
  const formats = node.pulls.edges.map(({ node: pull }) => pull.format);
  for (const format of ['PRINT', 'DOCX', 'XLSX']) expect(formats).toContain(format);
}
