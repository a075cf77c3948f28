import { freezeSummaryShape, pullSummaryShape } from '@congvu/schema/summary';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { freezeSummary, pullSummary } from './freeze.service.ts';
import { FreezeSummaryInput, PullSummaryInput } from './summary.inputs.ts';
import { type SummaryRow, summaryById } from './summary.store.ts';
import { SummaryRef } from './summary.type.ts';

async function changed(context: Context, id: Promise<string>): Promise<SummaryRow> {
  const summary = await loadOne(context, summaryById, await id);
  if (summary === null) throw new Error('A summary was changed that may not be seen.');
  return summary;
}

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  freezeSummary: t.field({
    type: SummaryRef,
    description:
      'Freezes what a question answers now, with its inputs, by the asker’s own rights: numbered, in the audit chain. What the question itself refuses is refused as it does.',
    // COMMENDATION asks COMMENDATION_READ, all others RANKING_READ; over which unit the service says.
    authScopes: (_root, _args, { actor }) =>
      actor?.permissions.some(
        ({ permission }) => permission === 'RANKING_READ' || permission === 'COMMENDATION_READ',
      ) ?? false,
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: FreezeSummaryInput, description: INPUT }) },
    resolve: (_root, { input }, context, info) =>
      changed(context, freezeSummary(context, info.schema, parsed(freezeSummaryShape, input))),
  }),
  pullSummary: t.field({
    type: SummaryRef,
    description: 'Notes that one takes a summary out, for the purpose in x-purpose, and answers it.',
    authScopes: { acts: 'RANKING_READ' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: PullSummaryInput, description: INPUT }) },
    resolve: (_root, { input }, context) => changed(context, pullSummary(context, parsed(pullSummaryShape, input))),
  }),
}));
