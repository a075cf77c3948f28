// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { FrameMark, FrameRow } from '../../messaging/overlay-messages.ts';
import { vietnamese } from './frame-texts.ts';
import { createPeriodPlot } from './period-plot.ts';
import { fillRowMark } from './row-mark.ts';

const mark: FrameMark = {
  employeeId: 'e',
  name: 'Lý Văn Lực',
  title: 'Chuyên viên',
  unit: 'Phòng Tổ chức, biên chế',
  period: '2026-11',
  level: 'GOOD',
  display: '87.67',
  provisional: true,
  commendations: 2,
  activeDiscipline: true,
  disciplineUntil: '2027-03-10',
  isRestricted: false,
};

/** What a screen reader says of a button without a label of its own: its text, without what is hidden from it. */
const nameOf = (person: FrameRow['person']): string => {
  const button = document.createElement('button');
  fillRowMark(button, { key: 1, deadline: '2026-11-20', task: 'OPEN', person }, '2026-11-22', vietnamese);
  for (const hidden of button.querySelectorAll('[aria-hidden]')) hidden.remove();
  return (button.textContent ?? '').replace(/\s+/g, ' ').trim();
};

it('names a mark by what one sees of it, with the full words around the short forms', () => {
  expect(nameOf({ state: 'ONE', mark })).toBe(
    'Lý Văn Lực, Hoàn thành tốt nhiệm vụ (tạm tính 11/2026): HTT tạm tính, quá hạn 2 ngày, đang làm, 2 khen thưởng, đang trong thời hạn kỷ luật đến 10/03/2027',
  );
});

it('says in words what a dash or a question mark stands for', () => {
  expect(nameOf({ state: 'NONE' })).toMatch(/^không tìm thấy người này: , quá hạn/);
  expect(nameOf({ state: 'SEVERAL', count: 2 })).toMatch(/^2 người cùng tên\. Chọn đúng người trong bảng bên: 2 người/);
});

it('gives the plot to a screen reader as a table, cell by cell', () => {
  const plot = createPeriodPlot(
    [
      { period: '2026-10', display: '91.20', value: 91.2, level: 'OUTSTANDING', provisional: false },
      { period: '2026-11', display: null, value: null, level: null, provisional: true },
    ],
    vietnamese,
  );
  expect(plot.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(plot.querySelector('caption')?.textContent).toBe('Điểm 8 kỳ gần nhất');
  const lines = [...plot.querySelectorAll('tr')].map((line) => [...line.children].map((cell) => cell.textContent));
  expect(lines).toEqual([
    ['Kỳ', 'Điểm', 'Mức'],
    ['10/2026', '91,20', 'HTXS'],
    ['11/2026', '—', '— (tạm tính)'],
  ]);
  expect(plot.querySelectorAll('th[scope="row"]')).toHaveLength(2);
});
