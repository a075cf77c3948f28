import { builder } from '../builder.ts';
import { rowId } from '../mutation/global-id.ts';
import { listCommendationRounds, listHolds } from './round.store.ts';
import { CommendationHoldConnection, CommendationRoundConnection } from './round.type.ts';

const CommendationRoundFilter = builder.inputType('CommendationRoundFilter', {
  description: 'Which rounds; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: agencies at and below it.' }),
    year: t.int({ required: false, description: 'The evaluation year.' }),
  }),
});

builder.queryFields((t) => ({
  commendationRounds: t.field({
    type: CommendationRoundConnection,
    description: 'Commendation rounds, newest year first. They name nobody.',
    authScopes: { reads: 'COMMENDATION_READ' },
    args: {
      filter: t.arg({ type: CommendationRoundFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { filter, ...page }, context) => listCommendationRounds(context, { ...filter }, page),
  }),
  commendationHolds: t.field({
    type: CommendationHoldConnection,
    description: 'Commendations put back in a round that one may see, newest first.',
    authScopes: { reads: 'COMMENDATION_READ' },
    args: { round: t.arg.id({ description: 'The round.' }), ...t.arg.connectionArgs() },
    resolve: (_root, { round, ...page }, context) =>
      listHolds(context, rowId(context, 'CommendationRound', String(round)), page),
  }),
}));
