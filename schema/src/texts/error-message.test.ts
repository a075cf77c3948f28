import { describe, expect, it } from 'vitest';
import {
  ADDRESS_REFUSALS,
  ERROR_CATEGORIES,
  ERROR_CODES,
  type ErrorPayloads,
  errorCatalogue,
  NOT_COMPARABLE_REASONS,
} from '../errors/error-catalogue.ts';
import { isPost } from '../evaluation/assignment.ts';
import { isDisciplineForm } from '../evaluation/discipline-input.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import type { Period } from '../primitives/period.ts';
import { disciplineFormTexts } from './classification-terms.ts';
import { addressRefusalTexts, notComparableTexts } from './comparison-error-texts.ts';
import { describeError, errorMessage } from './error-message.ts';
import { errorTextsEnglish } from './error-texts-english.ts';
import { errorTextsVietnamese } from './error-texts-vietnamese.ts';
import { inconsistencyTexts } from './inconsistency-texts.ts';
import { postTexts } from './term-texts.ts';

/** One payload for each code that has one; each part but `reason` and `fields` must show in a text or be named below. */
const payloads = {
  UNKNOWN_KEY: { key: 'wages' },
  MISSING: { key: 'units' },
  NOT_A_NUMBER: { given: '1,5' },
  OUT_OF_RANGE: { given: '31', minimum: '0', maximum: '30' },
  UNKNOWN_VALUE: { given: 'BOSS', allowed: ['STAFF', 'LEADER'] },
  INCONSISTENT: { reason: 'WEIGHTS_SUM' },
  INVALID_INPUT: { fields: [] },
  STALE_REVISION: { expected: 41, actual: 42 },
  PERIOD_CLOSED: { period: '2026-10' as Period },
  WRONG_STATE: { state: 'NOTIFIED' },
  UNIT_CLOSED: { unit: 'H99.07', closedOn: '2025-06-30' as LocalDate },
  QUOTA_EXCEEDED: { group: 'g1', limit: 4, outstanding: 5 },
  NOT_ENTITLED_ON_DAY: { on: '2026-11-21' as LocalDate },
  ROUND_NOT_OPEN: { unit: 'H99.01', year: 2026 },
  PETITION_LATE: { until: '2026-12-21' as LocalDate },
  PETITION_OPEN: { dueOn: '2026-12-24' as LocalDate },
  RULE_SET_OUT_OF_BOUNDS: { parameter: 'weights', given: '71', bound: '70', clause: '335/2025/NĐ-CP art. 16' },
  RULE_SET_PUBLISHED: { ruleSet: 'H99/CIVIL_SERVANT', version: 2 },
  NO_ASSIGNMENT: { employee: 'AB0009', on: '2026-11-21' as LocalDate },
  NOTHING_TO_EXPORT: { unit: 'H99.01', period: '2026-11' as Period },
  DECISION_EXISTS: { decisionNumber: '41/QĐ-SNV', decidedOn: '2026-03-10' as LocalDate },
  YEAR_NOT_DECIDED: { unit: 'H99.01', year: 2026 },
  ALREADY_COMMENDED: { title: 'Lao động tiên tiến', year: 2026 },
  CONDITIONS_MISSING: { conditions: ['chưa có sáng kiến', 'mức xếp loại HT'] },
  COMMENDATION_HELD: { reason: 'đang xác minh' },
  FINDINGS_OPEN: { count: 3 },
  DECISION_BEFORE_ACT: { actOn: '2026-03-11' as LocalDate, decidedOn: '2026-03-10' as LocalDate },
  FORM_NOT_ALLOWED: { form: 'RECALL', allowed: ['REPRIMAND', 'WARNING'] },
  FORM_ABOLISHED: { form: 'DEMOTION', since: '2025-07-01' as LocalDate },
  FORM_TOO_LIGHT: { form: 'REPRIMAND', needed: 'WARNING' },
  LIMITATION_EXPIRED: { until: '2026-06-15' as LocalDate },
  VISITED_TOO_SOON: { unit: 'H99.03', lastVisitedOn: '2026-02-02' as LocalDate, unvisited: 7 },
  EXTENSION_USED: { until: '2027-01-29' as LocalDate },
  DUPLICATE_RECORD: { decisionNumber: '41/QĐ-SNV' },
  EXPORT_SUPERSEDED: { period: '2026-11' as Period },
  SAVED_PAGE_UNSAFE: { found: 'onclick' },
  SAVED_PAGES_TOO_FEW: { given: 2, minimum: 3 },
  JOB_RUNNING: { period: '2026-11' as Period },
  EVIDENCE_REQUIRED: { component: 'cohesion' },
  UNIT_UNKNOWN: { unit: 'H99.99' },
  EMPLOYEE_UNKNOWN: { employee: 'AB9999' },
  PRODUCT_UNKNOWN: { product: 'DC.99' },
  RULE_SET_UNKNOWN: { ruleSet: 'ND90' },
  DEADLINE_OUTSIDE_ASSIGNMENT: { from: '2026-01-05' as LocalDate, to: '2026-08-31' as LocalDate },
  POINTS_ABOVE_MAXIMUM: { criterion: 'I.1', given: '6', maximum: '5' },
  CRITERION_UNKNOWN: { criterion: 'IV.1' },
  CRITERION_MISSING: { criterion: 'II.3' },
  NOT_A_DATE: { given: '2026-02-30' },
  NOT_A_PERIOD: { given: '2026-13' },
  TOO_LONG: { length: 2001, maximum: 2000 },
  FORBIDDEN: { permission: null },
  RATE_LIMITED: { retryAfterSeconds: 17 },
  LIMIT_EXCEEDED: { limit: 'rootFields', maximum: 20, given: 21 },
  QUERY_TOO_DEEP: { maximum: 12, given: 30 },
  QUERY_TOO_COSTLY: { maximum: 1000, given: 5000 },
  TOO_MANY_ALIASES: { maximum: 15, given: 16 },
  PAGE_SIZE_INVALID: { maximum: 100 },
  BODY_TOO_LARGE: { maximumBytes: 262144 },
  WRONG_PASSWORD: { retryAfterSeconds: 30 },
  HOST_NOT_LOOPBACK: { host: '0.0.0.0' },
  PORT_TAKEN: { port: 4000 },
  DATABASE_UNREACHABLE: { reason: 'ECONNREFUSED' },
  API_UNREACHABLE: { url: 'http://127.0.0.1:4000', reason: 'ECONNREFUSED' },
  DATA_DIRECTORY_NEWER: { directory: '/var/data', found: '19', supported: '18' },
  DATA_DIRECTORY_UNUSABLE: { directory: '/var/data', reason: 'NOT_WRITABLE' },
  ENVIRONMENT_INVALID: { name: 'PORT', expected: '1–65535' },
  USAGE_INVALID: { argument: '--fast' },
  BUILD_FAILED: { step: 'extension' },
  QUEUE_FULL: { maximum: 500 },
  ADAPTER_BROKEN: { adapter: 'vnpt-ioffice' },
  INTERNAL: { requestId: 'b7c1' },
  NOT_COMPARABLE: {
    reason: 'SEVERAL_GROUPS',
    groups: [{ agency: 'H99.01', group: 'CM', family: 'ND335-2025/CIVIL_SERVANT', people: 41 }],
  },
  POST_WITHOUT_CONDITIONS: { post: 'STAFF', unit: 'H99.01.02' },
  UNITS_NOT_SUBMITTED: { units: ['H99.03.01', 'H99.03.02'] },
  FILE_UNREADABLE: { format: 'XLSX' },
  ARCHIVE_TOO_LARGE: { maximumBytes: 134217728 },
  MERGED_CELLS: { range: 'B3:B7' },
  UNIT_CYCLE: { codes: ['H99.06.01', 'H99.06.02'] },
  GROUP_UNKNOWN: { given: 'XX' },
  ASSIGNMENT_OVERLAPS: { from: '2026-01-05' as LocalDate, to: '2026-08-31' as LocalDate },
  IMPORT_USED: { line: 17, entity: 'Assignment' },
  ROWS_REFUSED: { count: 3 },
  TOO_MANY_ROWS: { maximum: 50000 },
  EXPORT_EXPIRED: { expiredAt: '2026-11-22T09:00:00.000Z' },
  SUBSCRIBER_TOO_SLOW: { after: 'c2VxOjQy' },
  ADDRESS_REFUSED: { host: '169.254.169.254', why: 'PRIVATE' },
  DEPRECATED_FIELD: { field: 'Ranking.withoutData', use: 'apart' },
} satisfies ErrorPayloads;
/** Their reason is a word with a text of its own, tested below. */
const WORDED: readonly string[] = ['INCONSISTENT', 'NOT_COMPARABLE'];

const payloadOf: Readonly<Record<string, Readonly<Record<string, unknown>>>> = payloads;

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
