import { builder } from '../builder.ts';
import { CommendationRef } from '../commendation/commendation.type.ts';
import { violationsByRecommendation } from '../discipline/violation.store.ts';
import { ViolationRef } from '../discipline/violation.type.ts';
import { FindingRef } from '../finding/finding.type.ts';
import { InspectionRef } from '../inspection/inspection.type.ts';
import { filterUnit } from '../query-arguments.ts';
import { readRegisterFilter, registerFilterFields } from '../register-filter.ts';
import { loadOne } from '../sql/batch.ts';
import { listRecommendations, listRecommendationsOf, recommendationById } from './recommendation.store.ts';
import {
  RecommendationConnection,
  RecommendationKindEnum,
  RecommendationRef,
  RecommendationStateEnum,
} from './recommendation.type.ts';

const RecommendationFilter = builder.inputType('RecommendationFilter', {
  description:
    'Which recommendations; conditions left out do not narrow. `unit`: concerning it or people then in it. `employee`: concerning or owned by him.',
  fields: (t) => ({
    ...registerFilterFields(t, 'the day it was issued'),
    owner: t.string({
      required: false,
      description: 'Code of a unit: to be followed by it, one below it, or people of it.',
    }),
    kind: t.field({ type: [RecommendationKindEnum], required: false, description: 'Any of these kinds.' }),
    state: t.field({ type: [RecommendationStateEnum], required: false, description: 'Any of these states.' }),
  }),
});

builder.queryField('recommendations', (t) =>
  t.field({
    type: RecommendationConnection,
    description: 'Recommendations one may see, the overdue first, then the newest.',
    authScopes: { reads: 'INSPECTION_READ' },
    args: {
      filter: t.arg({ type: RecommendationFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.owner, context);
      return listRecommendations(context, { ...filter }, await readRegisterFilter(context, filter), page);
    },
  }),
);

builder.objectField(InspectionRef, 'recommendations', (t) =>
  t.field({
    type: RecommendationConnection,
    description: 'What it recommends, as far as one may see it, the overdue first.',
    args: t.arg.connectionArgs(),
    resolve: ({ id }, args, context) => listRecommendationsOf('inspection', context, id, args),
  }),
);

builder.objectField(FindingRef, 'recommendations', (t) =>
  t.field({
    type: RecommendationConnection,
    description: 'What was recommended on it, as far as one may see it, the overdue first.',
    args: t.arg.connectionArgs(),
    resolve: ({ id }, args, context) => listRecommendationsOf('finding', context, id, args),
  }),
);

builder.objectField(ViolationRef, 'recommendation', (t) =>
  t.field({
    type: RecommendationRef,
    nullable: true,
    description: 'The recommendation the act was opened from; null where it was not, or one may not see it.',
    resolve: ({ recommendationId }, _args, context) =>
      recommendationId === null ? null : loadOne(context, recommendationById, recommendationId),
  }),
);

builder.objectField(RecommendationRef, 'violations', (t) =>
  t.field({
    type: [ViolationRef],
    description: 'The acts opened from it, as far as one may see them, the oldest first.',
    resolve: async ({ id }, _args, context) => [...((await loadOne(context, violationsByRecommendation, id)) ?? [])],
  }),
);

builder.objectField(CommendationRef, 'recommendation', (t) =>
  t.field({
    type: RecommendationRef,
    nullable: true,
    description: 'The recommendation it follows; null where it follows none, or one may not see it.',
    resolve: ({ recommendationId }, _args, context) =>
      recommendationId === null ? null : loadOne(context, recommendationById, recommendationId),
  }),
);
