import { describe, expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import type { RowContent } from './read-document.ts';

const row = (number: string, name = 'Lý Văn Lực'): RowContent => ({
  number,
  issuer: null,
  date: null,
  deadline: null,
  handlers: [{ name, code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' }],
});

describe('the keys of what rows show', () => {
  it('belong to the content: a recycled node has another key, the same content the same', () => {
    const ring = createKeyRing();
    const first = ring.keyOf(row('1/UBND'));
    expect(ring.keyOf(row('2/UBND'))).not.toBe(first);
    expect(ring.keyOf(row('1/UBND', 'Nguyễn Thị Hương'))).not.toBe(first);
    expect(ring.keyOf(row('1/UBND'))).toBe(first);
  });

  it('are told once', () => {
    const ring = createKeyRing();
    const key = ring.keyOf(row('1/UBND'));
    expect(ring.takeChanges(new Set([key])).changed).toEqual([{ key, ...row('1/UBND') }]);
    ring.keyOf(row('1/UBND'));
    expect(ring.takeChanges(new Set([key]))).toEqual({ changed: [], removed: [] });
  });

  it('of what nothing shows are dropped above 400, never those shown', () => {
    const ring = createKeyRing();
    const keys = Array.from({ length: 410 }, (_, index) => ring.keyOf(row(`${index}/UBND`)));
    const shown = new Set(keys.slice(0, 5));
    const { changed, removed } = ring.takeChanges(shown);
    expect(removed).toHaveLength(10);
    expect(removed.some((key) => shown.has(key))).toBe(false);
    expect(changed).toHaveLength(400);
  });
});
