import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

test('accepts the password a hash was made of, and no other', async () => {
  const stored = await hashPassword('Mật khẩu của tôi');
  expect(await isPassword('Mật khẩu của tôi', stored)).toBe(true);
  expect(await isPassword('Mật khẩu của toi', stored)).toBe(false);
  expect(await isPassword('', stored)).toBe(false);
});

test('accepts the same password in decomposed Unicode', async () => {
  const stored = await hashPassword('Mật khẩu'.normalize('NFC'));
  expect(await isPassword('Mật khẩu'.normalize('NFD'), stored)).toBe(true);
});

test('gives every hash a salt of its own', async () => {
  expect(await hashPassword('a')).not.toBe(await hashPassword('a'));
});

test('refuses every password of an unknown user, after as much work as for a known one', async () => {
  const stored = await hashPassword('a');
  const timed = async (hash: string | null) => {
    const from = performance.now();
    expect(await isPassword('b', hash)).toBe(false);
    return performance.now() - from;
  };
  await timed(stored);
  const known = Math.min(await timed(stored), await timed(stored), await timed(stored));
  const unknown = Math.min(await timed(null), await timed(null), await timed(null));
  // A shortcut for unknown users would take no time at all; a busy machine may well double it.
  expect(unknown).toBeGreaterThan(known / 3);
});

test('does not take a broken stored hash for a wrong password', async () => {
  await expect(isPassword('a', 'plain text')).rejects.toThrow('unknown format');
});
