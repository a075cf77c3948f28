import {
  FINDING_TOPICS,
  INSPECTION_AREAS,
  INSPECTION_KINDS,
  INSPECTION_MODES,
  INSPECTION_STATES,
  TEAM_ROLES,
  VISIT_STATES,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';

export const InspectionKindEnum = builder.enumType('InspectionKind', {
  description:
    'INSPECTION: thanh tra; DUTY_CHECK: kiểm tra công vụ; REFORM_CHECK: kiểm tra cải cách hành chính; SELF_CHECK: tự kiểm tra.',
  values: INSPECTION_KINDS,
});
export const InspectionAreaEnum = builder.enumType('InspectionArea', {
  description: 'What an inspection is about, as periodic reports count it.',
  values: INSPECTION_AREAS,
});
export const InspectionModeEnum = builder.enumType('InspectionMode', {
  description: 'By the plan, unannounced (đột xuất) or on one theme (theo chuyên đề).',
  values: INSPECTION_MODES,
});
export const InspectionStateEnum = builder.enumType('InspectionState', {
  description: 'PLANNED, RUNNING, ENDED, CONCLUDED, CLOSED once the conclusion is carried out; or CANCELLED.',
  values: INSPECTION_STATES,
});
export const TeamRoleEnum = builder.enumType('TeamRole', {
  description: 'Trưởng đoàn, phó trưởng đoàn, thư ký, thành viên.',
  values: TEAM_ROLES,
});
export const VisitStateEnum = builder.enumType('VisitState', {
  description: 'Planned, made, or cancelled.',
  values: VISIT_STATES,
});
export const FindingTopicEnum = builder.enumType('FindingTopic', {
  description: 'What a finding or a citizen’s feedback is about.',
  values: FINDING_TOPICS,
});
export const InspectionClockEnum = builder.enumType('InspectionClockKind', {
  description:
    'CONCLUSION: from the draft to the conclusion. IMPLEMENTING: from the conclusion to the implementing document.',
  values: ['CONCLUSION', 'IMPLEMENTING'] as const,
});
