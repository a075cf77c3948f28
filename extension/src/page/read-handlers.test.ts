import type { HandlersField } from '@congvu/schema/adapter';
import { describe, expect, it } from 'vitest';
import { openHtml } from '../adapters/saved-page.ts';
import { toPlace } from './place.ts';
import { readHandlers } from './read-handlers.ts';

const read = (field: HandlersField, html: string) => {
  const row = openHtml(`<div id="row">${html}</div>`).getElementById('row');
  if (!row) throw new Error('the row was written above');
  return readHandlers(field, toPlace(row)).map(({ name, code, post, unit, role }) => [name ?? code, post, unit, role]);
};

const several: HandlersField = {
  name: [{ select: '.nxl' }],
  pieces: {
    separator: ';|,',
    name: '^(?:\\p{L}{1,5} - )?([\\p{L} ]{2,60}?)(?: \\(|$)',
    post: '^(\\p{L}{1,5}) - ',
    unit: '\\[([^\\]]{1,60})\\]$',
    state: '\\(([^)]{1,40})\\)',
  },
  role: { values: { 'đang xử lý': 'LEAD', 'phối hợp': 'COOPERATE' }, otherwise: 'INFORM' },
};

describe('several people of one text', () => {
  it('are told apart, the main handler first', () => {
    expect(read(several, '<p class="nxl">CVC - Lý Văn Lực (Phối hợp); PTP&nbsp;- Trần Ngọc (Đang xử lý)</p>')).toEqual([
      ['Trần Ngọc', 'PTP', null, 'LEAD'],
      ['Lý Văn Lực', 'CVC', null, 'COOPERATE'],
    ]);
  });

  it('stay those who are whole where the text is cut behind the main handler', () => {
    expect(read(several, '<p class="nxl">PTP - Trần Ngọc (Đang xử lý); CVC - Lý V…</p>')).toEqual([
      ['Trần Ngọc', 'PTP', null, 'LEAD'],
    ]);
  });

  it('are nobody where the main handler may be in the part that is cut', () => {
    expect(read(several, '<p class="nxl">PTP - Trần Ngọc (Phối hợp); CVC - Lý V...</p>')).toEqual([]);
  });

  it('are nobody where there are more than ten: a distribution list', () => {
    const names = Array.from({ length: 11 }, () => 'Trần Ngọc (Đang xử lý)');
    expect(read(several, `<p class="nxl">${names.join('; ')}</p>`)).toEqual([]);
    expect(read(several, `<p class="nxl">${names.slice(1).join('; ')}</p>`)).toHaveLength(10);
  });

  it('leave out a piece that names nobody', () => {
    expect(read(several, '<p class="nxl">; —; Trần Ngọc</p>')).toEqual([['Trần Ngọc', null, null, 'INFORM']]);
  });
});

describe('one person', () => {
  const field: HandlersField = {
    name: [{ select: '.ten' }, { select: '.ten', attribute: 'title' }],
    role: { text: [{ attribute: 'data-role' }], values: { xlc: 'LEAD' }, otherwise: 'INFORM' },
    each: '.o',
  };

  it('whose name is cut is the one whose name stands whole elsewhere, or nobody', () => {
    expect(read(field, '<b class="o" data-role="xlc"><i class="ten" title="Trần Ngọc">Trần N…</i></b>')).toEqual([
      ['Trần Ngọc', null, null, 'LEAD'],
    ]);
    expect(read(field, '<b class="o" data-role="xlc"><i class="ten" title="Trần N...">Trần N…</i></b>')).toEqual([]);
  });

  it('who only cooperates does not stand for a main handler whose name is cut', () => {
    const other = '<b class="o" data-role="ph"><i class="ten">Lý Lực</i></b>';
    expect(read(field, `<b class="o" data-role="xlc"><i class="ten">Trần N…</i></b>${other}`)).toEqual([]);
    expect(read(field, `<b class="o" data-role="ph"><i class="ten">Trần N…</i></b>${other}`)).toHaveLength(1);
  });

  it('is nobody where the place of the role is gone: who the main handler is cannot be told', () => {
    expect(read(field, '<b class="o"><i class="ten">Lý Lực</i></b>')).toEqual([]);
    expect(read(field, '<b class="o" data-role=""><i class="ten">Lý Lực</i></b>')).toEqual([
      ['Lý Lực', null, null, 'INFORM'],
    ]);
  });

  it('of a hidden copy is nobody', () => {
    expect(read(field, '<b class="o" data-role="xlc" hidden><i class="ten">Lý Lực</i></b>')).toEqual([]);
  });
});
