import { builder } from '../builder.ts';
import { ClassificationStepRef } from '../classification/classification-parts.type.ts';
import { disciplineById } from '../discipline/discipline.store.ts';
import { DisciplineDecisionRef } from '../discipline/discipline.type.ts';
import { violationById } from '../discipline/violation.store.ts';
import { ViolationRef } from '../discipline/violation.type.ts';
import { loadOne } from '../sql/batch.ts';

builder.objectFields(ClassificationStepRef, (t) => ({
  decision: t.field({
    type: DisciplineDecisionRef,
    nullable: true,
    description: 'The decision of discipline the step rests on; null where there is none, or one may not see it.',
    resolve: ({ record }, _args, context) =>
      record?.kind === 'DisciplineDecision' ? loadOne(context, disciplineById, record.id) : null,
  }),
  violation: t.field({
    type: ViolationRef,
    nullable: true,
    description: 'The act in the led unit that the step rests on; null where there is none, or one may not see it.',
    resolve: ({ record }, _args, context) =>
      record?.kind === 'Violation' ? loadOne(context, violationById, record.id) : null,
  }),
}));
