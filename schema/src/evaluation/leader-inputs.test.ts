import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { openCalibrationShape, proposeCalibratedShape } from '../calibration/calibration-input.ts';
import { exportListShape, importFileShape, previewImportShape } from '../registers/file-input.ts';
import { freezeSummaryShape, pullSummaryShape } from '../summary/summary-input.ts';
import { confirmPeriodSheetRowShape, confirmPeriodSheetsShape, MOST_BULK_ROWS } from './bulk-rows.ts';
import { GRANTED_ROLES, giveGrantShape, reviewGrantsShape } from './grant-input.ts';
import { parseInput } from './parse-input.ts';

const key = { idempotencyKey: 'a-key-of-ours' };

function refused(shape: z.ZodType, input: object): readonly string[] {
  const parsed = parseInput(shape, { ...key, ...input });
  return parsed.ok ? [] : parsed.error.payload.fields.map(({ path, error }) => `${path} ${error.code}`);
}

const session = {
  unit: 'H99.03',
  year: 2026,
  units: ['H99.03.01', 'H99.03.02'],
  title: 'Hiệu chỉnh',
  dueOn: '2026-12-05',
};
const grant = { employee: 'AB1', role: 'LEADER', unit: 'H99', from: '2026-12-01', document: '7/QĐ' };
const question = { ranking: { unit: 'H99.01', period: '2026' } };
const summary = { kind: 'RANKING', title: 'Ai có thể đứng đầu', purpose: 'APPOINTMENT', question };
const preview = { register: 'EMPLOYEE', unit: 'H99.06', upload: 'id' };
const list = { list: 'employees', variables: '{}', format: 'JSONL' };

describe('inputs of leaders and of HR', () => {
  it.each([
    ['a session', openCalibrationShape, session],
    ['a grant', giveGrantShape, grant],
    ['a summary', freezeSummaryShape, summary],
    ['a pull', pullSummaryShape, { summary: 'id', format: 'DOCX' }],
    ['a preview', previewImportShape, { ...preview, encoding: 'TCVN3' }],
    ['an import', importFileShape, { preview: 'id', mode: 'GOOD_ONES' }],
    ['an export', exportListShape, list],
  ] as const)('%s as it should be is read', (_name, shape, input) => expect(refused(shape, input)).toEqual([]));

  it.each([
    ['one unit alone', openCalibrationShape, { ...session, units: ['H99.03.01'] }, '/units INCONSISTENT'],
    ['a unit twice', openCalibrationShape, { ...session, units: ['A', 'B', 'A'] }, '/units/2 INCONSISTENT'],
    ['no day', openCalibrationShape, { ...session, dueOn: '2026-02-30' }, '/dueOn NOT_A_DATE'],
    [
      'a level of its own',
      proposeCalibratedShape,
      { session: 's', unit: 'u', rows: [{ classification: 'c', level: 'BEST' }] },
      '/rows/0/level UNKNOWN_VALUE',
    ],
    ['a grant of an employee', giveGrantShape, { ...grant, role: 'EMPLOYEE' }, '/role UNKNOWN_VALUE'],
    ['a grant that ends first', giveGrantShape, { ...grant, to: '2026-11-30' }, '/to INCONSISTENT'],
    ['a review before it', giveGrantShape, { ...grant, reviewDueOn: '2026-11-30' }, '/reviewDueOn INCONSISTENT'],
    ['a grant without a document', giveGrantShape, { ...grant, document: '' }, '/document REQUIRED'],
    ['a review of nothing', reviewGrantsShape, { rows: [] }, '/rows REQUIRED'],
    ['a question of another kind', freezeSummaryShape, { ...summary, kind: 'UNITS' }, '/question INCONSISTENT'],
    ['no question', freezeSummaryShape, { ...summary, question: {} }, '/question INCONSISTENT'],
    [
      'two questions',
      freezeSummaryShape,
      { ...summary, question: { ...question, units: { unit: 'H99', period: '2026' } } },
      '/question INCONSISTENT',
    ],
    [
      'one person alone',
      freezeSummaryShape,
      { ...summary, kind: 'COMPARISON', question: { comparison: { employees: ['A'], period: '2026' } } },
      '/question/comparison/employees REQUIRED',
    ],
    [
      'seven people',
      freezeSummaryShape,
      { ...summary, kind: 'COMPARISON', question: { comparison: { employees: [...'ABCDEFG'], period: '2026' } } },
      '/question/comparison/employees OUT_OF_RANGE',
    ],
    ['an unknown encoding', previewImportShape, { ...preview, encoding: 'VNI' }, '/encoding UNKNOWN_VALUE'],
    ['a preview that writes', importFileShape, { preview: 'id', mode: 'PREVIEW' }, '/mode UNKNOWN_VALUE'],
    ['an unknown format', exportListShape, { ...list, format: 'PDF' }, '/format UNKNOWN_VALUE'],
  ] as const)('%s is refused', (_name, shape, input, expected) => expect(refused(shape, input)).toContain(expected));

  it('keep rows of a bulk call unread until each is read by itself', () => {
    const rows = [{ sheet: 'id', revision: 1, criteria: [] }, 'nothing of ours', null];
    expect(refused(confirmPeriodSheetsShape, { mode: 'GOOD_ONES', rows })).toEqual([]);
    expect(parseInput(confirmPeriodSheetRowShape, rows[0]).ok).toBe(true);
    expect(parseInput(confirmPeriodSheetRowShape, rows[1]).ok).toBe(false);
    const many = Array.from({ length: MOST_BULK_ROWS + 1 }, () => ({}));
    expect(refused(confirmPeriodSheetsShape, { mode: 'GOOD_ONES', rows: many })).toEqual(['/rows OUT_OF_RANGE']);
    expect(refused(confirmPeriodSheetsShape, { mode: 'GOOD_ONES', rows: [] })).toEqual(['/rows REQUIRED']);
  });

  it('give every role by a grant but the one that comes with a place', () => {
    expect(GRANTED_ROLES).not.toContain('EMPLOYEE');
    expect(GRANTED_ROLES).toHaveLength(8);
  });
});
