import { builder } from '../builder.ts';

export const CriterionPointsInput = builder.inputType('CriterionPointsInput', {
  description: 'Points for one general criterion.',
  fields: (t) => ({
    code: t.string({ description: 'Code of the criterion, e.g. "II.3".' }),
    points: t.field({ type: 'Exact', description: '0 to the criterion’s maximum, at most 6 decimals.' }),
    remark: t.string({
      required: false,
      description: 'Remark of the confirming authority; of no effect in a self-score.',
    }),
  }),
});
