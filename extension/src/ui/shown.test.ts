import { expect, it } from 'vitest';
import {
  alignedFigure,
  alignedPercent,
  shownDate,
  shownDisplay,
  shownFigure,
  shownInstant,
  shownPercent,
} from './shown.ts';

it('shows an exact figure with the decimal mark of the language, and a dash for none', () => {
  expect([shownFigure('263/3', 'vi'), shownFigure('263/3', 'en'), shownFigure(null, 'vi')]).toEqual([
    '87,67',
    '87.67',
    '—',
  ]);
});

it('shows an exact share of one in percent', () => {
  expect([shownPercent('1/6', 'vi'), shownPercent('1', 'en'), shownPercent(null, 'vi')]).toEqual(['16,67', '100', '—']);
});

it('keeps two decimals where figures stand under each other', () => {
  expect([alignedFigure('70', 'vi'), alignedFigure('-1/2', 'en'), alignedFigure(null, 'vi')]).toEqual([
    '70,00',
    '-0.50',
    '—',
  ]);
  expect([alignedPercent('1', 'vi'), alignedPercent('321/338', 'en')]).toEqual(['100,00', '94.97']);
});

it('does not round what the api made for display', () => {
  expect([shownDisplay('89.99', 'vi'), shownDisplay(null, 'vi')]).toEqual(['89,99', '—']);
});

it('shows days day first and instants by the clock in Vietnam', () => {
  expect([shownDate('2026-12-15'), shownDate(null)]).toEqual(['15/12/2026', '—']);
  expect(shownInstant('2026-12-31T17:30:00.000Z')).toMatch(/00:30.*01\/01\/2027/);
});
