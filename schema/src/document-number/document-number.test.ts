import { describe, expect, it } from 'vitest';
import { documentKey, looseDocumentNumber, normaliseDocumentNumber, parseDocumentNumber } from './document-number.ts';

describe('a document number', () => {
  it.each([
    ['123/QĐ-UBND', 'STATE_TYPED', '123', null, 'QĐ', 'UBND'],
    ['05/BC-SNV', 'STATE_TYPED', '05', null, 'BC', 'SNV'],
    ['40/TTr-UBND', 'STATE_TYPED', '40', null, 'TTr', 'UBND'],
    ['12a/QyĐ-BNV', 'STATE_TYPED', '12a', null, 'QyĐ', 'BNV'],
    ['6707/UBND-SNV', 'LETTER', '6707', null, null, 'UBND-SNV'],
    ['1245/UBND-NC', 'LETTER', '1245', null, null, 'UBND-NC'],
    ['335/2025/NĐ-CP', 'STATE_TYPED', '335', 2025, 'NĐ', 'CP'],
    ['80/2025/QH15', 'STATE_TYPED', '80', 2025, null, 'QH15'],
    ['366-QĐ/TW', 'PARTY', '366', null, 'QĐ', 'TW'],
    ['43-HD/BTCTW', 'PARTY', '43', null, 'HD', 'BTCTW'],
  ])('%s is read', (text, kind, number, year, type, issuer) => {
    expect(parseDocumentNumber(text)).toEqual({
      ok: true,
      value: { normalised: text, kind, number, year, type, issuer },
    });
  });

  it.each([
    ['Số: 123/QĐ-UBND', '123/QĐ-UBND'],
    ['số 123/QĐ-UBND', '123/QĐ-UBND'],
    ['SỐ:123 / QĐ - UBND', '123/QĐ-UBND'],
    ['123/Q\u00D0-UBND', '123/QĐ-UBND'],
    ['123/QĐ–UBND', '123/QĐ-UBND'],
    ['123/QĐ—UBND', '123/QĐ-UBND'],
    ['123/QĐ\u00A0-\u200BUBND', '123/QĐ-UBND'],
    ['05/BC-UBND xã An Bình'.normalize('NFD'), '05/BC-UBNDxãAnBình'],
  ])('%j is normalised to %s', (text, expected) => {
    expect(normaliseDocumentNumber(text)).toBe(expected);
    expect(parseDocumentNumber(text).ok).toBe(true);
  });

  it.each(['', 'QĐ-UBND', '123', '1234567/QĐ-UBND', '123/', '/QĐ', '123//QĐ', '<b>1/QĐ</b>', `1/${'A'.repeat(200)}`])(
    'is not %j',
    (text) => {
      expect(parseDocumentNumber(text)).toEqual({ ok: false, error: 'NOT_A_DOCUMENT_NUMBER' });
    },
  );
});

describe('the key of a document', () => {
  it('is the same however the number and issuer are typed', () => {
    const key = documentKey('UBND tỉnh An Bình', 2026, '123/QĐ-UBND');
    expect(documentKey(' Ubnd  Tỉnh An Bình '.normalize('NFD'), 2026, 'Số: 123/Q\u00D0–UBND')).toBe(key);
  });

  it('differs by issuer and by year', () => {
    const keys = [
      documentKey('A', 2026, '1/QĐ-A'),
      documentKey('B', 2026, '1/QĐ-A'),
      documentKey('A', 2025, '1/QĐ-A'),
      documentKey(null, null, '1/QĐ-A'),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});

describe('the loose form of a number', () => {
  it.each([
    ['968/CĐ-TTg', '968-CĐ-TTg'],
    ['968-CĐ-TTg', '968-CĐ-TTg'],
    ['Số: 335 / 2025 / NĐ–CP', '335-2025-NĐ-CP'],
  ])('of %s is %s', (text, loose) => {
    expect(looseDocumentNumber(text)).toBe(loose);
  });
});
