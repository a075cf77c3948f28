import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, isTcvn3AsLatin1, readAsTcvn3 } from './charset.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const TEXT = [
  'Mã cán bộ;Họ và tên;Đơn vị;Chức danh',
  'CB-1;Nguyễn Văn An;Phòng Tổ chức cán bộ;Chuyên viên chính',
  'CB-2;Trần Thị Hường;Văn phòng Sở;Trưởng phòng',
  'CB-3;Đặng Quốc Khánh;Thanh tra Sở;Phó Chánh Thanh tra',
].join('\r\n');

/** Windows-1258 has a letter of its own for "ê" and writes the tone of "ễ" after it. */
function toWindows1258(text: string): Buffer {
  const tonesApart = [...text.normalize('NFD')].join('').replace(/([a-zA-Z])([\u0302\u0306\u031b]?)/g, (each) => each);
  const letters = tonesApart.replace(/[a-zA-Z][\u0302\u0306\u031b\u0300\u0301\u0303\u0309\u0323]*/g, (letter) => {
    const tone = letter.match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
    return letter.replace(tone, '').normalize('NFC') + tone;
  });
  return iconv.encode(letters, 'windows-1258');
}

describe('the charset of a file', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-8', Buffer.from('code,name\nA,B')],
    ['TCVN3', iconv.encode(TEXT, 'tcvn')],
    ['WINDOWS-1258', toWindows1258(TEXT)],
  ] as const)('%s is told by its words and read as it was written', (charset, bytes) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ ok: true, value: { charset } });
    if (decoded.ok && charset !== 'UTF-8') expect(decoded.value.text).toBe(TEXT);
  });

  test('is not guessed where nothing is Vietnamese, nor of UTF-16 without a mark', () => {
    const unknown = { ok: false, error: { code: 'ENCODING_UNKNOWN' } };
    expect(decodeText(Buffer.from('Müller;Größe;façade;naïve', 'latin1'))).toMatchObject(unknown);
    expect(decodeText(Buffer.from([0xd2, 0xe0, 0xe9, 0xed, 0xe0, 0x20, 0xef, 0xf0]))).toMatchObject(unknown);
    expect(decodeText(Buffer.concat([Buffer.from([0xff]), Buffer.from(TEXT, 'utf16le')]))).toMatchObject(unknown);
  });

  test('is what the sender says, unless the bytes contradict him', () => {
    const bytes = iconv.encode('Lê', 'tcvn');
    expect(decodeText(bytes, 'TCVN3')).toMatchObject({ ok: true, value: { text: 'Lê', charset: 'TCVN3' } });
    expect(decodeText(bytes, 'UTF-8')).toMatchObject({ ok: false, error: { code: 'ENCODING_UNKNOWN' } });
  });
});

describe('TCVN3 that was read as Latin-1', () => {
  const broken = iconv.encode('Nguyễn Văn An, Phòng Tổ chức; Đơn vị đầu mối', 'tcvn').toString('latin1');

  test('is seen and mended', () => {
    expect(broken).toContain('NguyÔn V¨n An');
    expect(isTcvn3AsLatin1([broken])).toBe(true);
    expect(readAsTcvn3(broken)).toBe('Nguyễn Văn An, Phòng Tổ chức; Đơn vị đầu mối');
  });

  test('is not seen in Vietnamese, in names of elsewhere and in plain text', () => {
    expect(isTcvn3AsLatin1(['Nguyễn Văn An', 'Trần Thị Hà'])).toBe(false);
    expect(isTcvn3AsLatin1(['Lê Hà', 'Lâm Hàn', 'Vân Hà Thái'])).toBe(false);
    expect(isTcvn3AsLatin1(['José Müller', 'Größe'])).toBe(false);
    expect(isTcvn3AsLatin1(['CB-1', 'CB-2'])).toBe(false);
    expect(readAsTcvn3('Nguyễn')).toBe('Nguyễn');
  });
});

test.each([
  ['Nguyễn', true],
  ['Đặng', true],
  ['khuỷu', true],
  ['giếng', true],
  ['quyển', true],
  ['NguyÔn', false],
  ['Müller', false],
  ['đđ', false],
  ['áá', false],
])('%s as a syllable: %s', (word, expected) => {
  expect(isVietnameseSyllable(word)).toBe(expected);
});
