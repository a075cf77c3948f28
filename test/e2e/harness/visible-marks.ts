import type { Frame, Page } from 'playwright-core';

/** A mark as one sees it on the page: whom it names first, and where its middle is in the window of the document that holds the frame. */
export interface VisibleMark {
  readonly text: string;
  readonly middle: number;
}

/** Our frames of a page, wherever they stand. */
export const ourFrames = (page: Page): readonly Frame[] =>
  page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));

/** The marks of a frame that one can see; null where the frame is gone meanwhile. */
export async function visibleMarks(frame: Frame): Promise<readonly VisibleMark[] | null> {
  const place = await placeOf(frame);
  const held = await holdMarks(frame, 0);
  return place === null || held === null ? null : seenOf(held.marks, place);
}

/**
 * What one sees of a frame while it is too busy to hear of a change of its page: the frame is kept from its messages, `change` is done,
 * and the page's next picture is waited for. Null where the frame was taken out of the page by then, or the machine was too slow to say.
 */
export async function marksDuring(
  frame: Frame,
  change: () => Promise<unknown>,
): Promise<readonly VisibleMark[] | null> {
  const holding = holdMarks(frame, busyFor);
  await new Promise((resolve) => setTimeout(resolve, 10));
  await change();
  const [place, held] = [await placeOf(frame), await holding];
  if (place === null || held === null || place.at > held.until) return null;
  return seenOf(held.marks, place);
}

/** Milliseconds: long enough for the page to draw what changed. */
const busyFor = 150;

interface Held {
  readonly marks: readonly VisibleMark[];
  /** Unix time in milliseconds: until then nothing in the frame could change. */
  readonly until: number;
}

const holdMarks = (frame: Frame, milliseconds: number): Promise<Held | null> =>
  frame
    .evaluate((busy) => {
      const marks = [...document.querySelectorAll<HTMLElement>('.mark')].map(
        ({ textContent, offsetTop, offsetHeight }) => ({
          text: textContent ?? '',
          middle: offsetTop + offsetHeight / 2,
        }),
      );
      const end = performance.now() + busy;
      while (performance.now() < end);
      return { marks, until: performance.timeOrigin + performance.now() };
    }, milliseconds)
    .catch(() => null);

interface Place {
  readonly clipPath: string;
  readonly isShown: boolean;
  readonly top: number;
  readonly scale: number;
  readonly at: number;
}

/** Where the frame stands in the page, and what is cut out of it, in the page's next picture; null where it is out of the page. */
async function placeOf(frame: Frame): Promise<Place | null> {
  try {
    const owner = await frame.frameElement();
    return await owner.evaluate(async (element) => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (!element.isConnected || !(element instanceof HTMLElement)) return null;
      const { clipPath, visibility, display } = element.style;
      const { top, height } = element.getBoundingClientRect();
      const scale = element.offsetHeight > 0 ? height / element.offsetHeight : 1;
      const at = performance.timeOrigin + performance.now();
      return { clipPath, isShown: visibility === 'visible' && display !== 'none', top, scale, at };
    });
  } catch {
    // The frame went away between two looks.
    return null;
  }
}

const seenOf = (marks: readonly VisibleMark[], { clipPath, isShown, top, scale }: Place): readonly VisibleMark[] =>
  !isShown
    ? []
    : marks
        .filter(({ middle }) => isUncut(clipPath, middle))
        .map(({ text, middle }) => ({ text, middle: top + middle * scale }));

/** Of the two forms that page/shown-layouts.ts writes. */
function isUncut(clipPath: string, y: number): boolean {
  if (clipPath === '' || clipPath === 'none') return true;
  // As the browser writes it: M 0 40 H 748 V 300 H 0 Z.
  const within = [...clipPath.matchAll(/M ?[\d.]+ ([\d.]+) ?H ?[\d.]+ ?V ?([\d.]+)/g)].filter(
    ([, from, to]) => y >= Number(from) && y <= Number(to),
  );
  // Even and odd: in the outline, and in no hole of it.
  if (clipPath.startsWith('path')) return within.length === 1;
  return y >= Number(/inset\(([\d.]+)px/.exec(clipPath)?.[1] ?? 0);
}
