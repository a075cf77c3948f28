import { POSTS, SCORING_ROLES, SUBJECT_TYPES } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';

export const PostEnum = builder.enumType('Post', {
  description: 'Post in a unit: head (người đứng đầu), deputy (cấp phó) or staff.',
  values: POSTS,
});
export const SubjectTypeEnum = builder.enumType('SubjectType', {
  description: 'Cán bộ, công chức, viên chức, or a worker under labour contract: decides the rule set.',
  values: SUBJECT_TYPES,
});
export const ScoringRoleEnum = builder.enumType('ScoringRole', {
  description: 'Whether the period is scored by three components or by six (Nghị định 335/2025/NĐ-CP art. 14, 15).',
  values: SCORING_ROLES,
});
