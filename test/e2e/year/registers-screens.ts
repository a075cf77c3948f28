import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { chooseUnit } from '../harness/form-steps.ts';
import { type Person, signInFrom } from '../harness/person.ts';

const pictures = join(import.meta.dirname, '../screenshots');

/** A screen of the dashboard and what must be read on it. */
interface Shown {
  readonly address: string;
  readonly text: string;
  /** Of its picture; none where another is taken later. */
  readonly picture: string;
}

/** What the head of the agency finds in each register once the year is over. */
export const registersOfAgency: readonly Shown[] = [
  { address: '#/ky-luat', text: '322/QĐ-SNV', picture: 'registers-discipline' },
  { address: '#/khen-thuong?kind=CSTDCS', text: '502/QĐ-SNV', picture: 'registers-commendation' },
  {
    address: '#/kiem-tra-cong-vu',
    text: 'Kiểm tra công vụ đột xuất tại Sở Nội vụ',
    picture: 'registers-inspection',
  },
  {
    address: '#/kien-nghi-sau-kiem-tra',
    text: 'Xem xét xử lý kỷ luật theo thẩm quyền',
    picture: 'registers-recommendations',
  },
  { address: '#/bao-cao', text: 'Nội dung báo cáo', picture: 'registers-report' },
  { address: '#/bang-hieu-luc', text: 'Danh hiệu và điều kiện khen thưởng', picture: 'registers-tables' },
];

/** Opens each address in one tab, reads what must be there, keeps a picture, and lets axe look. */
export async function lookAt(page: Page, extensionPage: (path: string) => string, shown: readonly Shown[]) {
  for (const { address, text, picture } of shown) {
    await page.goto(extensionPage(`dashboard.html${address}`));
    // A goto that changes only what follows # loads nothing anew.
    await page.getByText(text).filter({ visible: true }).first().waitFor();
    await keep(page, picture);
  }
}

/** A picture of the whole page, and nothing that axe would call an obstacle. */
export async function keep(page: Page, picture: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${picture}.png`), fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    picture,
  ).toEqual([]);
}

/** Somebody else sits down at the same machine. */
export async function changePerson(person: Person, userName: string): Promise<void> {
  await person.panel.bringToFront();
  await person.panel.getByRole('button', { name: 'Đăng xuất' }).click();
  await signInFrom(person, userName);
}

/** The head asks a neighbour for its opinion. */
export async function askOpinion(page: Page, extensionPage: (path: string) => string): Promise<void> {
  await page.goto(extensionPage('dashboard.html#/phoi-hop'));
  await page.getByRole('button', { name: 'Xin ý kiến' }).click();
  const form = page.getByRole('form', { name: 'Xin ý kiến đơn vị khác' });
  await chooseUnit(form.getByLabel('Đơn vị hỏi'), 'H99.01.01');
  await chooseUnit(form.getByLabel('Đơn vị được hỏi'), 'H99.01.02');
  await form.getByLabel('Hạn trả lời').fill('2026-11-30');
  await form.getByLabel('Nội dung xin ý kiến').fill('Dự thảo quy chế phối hợp một cửa');
  await form.getByRole('button', { name: 'Gửi đề nghị' }).click();
  const card = page.locator('li.card').filter({ hasText: 'Dự thảo quy chế phối hợp một cửa' });
  await card.waitFor();
  await card.getByRole('button', { name: 'Ghi trả lời' }).click();
  await card.getByRole('form').getByLabel('Văn bản trả lời').fill('15/P-QLCC');
  await card.getByRole('form').getByRole('button', { name: 'Ghi trả lời' }).click();
  await card.getByText('15/P-QLCC').waitFor();
  await keep(page, 'registers-coordination');
}

/** The inspector enters what a citizen said of somebody, answers it, and looks who said it, stating why. */
export async function receiveFeedback(page: Page, extensionPage: (path: string) => string): Promise<void> {
  const content = 'Được hướng dẫn tận tình nhưng phải chờ lâu';
  await page.goto(extensionPage('dashboard.html#/phan-anh-kien-nghi'));
  await page.getByRole('button', { name: 'Tiếp nhận' }).click();
  const form = page.getByRole('form', { name: 'Tiếp nhận phản ánh, kiến nghị' });
  await chooseUnit(form.getByLabel('Cơ quan, đơn vị bị phản ánh'), 'H99.01.01');
  await form.getByLabel('Loại').selectOption('REFLECTION');
  await form.getByLabel('Nội dung về').selectOption('CITIZEN_RECEPTION');
  await form.getByLabel('Kênh tiếp nhận').fill('Hộp thư góp ý');
  await form.getByLabel('Ngày nhận').fill('2026-11-02');
  await form.getByLabel('Hạn trả lời').fill('2026-11-17');
  await form.getByLabel('Nội dung', { exact: true }).fill(content);
  await form.getByLabel('Họ tên người gửi').fill('Người gửi hư cấu');
  await form.getByLabel('Cách liên hệ').fill('nguoi-gui@example.invalid');
  await form.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await form.waitFor({ state: 'detached' });
  await page.goto(extensionPage('dashboard.html#/phan-anh-kien-nghi?unit=H99.01.01'));
  await page.getByRole('row').filter({ hasText: '02/11/2026' }).getByRole('link').first().click();
  await page.getByText(content).waitFor();
  expect(await page.getByText('Người gửi hư cấu').count()).toBe(0);
  await page.getByRole('button', { name: 'Ghi trả lời' }).click();
  const answer = page.getByRole('form');
  await answer.getByLabel('Ngày trả lời').fill('2026-11-20');
  await answer.getByLabel('Văn bản trả lời').fill('88/TL-TTr');
  await answer.getByLabel('Kết quả xác minh').selectOption('PARTLY_UPHELD');
  await answer.getByRole('button', { name: 'Ghi trả lời' }).click();
  await page.getByText('88/TL-TTr').waitFor();
  await page.getByRole('button', { name: 'Xem người gửi' }).click();
  await page.getByLabel('Lý do cần biết người gửi').fill('Liên hệ để xác minh');
  await page.getByRole('button', { name: 'Xem và ghi lại lý do' }).click();
  await page.getByText('Người gửi hư cấu').waitFor();
  await keep(page, 'registers-feedback');
  await page.getByRole('button', { name: 'Ẩn người gửi' }).click();
  expect(await page.getByText('Người gửi hư cấu').count()).toBe(0);
}
