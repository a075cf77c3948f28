import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { parseInput } from '../evaluation/parse-input.ts';
import { toText } from '../primitives/rational.ts';
import { describeError } from '../texts/error-message.ts';
import {
  decideClassificationsShape,
  filePetitionShape,
  recordConclusionShape,
  resolvePetitionShape,
  supersedeClassificationShape,
  withdrawPetitionShape,
} from './decision-input.ts';
import {
  notifyClassificationsShape,
  openYearShape,
  proposeLevelsShape,
  publishClassificationsShape,
  recordMeetingShape,
  recordPartyOpinionShape,
  selfRateShape,
  synthesiseShape,
} from './round-input.ts';
import { decideUnitResultShape, submitUnitResultShape, supersedeUnitResultShape } from './unit-result-input.ts';

const idempotencyKey = 'key-00000001';
const round = { idempotencyKey, unit: 'H99.01', year: 2026 };
const sheet = { idempotencyKey, classification: 'id', revision: 3 };
const row = { classification: 'id', level: 'GOOD' };
const unitDecision = {
  idempotencyKey,
  unitResult: 'id',
  revision: 1,
  level: 'GOOD',
  decisionNumber: '2',
  decidedOn: '2026-12-12',
};
const decision = { idempotencyKey, decisionNumber: '12/QĐ-SNV', decidedOn: '2026-12-10', rows: [row] };
const meeting = {
  ...round,
  heldOn: '2026-12-05',
  kind: 'ALL_STAFF',
  chair: 'Nguyễn Văn An',
  secretary: 'Trần Thị Bình',
  present: 12,
  absent: 0,
  content: 'Thống nhất.',
};
const resolution = { idempotencyKey, petition: 'id', outcome: 'DISMISSED', resolution: 'Giữ nguyên.' };
const upheld = { ...resolution, outcome: 'UPHELD', level: 'OUTSTANDING', decisionNumber: '13/QĐ-SNV' };
const unitResult = {
  ...round,
  general: [{ group: '1', points: '9' }],
  items: [
    { item: 'a', points: '8.5' },
    { item: 'dd', points: null },
  ],
  tasksTotal: 40,
  tasksDone: 40,
  tasksLate: 0,
  tasksBeyond: 12,
  qualityMet: true,
  defectsRemedied: true,
  personnelWrongdoing: false,
  selfLevel: 'OUTSTANDING',
};

/** Path and code, with the reason of an inconsistency, of each fault, in order. */
function faults(shape: z.ZodType, input: unknown): readonly string[] {
  const result = parseInput(shape, input);
  if (result.ok) return [];
  return result.error.payload.fields.map(({ path, error }) => {
    for (const locale of ['vi', 'en'] as const) expect(describeError(error, locale)).not.toMatch(/undefined/);
    return `${path} ${error.code === 'INCONSISTENT' ? error.payload.reason : error.code}`;
  });
}

const valid: readonly (readonly [string, z.ZodType, object])[] = [
  ['openYear', openYearShape, round],
  ['openYear at 25 %', openYearShape, { ...round, ratePercent: 25, rateDocument: '9/QĐ-UBND', dueOn: '2026-12-15' }],
  ['openYear with readings', openYearShape, { ...round, quotaBasis: 'HTT_AND_ABOVE', quotaMinOne: true }],
  ['selfRate', selfRateShape, { ...sheet, level: 'GOOD', note: '' }],
  ['recordMeeting', recordMeetingShape, meeting],
  ['recordMeeting of some', recordMeetingShape, { ...meeting, employees: ['AB0001'] }],
  [
    'recordPartyOpinion',
    recordPartyOpinionShape,
    { ...sheet, body: 'Chi bộ', opinion: 'Đồng ý', givenOn: '2026-12-06' },
  ],
  ['synthesise', synthesiseShape, { ...sheet, synthesis: 'Đề xuất' }],
  ['proposeLevels', proposeLevelsShape, round],
  ['notifyClassifications', notifyClassificationsShape, { ...round, employees: null }],
  ['publishClassifications', publishClassificationsShape, round],
  ['decideClassifications', decideClassificationsShape, decision],
  ['decide none', decideClassificationsShape, { ...decision, rows: [{ classification: 'id', notClassified: true }] }],
  ['filePetition', filePetitionShape, { idempotencyKey, classification: 'id', content: 'Đề nghị xem lại' }],
  [
    'recordConclusion',
    recordConclusionShape,
    { ...sheet, degradation: true, corruptionInUnit: false, document: '7-KL/ĐU' },
  ],
  ['recordConclusion taken back', recordConclusionShape, { ...sheet, degradation: false, corruptionInUnit: false }],
  ['withdrawPetition', withdrawPetitionShape, { idempotencyKey, petition: 'id' }],
  ['resolvePetition, dismissed', resolvePetitionShape, resolution],
  ['resolvePetition, upheld', resolvePetitionShape, upheld],
  ['resolvePetition, none', resolvePetitionShape, { ...upheld, level: null, notClassified: true }],
  [
    'supersede',
    supersedeClassificationShape,
    { ...sheet, level: 'COMPLETED', reason: 'Kê khai sai', decisionNumber: '1', decidedOn: '2027-03-01' },
  ],
  ['submitUnitResult', submitUnitResultShape, unitResult],
  ['submitUnitResult at its bounds', submitUnitResultShape, { ...unitResult, tasksLate: 40, tasksBeyond: 40 }],
  ['decideUnitResult', decideUnitResultShape, unitDecision],
  ['supersedeUnitResult', supersedeUnitResultShape, { ...unitDecision, reason: 'Số liệu sai' }],
];

describe('the inputs of a year', () => {
  it.each(valid)('%s is read', (_name, shape, input) => {
    expect(faults(shape, input)).toEqual([]);
  });

  it.each(valid)('%s refuses an unknown field and a bad key', (_name, shape, input) => {
    expect(faults(shape, { ...input, wages: 1 })).toContain(' UNKNOWN_KEY');
    expect(faults(shape, { ...input, idempotencyKey: 'short' })).toContain('/idempotencyKey NOT_A_KEY');
  });

  it.each<[string, z.ZodType, object, readonly string[]]>([
    ['a year before the law', openYearShape, { ...round, year: 2025 }, ['/year OUT_OF_RANGE']],
    ['a year as text', openYearShape, { ...round, year: '2026' }, ['/year UNKNOWN_VALUE']],
    ['another rate', openYearShape, { ...round, ratePercent: 30 }, ['/ratePercent UNKNOWN_VALUE']],
    ['25 % without a document', openYearShape, { ...round, ratePercent: 25 }, ['/rateDocument RATE_NEEDS_DOCUMENT']],
    [
      '20 % with one',
      openYearShape,
      { ...round, ratePercent: 20, rateDocument: '9/QĐ' },
      ['/rateDocument RATE_NEEDS_DOCUMENT'],
    ],
    ['30 February', openYearShape, { ...round, dueOn: '2027-02-30' }, ['/dueOn NOT_A_DATE']],
    ['no own level', selfRateShape, sheet, ['/level REQUIRED']],
    ['another level', selfRateShape, { ...sheet, level: 'BEST' }, ['/level UNKNOWN_VALUE']],
    ['nobody present', recordMeetingShape, { ...meeting, present: 0 }, ['/present OUT_OF_RANGE']],
    ['a meeting about nobody', recordMeetingShape, { ...meeting, employees: [] }, ['/employees REQUIRED']],
    [
      'an empty opinion',
      recordPartyOpinionShape,
      { ...sheet, body: 'Chi bộ', opinion: ' ', givenOn: '2026-12-06' },
      ['/opinion REQUIRED'],
    ],
    [
      'a row with neither level nor none',
      decideClassificationsShape,
      { ...decision, rows: [row, { classification: 'id' }] },
      ['/rows/1/level LEVEL_OR_NOT_CLASSIFIED'],
    ],
    [
      'a row with both',
      decideClassificationsShape,
      { ...decision, rows: [{ ...row, notClassified: true }] },
      ['/rows/0/level LEVEL_OR_NOT_CLASSIFIED'],
    ],
    [
      'degradation without a document',
      recordConclusionShape,
      { ...sheet, degradation: true, corruptionInUnit: false },
      ['/document REQUIRED'],
    ],
    [
      'corruption without a document',
      recordConclusionShape,
      { ...sheet, degradation: false, corruptionInUnit: true, document: null },
      ['/document REQUIRED'],
    ],
    ['no rows', decideClassificationsShape, { ...decision, rows: [] }, ['/rows REQUIRED']],
    ['upheld without a result', resolvePetitionShape, { ...upheld, level: null }, ['/level UPHELD_NEEDS_DECISION']],
    [
      'upheld with two results',
      resolvePetitionShape,
      { ...upheld, notClassified: true },
      ['/level UPHELD_NEEDS_DECISION'],
    ],
    [
      'upheld without a number',
      resolvePetitionShape,
      { ...upheld, decisionNumber: null },
      ['/decisionNumber UPHELD_NEEDS_DECISION'],
    ],
    [
      'dismissed with a level',
      resolvePetitionShape,
      { ...resolution, level: 'GOOD' },
      ['/level UPHELD_NEEDS_DECISION'],
    ],
    [
      'dismissed with a number',
      resolvePetitionShape,
      { ...resolution, decisionNumber: '13' },
      ['/level UPHELD_NEEDS_DECISION'],
    ],
    [
      'a replacement without a reason',
      supersedeClassificationShape,
      { ...sheet, level: 'GOOD', reason: '', decisionNumber: '1', decidedOn: '2027-03-01' },
      ['/reason REQUIRED'],
    ],
    [
      'a replacement without an outcome',
      supersedeClassificationShape,
      { ...sheet, reason: 'x', decisionNumber: '1', decidedOn: '2027-03-01' },
      ['/level LEVEL_OR_NOT_CLASSIFIED'],
    ],
    ['a unit’s replacement without a reason', supersedeUnitResultShape, unitDecision, ['/reason REQUIRED']],
    ['more done than all', submitUnitResultShape, { ...unitResult, tasksDone: 41 }, ['/tasksDone TASK_COUNTS']],
    [
      'more late and beyond than done',
      submitUnitResultShape,
      { ...unitResult, tasksDone: 10, tasksLate: 11 },
      ['/tasksLate TASK_COUNTS', '/tasksBeyond TASK_COUNTS'],
    ],
    [
      'no tasks at all',
      submitUnitResultShape,
      { ...unitResult, tasksTotal: 0, tasksDone: 0, tasksBeyond: 0 },
      ['/tasksTotal OUT_OF_RANGE'],
    ],
    [
      'an item twice',
      submitUnitResultShape,
      { ...unitResult, items: [...unitResult.items, { item: 'a', points: '1' }] },
      ['/items/2 DUPLICATE_CODE'],
    ],
    [
      'a group twice',
      submitUnitResultShape,
      { ...unitResult, general: [...unitResult.general, ...unitResult.general] },
      ['/general/1 DUPLICATE_CODE'],
    ],
    [
      'an item of its own',
      submitUnitResultShape,
      { ...unitResult, items: [{ item: 'i' }] },
      ['/items/0/item UNKNOWN_VALUE'],
    ],
  ])('%s is named', (_name, shape, input, expected) => {
    expect(faults(shape, input)).toEqual(expected);
  });

  it('reads an item that does not apply as null and points exactly', () => {
    const read = parseInput(submitUnitResultShape, unitResult);
    if (!read.ok) throw new Error('valid');
    expect(read.value.items.map(({ points }) => points && toText(points))).toEqual(['17/2', null]);
    expect(read.value).toMatchObject({ revision: null, forceMajeure: null });
  });

  it('reads absent as null and not classified as false', () => {
    const read = parseInput(decideClassificationsShape, decision);
    expect(read.ok && read.value.rows[0]).toEqual({
      classification: 'id',
      revision: null,
      level: 'GOOD',
      notClassified: false,
      reason: null,
      overrideDocument: null,
      handling: null,
    });
  });
});
