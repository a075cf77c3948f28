import { expect, test } from 'vitest';
import { Closing } from './closing.ts';

test('undoes in reverse order, all of it even where a step fails', async () => {
  const taken: string[] = [];
  const closing = new Closing();
  await closing.add(() => taken.push('first'));
  await closing.add(() => {
    throw new Error('second');
  });
  await closing.add(async () => taken.push('third'));
  await expect(closing.close()).rejects.toThrow('second');
  expect(taken).toEqual(['third', 'first']);
});

test('undoes at once what is made after the end', async () => {
  const closing = new Closing();
  await closing.close();
  let isClosed = false;
  await closing.add(() => {
    isClosed = true;
  });
  expect(isClosed).toBe(true);
});
