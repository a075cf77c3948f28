import { describe, expect, it } from 'vitest';
import { openHtml } from '../adapters/saved-page.ts';
import { toPlace } from './place.ts';
import { holdsSecretWord, readSecrecy } from './secrecy.ts';

const read = (html: string, field: Parameters<typeof readSecrecy>[0] = { marks: 'ANYWHERE' }) => {
  const row = openHtml(`<table><tr id="row">${html}</tr></table>`).getElementById('row');
  if (!row) throw new Error('the row was written above');
  return readSecrecy(field, toPlace(row));
};

describe('words of secrecy', () => {
  it.each([
    'Mật',
    'MẬT',
    'Tối mật',
    'tuyệt mật',
    'Độ mật: Mật',
    'Độ mật',
    'Mật'.normalize('NFD'),
    'M\u200bật',
    'Tuyet mat',
    'TOP SECRET',
    'confidential',
    '12/QĐ-UBND (Mật)',
  ])('stand in "%s"', (text) => {
    expect(holdsSecretWord(text)).toBe(true);
  });

  it.each([
    'Thường',
    'Độ mật: Thường',
    'Mức độ mật: Không',
    'không mật',
    'Mặt trận Tổ quốc',
    'secretary',
    'Ban Thư ký',
    'matter',
    '12/QĐ-UBND',
  ])('do not stand in "%s"', (text) => {
    expect(holdsSecretWord(text)).toBe(false);
  });
});

describe('where no place of secrecy is known', () => {
  it.each([
    ['in a cell', '<td>12/UBND</td><td>Mật</td>'],
    ['beside other words', '<td>12/UBND</td><td><b>Tối mật</b> Hỏa tốc</td>'],
    ['as a title', '<td title="Độ mật: Tuyệt mật">12/UBND</td>'],
    ['as a picture', '<td><img alt="Mật"></td>'],
    ['as a label', '<td><svg aria-label="Mật"></svg></td>'],
    ['in a choice', '<td><select><option>Thường<option selected>Mật</select></td>'],
    ['as a value', '<td><input value="Tối mật"></td>'],
    ['in a shadow root', '<td><x-mark><template shadowrootmode="open"><i>Mật</i></template></x-mark></td>'],
    [
      'as a title in a shadow root',
      '<td><x-m><template shadowrootmode="open"><i title="Mật"></i></template></x-m></td>',
    ],
    ['beside a word without a blank', '<td><span>12/QĐ-UBND</span><span>Mật</span></td>'],
    ['in pieces', '<td>M<mark>ậ</mark>t</td>'],
  ])('a mark %s is found', (_, html) => {
    expect(read(html)).toBe('SECRET');
  });

  it.each([
    ['another word', '<td>Mặt trận Tổ quốc</td><td title="Thường"></td>'],
    ['a word of a copy one does not see', '<td>12/UBND<span hidden>Mật</span></td>'],
    ['what could be chosen', '<td><select><option selected>Thường<option>Mật</select></td>'],
    ['cells side by side', '<td>Thường</td><td>Mậtong</td>'],
  ])('%s is none', (_, html) => {
    expect(read(html)).toBe('NORMAL');
  });
});

describe('a known place of secrecy', () => {
  const field = { text: [{ select: '.mat' }], normal: ['', 'thường'] };

  it.each([
    ['<td class="mat">Thường</td>', 'NORMAL'],
    ['<td class="mat"></td>', 'NORMAL'],
    ['<td class="mat">Mật</td>', 'SECRET'],
    ['<td>Thường</td>', 'UNKNOWN'],
    // One does not see the mark, and it is one.
    ['<td class="mat"><span hidden>Mật</span></td>', 'SECRET'],
    ['<td class="mat" style="display:none">Mật</td>', 'SECRET'],
    // Two places that disagree.
    ['<td class="mat" hidden>Thường</td><td class="mat">Mật</td>', 'SECRET'],
  ])('%s: %s', (html, secrecy) => {
    expect(read(html, field)).toBe(secrecy);
  });
});
