import { expect, it } from 'vitest';
import { clipPath, createShownLayouts } from './shown-layouts.ts';

/** Keys in lines of 40 px from the top; 0 leaves a line empty. */
const lines = (...keys: number[]): Int32Array<ArrayBuffer> =>
  Int32Array.from(keys.flatMap((key, index) => (key === 0 ? [] : [key, index * 40, 40])));

it('covers nothing while the frame shows what the page shows', () => {
  const layouts = createShownLayouts();
  layouts.add(lines(1, 2, 3));
  expect(layouts.holes()).toEqual([]);
});

it.each([
  ['a recycled row', lines(1, 9, 3), [{ top: 40, bottom: 80 }]],
  ['a row that is gone', lines(1, 0, 3), [{ top: 40, bottom: 80 }]],
  ['two rows that changed places', lines(2, 1, 3), [{ top: 0, bottom: 80 }]],
  ['all rows moved by one', lines(0, 1, 2, 3), [{ top: 0, bottom: 120 }]],
  ['one more row at the end', lines(1, 2, 3, 4), []],
])('covers the old place of %s until the frame has drawn the new places', (_name, next, holes) => {
  const layouts = createShownLayouts();
  layouts.add(lines(1, 2, 3));
  const sequence = layouts.add(next);
  expect(layouts.holes()).toEqual(holes);
  layouts.drawn(sequence);
  expect(layouts.holes()).toEqual([]);
});

it('covers what any of the layouts on their way may show, not the last one alone', () => {
  const layouts = createShownLayouts();
  layouts.add(lines(1, 2));
  const second = layouts.add(lines(5, 2));
  layouts.add(lines(1, 6));
  // The frame may show the first, the second or the third now.
  expect(layouts.holes()).toEqual([{ top: 0, bottom: 80 }]);
  layouts.drawn(second - 1);
  expect(layouts.holes()).toEqual([{ top: 0, bottom: 80 }]);
  layouts.drawn(second + 1);
  expect(layouts.holes()).toEqual([]);
});

it('cuts out holes within what one may see of the strip, and leaves an open card beside it whole', () => {
  const size = { width: 748, height: 400 };
  expect(clipPath(size, 400, null, [])).toBe('none');
  expect(clipPath(size, 400, { top: 40, bottom: 300 }, [])).toBe('inset(40px 0px 100px 0px)');
  expect(clipPath(size, 400, { top: 40, bottom: 300 }, [{ top: 0, bottom: 80 }])).toBe(
    'path(evenodd,"M0 40H748V300H0ZM400 40H748V80H400Z")',
  );
  expect(clipPath(size, 0, { top: 40, bottom: 300 }, [{ top: 320, bottom: 360 }])).toBe(
    'path(evenodd,"M0 40H748V300H0Z")',
  );
});
