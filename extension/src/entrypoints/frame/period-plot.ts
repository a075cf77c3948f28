import type { FrameCard } from '../../messaging/overlay-messages.ts';
import { toPeriodText } from './deadline-text.ts';
import { createElement, createSvg } from './element.ts';
import { figureText } from './figure-text.ts';
import type { FrameTexts } from './frame-texts.ts';

const height = 48;
const step = 36;
const barWidth = 24;

type Period = FrameCard['periods'][number];

const levelWord = ({ level, provisional }: Period, texts: FrameTexts): string => {
  const word = level === null ? texts.noLevel.short : texts.levels[level].short;
  return provisional ? `${word} (${texts.provisional})` : word;
};

/** The same figures as a table: what a screen reader goes through cell by cell, under headings. */
const createTable = (periods: readonly Period[], texts: FrameTexts): HTMLElement => {
  const table = createElement('table', '');
  const head = createElement('tr', '');
  for (const title of texts.plotColumns) {
    const cell = createElement('th', '', title);
    cell.scope = 'col';
    head.append(cell);
  }
  const top = createElement('thead', '');
  top.append(head);
  const body = createElement('tbody', '');
  for (const period of periods) {
    const line = createElement('tr', '');
    const name = createElement('th', '', toPeriodText(period.period));
    name.scope = 'row';
    line.append(
      name,
      createElement('td', '', figureText(period.display, texts)),
      createElement('td', '', levelWord(period, texts)),
    );
    body.append(line);
  }
  table.append(createElement('caption', '', texts.plot), top, body);
  // A table takes the room of its cells whatever its style says; what holds it does not.
  const place = createElement('div', 'unseen');
  place.append(table);
  return place;
};

/** Bars of 0 to 100 for at most 8 periods, oldest first, for the eye; the same figures as a table for those who do not see them. */
export const createPeriodPlot = (periods: FrameCard['periods'], texts: FrameTexts): HTMLElement => {
  const shown = periods.slice(-8);
  const figure = createElement('figure', 'plot');
  const picture = createSvg('svg', {
    viewBox: `0 0 ${8 * step} ${height + 14}`,
    width: 8 * step,
    height: height + 14,
    'aria-hidden': 'true',
  });
  shown.forEach((period, index) => {
    const { value, level, provisional, display } = period;
    const bar = Math.round((Math.min(100, Math.max(0, value ?? 0)) / 100) * height);
    const rectangle = createSvg('rect', {
      x: index * step + 4,
      y: height - bar,
      width: barWidth,
      height: Math.max(bar, 1),
      class: `bar level-${(level ?? 'NONE').toLowerCase()}${provisional ? ' provisional' : ''}`,
    });
    const title = createSvg('title', {});
    title.textContent = `${toPeriodText(period.period)}: ${figureText(display, texts)} ${levelWord(period, texts)}`;
    rectangle.append(title);
    const label = createSvg('text', { x: index * step + 4 + barWidth / 2, y: height + 12, class: 'axis' });
    label.textContent = period.period.slice(-2);
    picture.append(rectangle, label);
  });
  const caption = createElement('figcaption', '', texts.plot);
  caption.setAttribute('aria-hidden', 'true');
  figure.append(caption, picture, createTable(shown, texts));
  return figure;
};
