import { builder } from '../builder.ts';
import { SEARCH_DESCRIPTION } from '../employee/person-search.ts';
import { filterUnit } from '../query-arguments.ts';
import { listPetitions } from './petition.store.ts';
import { PetitionConnection, PetitionStateEnum } from './petition.type.ts';

const PetitionFilter = builder.inputType('PetitionFilter', {
  description: 'Which petitions; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({
      required: false,
      description: 'Code of a unit: of people who ended the year in it and below it.',
    }),
    employee: t.string({ required: false, description: 'Staff code.' }),
    search: t.string({ required: false, description: SEARCH_DESCRIPTION }),
    year: t.int({ required: false, description: 'The year they are about.' }),
    state: t.field({ type: [PetitionStateEnum], required: false, description: 'Any of these.' }),
    overdue: t.boolean({ required: false, description: 'Only those whose answer is late, or only the others.' }),
  }),
});

builder.queryField('petitions', (t) =>
  t.field({
    type: PetitionConnection,
    description:
      'Petitions one may see: one’s own, those one resolves, those of one’s agency’s personnel body. Due first.',
    authScopes: { reads: 'CLASSIFICATION_READ' },
    args: {
      filter: t.arg({ type: PetitionFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listPetitions(context, { ...filter }, page);
    },
  }),
);
