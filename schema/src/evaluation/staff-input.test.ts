import { expect, test } from 'vitest';
import { recordDisciplineDecisionShape } from './discipline-input.ts';
import { parseInput } from './parse-input.ts';
import {
  delegateShape,
  mergeUnitsShape,
  recordAbsenceShape,
  setChargesShape,
  transferEmployeeShape,
} from './staff-input.ts';

const key = { idempotencyKey: 'key-00000001' };
const absence = { ...key, employee: 'AB1', kind: 'MATERNITY', from: '2026-02-01', document: '12/QĐ' };
const transfer = {
  ...key,
  employee: 'AB1',
  unit: 'H1',
  post: 'STAFF',
  title: 'Chuyên viên',
  group: 'CM',
  subjectType: 'CIVIL_SERVANT',
  from: '2026-02-30',
  document: '13/QĐ',
};
const delegation = { ...key, unit: 'H1', employee: 'AB1', kind: 'ACTING_HEAD', from: '2026-11-23', document: '14/QĐ' };
const decision = {
  ...key,
  employee: 'AB1',
  form: 'REPRIMAND',
  decisionNumber: '15/QĐ',
  decidedOn: '2026-10-01',
  effectiveFrom: '2026-10-01',
  effectiveTo: '2027-09-30',
  issuer: 'Sở Nội vụ',
};
const act = { actFrom: '2026-09-01', discoveredOn: '2026-09-02', relatedToDuty: true, degradation: false };

test.each([
  ['an absence that ends before it begins', recordAbsenceShape, { ...absence, to: '2026-01-31' }, '/to INCONSISTENT'],
  ['30 February', transferEmployeeShape, transfer, '/from NOT_A_DATE'],
  ['a delegation without a document', delegateShape, { ...delegation, document: ' ' }, '/document REQUIRED'],
  ['a delegation that ends before', delegateShape, { ...delegation, to: '2026-11-22' }, '/to INCONSISTENT'],
  ['a decision on no act', recordDisciplineDecisionShape, decision, '/act INCONSISTENT'],
  ['a decision on two', recordDisciplineDecisionShape, { ...decision, act, violation: 'x' }, '/act INCONSISTENT'],
  [
    'an act that ends before',
    recordDisciplineDecisionShape,
    { ...decision, act: { ...act, actTo: '2026-08-31' } },
    '/act/actTo INCONSISTENT',
  ],
])('refuses %s', (_name, shape, input, expected) => {
  const read = parseInput(shape, input);
  if (read.ok) throw new Error('It was read.');
  expect(read.error.payload.fields.map(({ path, error }) => `${path} ${error.code}`)).toContain(expected);
});

test('takes what is left out as none', () => {
  expect(parseInput(setChargesShape, { ...key, employee: 'AB1', from: '2026-11-01' })).toMatchObject({
    value: { units: [], people: [] },
  });
  const merge = { ...key, unit: 'H1', successor: 'H2', on: '2026-11-16', document: '16/QĐ' };
  expect(parseInput(mergeUnitsShape, merge)).toMatchObject({ value: { places: [] } });
  expect(parseInput(delegateShape, delegation)).toMatchObject({ value: { classifies: false, to: null } });
});
