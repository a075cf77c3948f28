import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { recordDisciplineDecisionShape } from '../evaluation/discipline-input.ts';
import { parseInput } from '../evaluation/parse-input.ts';
import { changeViolationShape, deferViolationShape, openViolationShape } from './act-input.ts';
import { commendedRowShape, openCommendationRoundShape, recordCommendationShape } from './commendation-input.ts';
import { askCoordinationShape } from './coordination-input.ts';
import { decideRetentionShape, fileDataRequestShape } from './data-request-input.ts';
import { recordComplaintShape, replaceDisciplineDecisionShape } from './decision-change-input.ts';
import { assignFeedbackShape, receiveFeedbackShape } from './feedback-input.ts';
import { recordFindingShape } from './finding-input.ts';
import { recordInitiativeShape } from './initiative-input.ts';
import { createInspectionPlanShape, planVisitShape, saveInspectionShape, setTeamShape } from './inspection-input.ts';
import { issueRecommendationShape } from './recommendation-input.ts';
import { publishRegisterTableShape } from './register-table-input.ts';

const key = { idempotencyKey: 'register-key' };

type Input = Readonly<Record<string, unknown>>;

/** The bad fields of an input as "path code", or "path reason" where two parts do not fit together. */
function refused(shape: z.ZodType, input: Input): readonly string[] {
  const parsed = parseInput(shape, input);
  if (parsed.ok) return [];
  return parsed.error.payload.fields.map(
    ({ path, error }) => `${path} ${error.code === 'INCONSISTENT' ? error.payload.reason : error.code}`,
  );
}

const act = {
  ...key,
  employee: 'AB0020',
  actFrom: '2026-08-30',
  actTo: '2026-08-31',
  discoveredOn: '2026-09-01',
  relatedToDuty: true,
  degradation: false,
  summary: 'Trả kết quả chậm',
};
const decision = {
  ...key,
  employee: 'AB0020',
  violations: ['a', 'b'],
  form: 'REPRIMAND',
  decisionNumber: '41/QĐ-SNV',
  decidedOn: '2026-10-01',
  effectiveFrom: '2026-10-01',
  issuer: 'Giám đốc Sở',
};
const replacement = {
  ...key,
  decision: 'd',
  revision: 1,
  form: 'WARNING',
  decisionNumber: '50/QĐ-SNV',
  decidedOn: '2026-11-01',
  effectiveFrom: '2026-11-01',
  issuer: 'Giám đốc Sở',
  reason: 'Theo kết quả giải quyết khiếu nại',
  document: '12/QĐ-GQKN',
};
const complaint = { ...key, decision: 'd', revision: 1, filedOn: '2026-10-10', outcome: 'PENDING' };
const commendation = {
  ...key,
  employee: 'AB0007',
  form: 'Danh hiệu thi đua',
  title: 'Lao động tiên tiến',
  kind: 'Theo công trạng',
  decisionNumber: '88/QĐ-SNV',
  decidedOn: '2026-12-20',
  issuer: 'Giám đốc Sở',
};
const initiative = {
  ...key,
  code: 'SK-01',
  title: 'Rút ngắn thời gian trả kết quả',
  unit: 'H99.03.01',
  year: 2026,
  kind: 'INITIATIVE',
  authors: ['AB0030', 'AB0031'],
};
const inspection = {
  ...key,
  unit: 'H99',
  kind: 'DUTY_CHECK',
  area: 'PUBLIC_DUTY',
  mode: 'PLANNED',
  title: 'Kiểm tra công vụ',
  topics: ['WORKING_HOURS'],
  teamKind: 'Tổ liên ngành',
};
const team = {
  ...key,
  inspection: 'i',
  revision: 1,
  decisionNumber: '7/QĐ-UBND',
  decidedOn: '2026-09-01',
  members: [
    { employee: 'AB0050', name: 'Lê Thị Hà', role: 'HEAD' },
    { name: 'Người của cơ quan khác', role: 'MEMBER' },
  ],
};
const finding = {
  ...key,
  inspection: 'i',
  unit: 'H99.03.02',
  topic: 'ADMINISTRATIVE_PROCEDURES',
  positive: false,
  description: '12 hồ sơ trả quá hạn',
  quantity: 12,
  severity: 'NOTABLE',
  evidence: 'Sổ theo dõi hồ sơ',
  foundOn: '2026-09-10',
};
const recommendation = {
  ...key,
  inspection: 'i',
  kind: 'RECTIFY',
  targetUnit: 'H99.03.02',
  content: 'Chấn chỉnh việc trả kết quả',
  ownerUnit: 'H99.03.02',
  issuedOn: '2026-09-20',
};
const feedback = {
  ...key,
  unit: 'H99.03.02',
  kind: 'REFLECTION',
  channel: 'Đường dây nóng',
  receivedOn: '2026-11-01',
  dueOn: '2026-11-15',
  content: 'Phải đi lại nhiều lần',
};
const question = { ...key, askingUnit: 'H99.01', askedUnit: 'H99.02', subject: 'Góp ý dự thảo', dueOn: '2026-12-01' };
const table = {
  ...key,
  kind: 'CLOCKS',
  version: 1,
  effectiveFrom: '2026-12-01',
  decisionNumber: '9/QĐ-UBND',
  body: '[]',
};

describe('the inputs of the registers', () => {
  it.each<readonly [string, z.ZodType, Input]>([
    ['an act', openViolationShape, act],
    ['a change of nothing', changeViolationShape, { ...key, violation: 'v', revision: 1 }],
    [
      'a deferral without an end',
      deferViolationShape,
      { ...key, violation: 'v', kind: 'ILLNESS', from: '2026-09-05', document: 'x' },
    ],
    ['a decision on several acts, until the table says', recordDisciplineDecisionShape, decision],
    ['a replacement', replaceDisciplineDecisionShape, replacement],
    ['a complaint without an answer', recordComplaintShape, complaint],
    ['a round without quota and amounts', openCommendationRoundShape, { ...key, unit: 'H99.01', year: 2026 }],
    ['a commendation of a person', recordCommendationShape, commendation],
    ['a name of a decision', commendedRowShape, { unit: 'H99.01' }],
    ['an initiative', recordInitiativeShape, initiative],
    ['a plan', createInspectionPlanShape, { ...key, unit: 'H99', year: 2027 }],
    ['an inspection', saveInspectionShape, inspection],
    ['a team', setTeamShape, team],
    ['a visit', planVisitShape, { ...key, inspection: 'i', unit: 'H99.03', unannounced: true }],
    ['a finding', recordFindingShape, finding],
    ['a recommendation', issueRecommendationShape, recommendation],
    ['feedback of nobody known', receiveFeedbackShape, feedback],
    ['a question', askCoordinationShape, question],
    ['a request', fileDataRequestShape, { ...key, kind: 'ACCESS', subject: 'Phiếu', content: 'Xin bản sao' }],
    ['a confirmation', decideRetentionShape, { ...key, proposal: 'p', confirm: true }],
    ['a table', publishRegisterTableShape, table],
  ])('take %s', (_name, shape, input) => {
    expect(refused(shape, input)).toEqual([]);
  });

  it.each<readonly [string, z.ZodType, Input, readonly string[]]>([
    [
      'an act that ends before it begins',
      openViolationShape,
      { ...act, actTo: '2026-08-29' },
      ['/actTo DATES_REVERSED'],
    ],
    [
      'an act discovered before it',
      openViolationShape,
      { ...act, discoveredOn: '2026-08-29' },
      ['/discoveredOn DATES_REVERSED'],
    ],
    [
      'limitation from a conclusion nobody named',
      openViolationShape,
      { ...act, limitationStart: 'CONCLUSION' },
      ['/concludedOn REQUIRED'],
    ],
    [
      'an extension without its document',
      changeViolationShape,
      { ...key, violation: 'v', revision: 1, extendedTo: '2026-12-30' },
      ['/extensionDocument EXTENSION_NEEDS_DOCUMENT'],
    ],
    [
      'a document without an extension',
      changeViolationShape,
      { ...key, violation: 'v', revision: 1, extensionDocument: '3/QĐ' },
      ['/extendedTo EXTENSION_NEEDS_DOCUMENT'],
    ],
    ['a decision on no act', recordDisciplineDecisionShape, { ...decision, violations: null }, ['/act ONE_ACT']],
    [
      'a decision on acts named twice',
      recordDisciplineDecisionShape,
      { ...decision, violation: 'a' },
      ['/act ONE_ACT'],
    ],
    [
      'a decision that lapses before its effect',
      recordDisciplineDecisionShape,
      { ...decision, effectiveTo: '2026-09-30' },
      ['/effectiveTo DATES_REVERSED'],
    ],
    [
      'a replacement that lapses before its effect',
      replaceDisciplineDecisionShape,
      { ...replacement, effectiveTo: '2026-10-31' },
      ['/effectiveTo DATES_REVERSED'],
    ],
    [
      'an outcome without its document',
      recordComplaintShape,
      { ...complaint, outcome: 'UPHELD' },
      ['/document REQUIRED'],
    ],
    ['a commendation of nobody', recordCommendationShape, { ...commendation, employee: null }, ['/unit REQUIRED']],
    [
      'a commendation of two',
      recordCommendationShape,
      { ...commendation, unit: 'H99.01' },
      ['/employee PERSON_OR_UNIT'],
    ],
    [
      'a commendation before its achievement',
      recordCommendationShape,
      { ...commendation, achievedTo: '2026-12-31' },
      ['/decidedOn DATES_REVERSED'],
    ],
    [
      'a quota above everybody',
      openCommendationRoundShape,
      { ...key, unit: 'H99.01', year: 2026, baseTitleQuotaPercent: 101 },
      ['/baseTitleQuotaPercent OUT_OF_RANGE'],
    ],
    [
      'an author named twice',
      recordInitiativeShape,
      { ...initiative, authors: ['AB0030', 'AB0030'] },
      ['/authors/1 DUPLICATE_CODE'],
    ],
    [
      'a share of none',
      createInspectionPlanShape,
      { ...key, unit: 'H99', year: 2027, sharePercent: 0 },
      ['/sharePercent OUT_OF_RANGE'],
    ],
    [
      'a change of an inspection nobody read',
      saveInspectionShape,
      { ...inspection, inspection: 'i' },
      ['/revision REQUIRED'],
    ],
    ['a team without a head', setTeamShape, { ...team, members: [team.members[1]] }, ['/members REQUIRED']],
    [
      'a team with two heads',
      setTeamShape,
      { ...team, members: [team.members[0], team.members[0]] },
      ['/members MORE_THAN_ONE_HEAD'],
    ],
    [
      'a visit that ends before it begins',
      planVisitShape,
      { ...key, inspection: 'i', unit: 'H99.03', unannounced: true, from: '2026-09-02', to: '2026-09-01' },
      ['/to DATES_REVERSED'],
    ],
    ['a grave good practice', recordFindingShape, { ...finding, positive: true }, ['/severity GOOD_HAS_NO_SEVERITY']],
    [
      'a recommendation without an owner',
      issueRecommendationShape,
      { ...recommendation, ownerUnit: null },
      ['/ownerUnit REQUIRED'],
    ],
    [
      'a recommendation with two owners',
      issueRecommendationShape,
      { ...recommendation, ownerEmployee: 'AB0001' },
      ['/ownerEmployee PERSON_OR_UNIT'],
    ],
    [
      'a recommendation due before it was made',
      issueRecommendationShape,
      { ...recommendation, dueOn: '2026-09-19' },
      ['/dueOn DATES_REVERSED'],
    ],
    [
      'feedback due before it came',
      receiveFeedbackShape,
      { ...feedback, dueOn: '2026-10-31' },
      ['/dueOn DATES_REVERSED'],
    ],
    ['a sender of whom nothing is known', receiveFeedbackShape, { ...feedback, sender: {} }, ['/sender/name REQUIRED']],
    ['feedback assigned to nobody', assignFeedbackShape, { ...key, feedback: 'f', revision: 1 }, ['/unit REQUIRED']],
    ['a question to oneself', askCoordinationShape, { ...question, askedUnit: 'H99.01' }, ['/askedUnit SAME_UNIT']],
    [
      'a refusal without a reason',
      decideRetentionShape,
      { ...key, proposal: 'p', confirm: false },
      ['/reason REQUIRED'],
    ],
    [
      'a table that ends before it begins',
      publishRegisterTableShape,
      { ...table, effectiveTo: '2026-11-30' },
      ['/effectiveTo DATES_REVERSED'],
    ],
    [
      'a key that is none',
      fileDataRequestShape,
      { idempotencyKey: 'x', kind: 'ACCESS', subject: 'a', content: 'b' },
      ['/idempotencyKey NOT_A_KEY'],
    ],
  ])('refuse %s', (_name, shape, input, fields) => {
    expect(refused(shape, input)).toEqual(fields);
  });

  it('fill in what is left out', () => {
    expect(openViolationShape.parse(act)).toMatchObject({
      limitationStart: 'END_OF_ACT',
      limitationException: null,
      corruption: false,
      sealed: false,
      mitigating: [],
    });
    expect(recordDisciplineDecisionShape.parse(decision)).toMatchObject({
      effectiveTo: null,
      violation: null,
      act: null,
    });
    expect(createInspectionPlanShape.parse({ ...key, unit: 'H99', year: 2027 }).sharePercent).toBe(30);
    expect(saveInspectionShape.parse(inspection)).toMatchObject({ byGovernment: false, plan: null });
    expect(recordCommendationShape.parse(commendation)).toMatchObject({ initiatives: [], year: null });
  });
});
