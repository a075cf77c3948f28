import { type Person, signInAt } from '../harness/person.ts';

/** Signs out, after which nothing that was answered is kept, and in again, as the same person or another. */
export async function signInAgain({ browser, panel }: Person, userName: string): Promise<void> {
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Đăng xuất' }).click();
  const signIn = panel.getByRole('button', { name: 'Đăng nhập' });
  await signIn.waitFor();
  const [provider] = await Promise.all([browser.context.waitForEvent('page'), signIn.click()]);
  await signInAt(provider, userName);
  await panel.getByRole('button', { name: 'Đăng xuất' }).waitFor();
}
