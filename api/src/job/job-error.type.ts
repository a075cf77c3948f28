import { builder } from '../builder.ts';
import { DomainErrorRef } from '../error/domain-error.type.ts';
import { JobRunningError } from '../error/refusals.ts';

builder.objectType(JobRunningError, {
  name: 'JobRunningError',
  description: 'The same work is under way for this unit, one above or one below it.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    period: t.field({
      type: 'Period',
      description: 'The period.',
      resolve: (refusal) => refusal.error.payload.period,
    }),
  }),
});
