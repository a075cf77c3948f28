import { describe, expect, it } from 'vitest';
import {
  ADDRESS_REFUSALS,
  ERROR_CATEGORIES,
  ERROR_CODES,
  errorCatalogue,
  NOT_COMPARABLE_REASONS,
} from '../errors/error-catalogue.ts';
import { ERROR_EXAMPLES } from '../errors/error-examples.ts';
import { isPost } from '../evaluation/assignment.ts';
import { isDisciplineForm } from '../evaluation/discipline-input.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import { disciplineFormTexts } from './classification-terms.ts';
import { addressRefusalTexts, notComparableTexts } from './comparison-error-texts.ts';
import { describeError, errorMessage } from './error-message.ts';
import { errorTextsEnglish } from './error-texts-english.ts';
import { errorTextsVietnamese } from './error-texts-vietnamese.ts';
import { inconsistencyTexts } from './inconsistency-texts.ts';
import { postTexts } from './term-texts.ts';

/** Their reason is a word with a text of its own, tested below. */
const WORDED: readonly string[] = ['INCONSISTENT', 'NOT_COMPARABLE'];

const payloadOf = ERROR_EXAMPLES as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** In Vietnamese dates are shown day first, and clauses in Vietnamese words; forms of discipline by their names. */
function shownForms(value: unknown): readonly string[] {
  const text = String(value);
  if (isPost(text)) return [text, postTexts[text].vi, postTexts[text].en];
  if (isDisciplineForm(text)) return [disciplineFormTexts[text].vi, disciplineFormTexts[text].en];
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return day === null ? [text, text.replace('art. ', 'Điều ')] : [text, `${day[3]}/${day[2]}/${day[1]}`];
}

describe('the error catalogue', () => {
  it.each(ERROR_CODES)('%s has a category, a status and a sentence in both languages', (code) => {
    const { category, httpStatus } = errorCatalogue[code];
    expect(ERROR_CATEGORIES).toContain(category);
    expect(httpStatus).toBeGreaterThanOrEqual(400);
    const payload = payloadOf[code] ?? {};
    for (const texts of [errorTextsVietnamese, errorTextsEnglish]) {
      // Each text takes its own payload, which the table above gives.
      const text = (texts[code] as (each: unknown) => string)(payload);
      expect(text).toMatch(/^[\p{Lu}“"\d].+[.]$|^“.+$|^[\p{Lu}].+\)\.$/u);
      expect(text).not.toMatch(/undefined|null|\[object/);
      for (const [name, value] of Object.entries(payload)) {
        if (name === 'reason' && WORDED.includes(code)) continue;
        if (name === 'fields' || name === 'why' || value === null) continue;
        const parts = (Array.isArray(value) ? value : [value]).flatMap((part: unknown) =>
          typeof part === 'object' && part !== null ? Object.values(part) : [part],
        );
        for (const part of parts) expect(shownForms(part).some((form) => text.includes(form))).toBe(true);
      }
    }
    expect(errorTextsVietnamese[code]).not.toBe(errorTextsEnglish[code]);
  });

  it('says something else where a part is absent', () => {
    expect(errorMessage('WRONG_PASSWORD', { retryAfterSeconds: null }, 'vi')).toBe(
      'Tên đăng nhập hoặc mật khẩu không đúng.',
    );
    expect(errorMessage('OUT_OF_RANGE', { given: '0', minimum: '1' }, 'vi')).toContain('(từ 1)');
    expect(errorMessage('OUT_OF_RANGE', { given: '9', maximum: '8' }, 'en')).toContain('(at most 8)');
    expect(errorMessage('INTERNAL', { requestId: null }, 'vi')).toBe('Có lỗi trong hệ thống.');
    expect(errorMessage('QUOTA_EXCEEDED', { group: null, limit: 2, outstanding: 3 }, 'vi')).toContain('của cơ quan');
    const title = 'Chiến sĩ thi đua cơ sở';
    for (const locale of ['vi', 'en'] as const) {
      expect(errorMessage('QUOTA_EXCEEDED', { group: null, limit: 6, outstanding: 7, title }, locale)).toContain(title);
      expect(errorMessage('ALREADY_COMMENDED', { title: 'CSTDCS', year: 2026 }, locale)).not.toContain('CSTDCS');
      for (const component of ['proof', 'document', 'verification'])
        expect(errorMessage('EVIDENCE_REQUIRED', { component }, locale)).not.toContain(
          component === 'proof' ? 'proof"' : '“',
        );
    }
    expect(errorMessage('QUOTA_EXCEEDED', { group: null, limit: 2, outstanding: 3 }, 'en')).toContain('of the agency');
    expect(errorMessage('FORM_NOT_ALLOWED', { form: 'FINE', allowed: [] }, 'vi')).toBe(
      'Hình thức “FINE” không áp dụng cho đối tượng này.',
    );
    expect(errorMessage('FORM_NOT_ALLOWED', { form: 'FINE', allowed: [] }, 'en')).toContain('"FINE"');
    const from = '2026-01-05' as LocalDate;
    expect(errorMessage('DEADLINE_OUTSIDE_ASSIGNMENT', { from, to: null }, 'vi')).toContain('05/01/2026');
  });

  it('says what a state waits for instead of its code', () => {
    const payload = { state: 'SUBORDINATES_NOT_DECIDED' };
    for (const locale of ['vi', 'en'] as const) {
      expect(errorMessage('WRONG_STATE', payload, locale)).not.toContain(payload.state);
      expect(errorMessage('WRONG_STATE', { state: 'DECIDED' }, locale)).toContain('(DECIDED)');
    }
    expect(errorMessage('WRONG_STATE', payload, 'vi')).toContain('đơn vị trực thuộc');
    expect(errorMessage('WRONG_STATE', payload, 'en')).toContain('directly below');
  });

  it('describes an error as a value', () => {
    expect(describeError({ code: 'PORT_TAKEN', payload: { port: 4000 } }, 'en')).toBe(
      'Port 4000 is used by another program.',
    );
  });

  it('says in both languages why a comparison or an address is refused', () => {
    for (const reason of NOT_COMPARABLE_REASONS) {
      expect(errorMessage('NOT_COMPARABLE', { reason, groups: [] }, 'vi')).toBe(`${notComparableTexts[reason].vi}.`);
      expect(errorMessage('NOT_COMPARABLE', { reason, groups: [] }, 'en')).toBe(`${notComparableTexts[reason].en}.`);
    }
    for (const why of ADDRESS_REFUSALS) {
      const payload = { host: '10.0.0.1', why };
      expect(errorMessage('ADDRESS_REFUSED', payload, 'vi')).toContain(addressRefusalTexts[why].vi);
      expect(errorMessage('ADDRESS_REFUSED', payload, 'en')).toContain(addressRefusalTexts[why].en);
    }
    const from = '2026-01-05' as LocalDate;
    expect(errorMessage('ASSIGNMENT_OVERLAPS', { from, to: null }, 'vi')).toContain('từ ngày 05/01/2026.');
    expect(errorMessage('ASSIGNMENT_OVERLAPS', { from, to: null }, 'en')).toContain('from 2026-01-05 on');
    expect(errorMessage('POST_WITHOUT_CONDITIONS', { post: 'KING', unit: 'H99' }, 'en')).toContain('"KING"');
    expect(errorMessage('POST_WITHOUT_CONDITIONS', { post: 'KING', unit: 'H99' }, 'vi')).toContain('“KING”');
  });

  it('names every inconsistency in both languages', () => {
    for (const { vi, en } of Object.values(inconsistencyTexts)) expect(vi).not.toBe(en);
  });
});
