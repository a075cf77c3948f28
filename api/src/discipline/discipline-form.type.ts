import { DISCIPLINE_FORMS } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';

export const DisciplineFormEnum = builder.enumType('DisciplineForm', {
  description:
    'Forms of discipline, administrative (Luật 80/2025/QH15 art. 35, 36; those abolished on 01/07/2025 stand in older decisions only) and of the Party. Which of them a subject can have is told by `Violation.limitation`.',
  values: DISCIPLINE_FORMS,
});
