import { consolidateProposalsShape, decideCatalogueShape, proposeProductShape } from '@congvu/schema/catalogue';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { filterUnit } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { decideCatalogue } from './decide.service.ts';
import { catalogueById, listCatalogueVersions } from './product.store.ts';
import { CatalogueVersionRef } from './product.type.ts';
import { consolidateProposals, proposeProduct } from './proposal.service.ts';
import { listProposals, type ProposalRow, proposalById } from './proposal.store.ts';
import { ProductGroupEnum, ProposalConnection, ProposalRef, ProposalStateEnum } from './proposal.type.ts';

const POINTS = 'Score: above 0, at most 1,000,000, at most 6 decimals, within the frame of the group.';

const ProposalWishInput = builder.inputType('ProposalWishInput', {
  description: 'What was to be assigned when the product was found missing.',
  fields: (t) => ({
    employee: t.string({ description: 'Staff code.' }),
    quantity: t.field({ type: 'Exact', description: 'How many: above 0, at most 1,000,000, at most 6 decimals.' }),
    deadline: t.field({ type: 'LocalDate', description: 'Last day in time.' }),
  }),
});

const ProposeProductInput = builder.inputType('ProposeProductInput', {
  description: 'A product the catalogue lacks.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit that needs it.' }),
    code: t.string({ required: false, description: 'Code, where the unit suggests one.' }),
    name: t.string({ description: 'Name in Vietnamese, at most 200 characters.' }),
    group: t.field({ type: ProductGroupEnum, description: 'Group of complexity.' }),
    points: t.field({ type: 'Exact', description: POINTS }),
    unitOfWork: t.string({ required: false, description: 'What one of it is counted in.' }),
    reason: t.string({ description: 'Why the unit needs it, at most 2,000 characters.' }),
    wish: t.field({ type: ProposalWishInput, required: false, description: 'What was to be assigned, where it was.' }),
  }),
});

const ConsolidatedProposalInput = builder.inputType('ConsolidatedProposalInput', {
  description: 'A proposal as the client saw it.',
  fields: (t) => ({
    proposal: t.id({ description: 'The proposal.' }),
    revision: t.int({ description: 'Its revision the client saw.' }),
  }),
});

const ConsolidateProposalsInput = builder.inputType('ConsolidateProposalsInput', {
  description: 'The final form of a product, and the proposals that ask for it.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    proposals: t.field({
      type: [ConsolidatedProposalInput],
      description: 'The first takes the form, the others are merged into it; at least one.',
    }),
    code: t.string({ description: 'Code in the catalogue; one that exists is replaced.' }),
    name: t.string({ description: 'Name in Vietnamese.' }),
    group: t.field({ type: ProductGroupEnum, description: 'Group of complexity.' }),
    points: t.field({ type: 'Exact', description: POINTS }),
    unitOfWork: t.string({ required: false, description: 'What one of it is counted in.' }),
    note: t.string({ required: false, description: 'Note, at most 2,000 characters.' }),
  }),
});

const ScoreFrameInput = builder.inputType('ScoreFrameInput', {
  description: 'The points a product of a group may be given.',
  fields: (t) => ({
    group: t.field({ type: ProductGroupEnum, description: 'The group.' }),
    minimum: t.field({ type: 'Exact', description: 'Least points.' }),
    maximum: t.field({
      type: 'Exact',
      required: false,
      description: 'Most points; without an upper end unless stated.',
    }),
  }),
});

const RefusedProposalInput = builder.inputType('RefusedProposalInput', {
  description: 'A proposal that is not taken up.',
  fields: (t) => ({
    proposal: t.id({ description: 'The proposal.' }),
    note: t.string({ description: 'Why, at most 2,000 characters.' }),
  }),
});

const DecideCatalogueInput = builder.inputType('DecideCatalogueInput', {
  description: 'A decision on the catalogue.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    code: t.string({ description: 'Code of the new version, not used before.' }),
    name: t.string({ description: 'Name in Vietnamese.' }),
    decisionNumber: t.string({ description: 'Number of the deciding document.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date, not after today.' }),
    validFrom: t.field({
      type: 'LocalDate',
      description: 'First day in force: not past, after the version before began.',
    }),
    standardPoints: t.field({
      type: 'Exact',
      required: false,
      description: 'Points of the standard product, whose coefficient is 1; as before unless stated.',
    }),
    frames: t.field({
      type: [ScoreFrameInput],
      required: false,
      description:
        'Frames of the groups, at most five; N1 1–10, N2 11–50, N3 51–100, N4 101–200, N5 from 201 unless stated.',
    }),
    accepted: t.idList({ required: false, description: 'Consolidated proposals that are taken up.' }),
    refused: t.field({ type: [RefusedProposalInput], required: false, description: 'Proposals that are not.' }),
    removed: t.stringList({ required: false, description: 'Codes of products that the new version leaves out.' }),
  }),
});

async function proposal(context: Context, id: Promise<string>): Promise<ProposalRow> {
  const row = await loadOne(context, proposalById, await id);
  if (row === null) throw new Error('A proposal was changed that may not be seen.');
  return row;
}

builder.mutationFields((t) => ({
  proposeProduct: t.field({
    type: ProposalRef,
    description: 'A unit asks for a product the catalogue lacks, also while assigning.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ProposeProductInput, description: 'The product.' }) },
    resolve: (_root, { input }, context) =>
      proposal(context, proposeProduct(context, parsed(proposeProductShape, input))),
  }),
  consolidateProposals: t.field({
    type: ProposalRef,
    description: 'Personnel gives a product its final form and merges duplicates.',
    authScopes: { acts: 'CATALOGUE_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ConsolidateProposalsInput, description: 'The product and its proposals.' }) },
    resolve: (_root, { input }, context) =>
      proposal(context, consolidateProposals(context, parsed(consolidateProposalsShape, input))),
  }),
  decideCatalogue: t.field({
    type: CatalogueVersionRef,
    description:
      'The managing agency decides a new version of the catalogue (Nghị định 335/2025/NĐ-CP art. 13). Tasks already assigned keep their coefficient.',
    authScopes: { acts: 'CATALOGUE_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: DecideCatalogueInput, description: 'The decision.' }) },
    resolve: async (_root, { input }, context) => {
      const id = await decideCatalogue(context, parsed(decideCatalogueShape, input));
      const version = await loadOne(context, catalogueById, id);
      if (version === null) throw new Error('A version was decided that may not be seen.');
      return version;
    },
  }),
}));

const CatalogueProposalFilter = builder.inputType('CatalogueProposalFilter', {
  description: 'Which proposals; conditions left out do not narrow.',
  fields: (t) => ({
    unit: t.string({ required: false, description: 'Code of a unit: proposals of it and of those below it.' }),
    state: t.field({ type: [ProposalStateEnum], required: false, description: 'Any of these.' }),
  }),
});

builder.queryFields((t) => ({
  catalogueVersions: t.field({
    type: [CatalogueVersionRef],
    description: 'All versions of the catalogue, newest first.',
    authScopes: { signedIn: true },
    resolve: async (_root, _args, context) => [...(await listCatalogueVersions(context))],
  }),
  catalogueProposals: t.field({
    type: ProposalConnection,
    description: 'Products that units ask for, oldest first, as far as one may see them.',
    authScopes: { reads: 'UNIT_READ' },
    args: {
      filter: t.arg({ type: CatalogueProposalFilter, required: false, description: 'Which ones.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { filter, ...page }, context) => {
      await filterUnit(filter?.unit, context);
      return listProposals(context, { ...filter }, page);
    },
  }),
}));
