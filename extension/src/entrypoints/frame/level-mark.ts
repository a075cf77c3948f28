import type { FrameLevel } from '../../messaging/overlay-messages.ts';
import { createElement, createSvg } from './element.ts';
import type { FrameTexts } from './frame-texts.ts';

/** In a box of 16 × 16: a level is a shape and a word besides its colour (ui.md). */
const shapes: Readonly<Record<FrameLevel | 'NONE', readonly (readonly [string, Record<string, string | number>])[]>> = {
  OUTSTANDING: [
    ['path', { d: 'M8 1l2.1 4.6 5 .5-3.8 3.3 1.1 4.9L8 11.7l-4.4 2.6 1.1-4.9L.9 6.1l5-.5z', fill: 'currentColor' }],
  ],
  GOOD: [['circle', { cx: 8, cy: 8, r: 6, fill: 'currentColor' }]],
  COMPLETED: [
    ['circle', { cx: 8, cy: 8, r: 5.5, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }],
    ['path', { d: 'M8 2.5a5.5 5.5 0 0 0 0 11z', fill: 'currentColor' }],
  ],
  NOT_COMPLETED: [
    ['path', { d: 'M8 1.8L14.2 8 8 14.2 1.8 8z', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }],
  ],
  NONE: [['path', { d: 'M3 8h10', stroke: 'currentColor', 'stroke-width': 2 }]],
};

const svgShape = (level: FrameLevel | 'NONE'): SVGElement => {
  const picture = createSvg('svg', { viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true' });
  for (const [name, attributes] of shapes[level]) picture.append(createSvg(name, attributes));
  return picture;
};

/** Shape and word of a level; `null` where there is not enough data. */
export const createLevelMark = (level: FrameLevel | null, texts: FrameTexts): HTMLElement => {
  const { short, full } = level === null ? texts.noLevel : texts.levels[level];
  const mark = createElement('span', `level level-${(level ?? 'NONE').toLowerCase()}`);
  mark.title = full;
  mark.append(svgShape(level ?? 'NONE'), createElement('b', '', short));
  return mark;
};
