// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { FrameMark, FrameRow } from '../../messaging/overlay-messages.ts';
import { english, vietnamese } from './frame-texts.ts';
import { describeRow, fillRowMark } from './row-mark.ts';

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
const row = (person: FrameRow['person']): FrameRow => ({ key: 1, deadline: '2026-11-20', task: 'OPEN', person });

describe('what a screen reader hears of a row', () => {
  it('is everything the mark shows, in words', () => {
    expect(describeRow(row({ state: 'ONE', mark }), '2026-11-22', vietnamese)).toBe(
      'Lý Văn Lực, Hoàn thành tốt nhiệm vụ (tạm tính 11/2026), quá hạn 2 ngày, đang làm, 2 khen thưởng, đang trong thời hạn kỷ luật đến 10/03/2027',
    );
  });

  it('says nothing of discipline and commendation where one may not know', () => {
    const hidden = { ...mark, commendations: null, activeDiscipline: false, disciplineUntil: null };
    expect(describeRow(row({ state: 'ONE', mark: hidden }), '2026-11-22', english)).toBe(
      'Lý Văn Lực, Good (provisional 11/2026), 2 days overdue, in hand',
    );
  });

  it('is the name and that it is restricted, where the person asked for it', () => {
    const held = {
      ...mark,
      level: null,
      display: null,
      commendations: null,
      activeDiscipline: false,
      isRestricted: true,
    };
    const button = document.createElement('button');
    fillRowMark(button, row({ state: 'ONE', mark: held }), '2026-11-22', vietnamese);
    expect(button.textContent).toContain('hạn chế xử lý');
    expect(describeRow(row({ state: 'ONE', mark: held }), '2026-11-22', english)).toBe(
      'Lý Văn Lực, Processing is restricted at this person’s request, 2 days overdue, in hand',
    );
  });

  it('is a choice for two of one name, never a guess', () => {
    const text = describeRow(row({ state: 'SEVERAL', count: 2 }), '2026-11-22', vietnamese);
    expect(text).toMatch(/^2 người cùng tên. Chọn đúng người trong bảng bên/);
  });
});
