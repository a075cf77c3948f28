import type { FrameCard } from '../../messaging/overlay-messages.ts';
import { toPeriodText } from './deadline-text.ts';
import { createElement, createSvg } from './element.ts';
import type { FrameTexts } from './frame-texts.ts';

const height = 48;
const step = 36;
const barWidth = 24;

/** Bars of 0 to 100 for at most 8 periods, with the same figures as text for those who do not see them. */
export const createPeriodPlot = (periods: FrameCard['periods'], texts: FrameTexts): HTMLElement => {
  const words = periods.map(({ period, display, level, provisional }) => {
    const word = level === null ? texts.noLevel.short : texts.levels[level].short;
    return `${toPeriodText(period)}: ${display ?? '—'} ${word}${provisional ? ` (${texts.provisional})` : ''}`;
  });
  const figure = createElement('figure', 'plot');
  const picture = createSvg('svg', {
    viewBox: `0 0 ${8 * step} ${height + 14}`,
    width: 8 * step,
    height: height + 14,
    role: 'img',
    'aria-label': `${texts.plot}. ${words.join('; ')}`,
  });
  periods.slice(-8).forEach(({ period, value, level, provisional }, index) => {
    const bar = Math.round((Math.min(100, Math.max(0, value ?? 0)) / 100) * height);
    const rectangle = createSvg('rect', {
      x: index * step + 4,
      y: height - bar,
      width: barWidth,
      height: Math.max(bar, 1),
      class: `bar level-${(level ?? 'NONE').toLowerCase()}${provisional ? ' provisional' : ''}`,
    });
    const title = createSvg('title', {});
    title.textContent = words[index] ?? '';
    rectangle.append(title);
    const label = createSvg('text', { x: index * step + 4 + barWidth / 2, y: height + 12, class: 'axis' });
    label.textContent = period.slice(-2);
    picture.append(rectangle, label);
  });
  figure.append(createElement('figcaption', '', texts.plot), picture);
  return figure;
};
