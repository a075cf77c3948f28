import { PRODUCT_GROUPS } from '@congvu/schema/catalogue';
import { parseRational } from '@congvu/schema/primitives/rational';
import { expectOk } from '@congvu/schema/primitives/result';
import { CATALOGUE_PROPOSAL_STATES } from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import { exactDecimal } from '../scalar/exact.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { catalogueById } from './product.store.ts';
import { CatalogueVersionRef } from './product.type.ts';
import { mergedByProposal, type ProposalRow, proposalById, type Wish } from './proposal.store.ts';

export const ProductGroupEnum = builder.enumType('ProductGroup', {
  description: 'Group of complexity of the job position, at most five (Nghị định 335/2025/NĐ-CP art. 13).',
  values: PRODUCT_GROUPS,
});

export const ProposalStateEnum = builder.enumType('CatalogueProposalState', {
  description:
    'PROPOSED by a unit, CONSOLIDATED by personnel, DECIDED with a version of the catalogue, or REFUSED (also where it was merged into another).',
  values: CATALOGUE_PROPOSAL_STATES,
});

const WishRef = builder.objectRef<Wish>('ProposalWish').implement({
  description: 'What was to be assigned when a product was found missing.',
  fields: (t) => ({
    employee: t.exposeString('employee', { description: 'Staff code.' }),
    quantity: t.field({
      type: 'Exact',
      description: 'How many.',
      // Written by proposeProduct() from an exact number.
      resolve: ({ quantity }) => expectOk(parseRational(quantity)),
    }),
    deadline: t.expose('deadline', { type: 'LocalDate', description: 'Last day in time.' }),
  }),
});

export const ProposalRef = builder.objectRef<ProposalRow>('CatalogueProposal');
export const ProposalConnection = connectionOf('CatalogueProposal', ProposalRef, 'catalogue proposals');

builder.node(ProposalRef, {
  description: 'A product that a unit asks to have in the catalogue, up to the decision.',
  id: { resolve: (proposal) => proposal.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, proposalById, id))),
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      description: 'The unit that asks.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    code: t.exposeString('code', { nullable: true, description: 'Code; null until it is consolidated.' }),
    name: t.exposeString('name', { description: 'Name in Vietnamese.' }),
    group: t.field({
      type: ProductGroupEnum,
      description: 'Group of complexity.',
      // The database keeps N1 to N5.
      resolve: ({ group }) => group as (typeof PRODUCT_GROUPS)[number],
    }),
    points: t.field({ type: 'Exact', description: 'Score proposed.', resolve: ({ points }) => exactDecimal(points) }),
    unitOfWork: t.exposeString('unitOfWork', { nullable: true, description: 'What one of it is counted in.' }),
    reason: t.exposeString('reason', { description: 'Why the unit needs it.' }),
    wish: t.expose('wish', {
      type: WishRef,
      nullable: true,
      description: 'What was to be assigned; null where it was not asked for while assigning.',
    }),
    state: t.expose('state', { type: ProposalStateEnum, description: 'Where it stands.' }),
    catalogue: t.field({
      type: CatalogueVersionRef,
      nullable: true,
      description: 'The version it went into.',
      resolve: ({ catalogueId }, _args, context) =>
        catalogueId === null ? null : loadOne(context, catalogueById, catalogueId),
    }),
    mergedInto: t.field({
      type: ProposalRef,
      nullable: true,
      description: 'The proposal it was consolidated into as a duplicate.',
      resolve: ({ mergedIntoId }, _args, context) =>
        mergedIntoId === null ? null : loadOne(context, proposalById, mergedIntoId),
    }),
    merged: t.field({
      type: [ProposalRef],
      description: 'Duplicates that were consolidated into it, as far as one may see them.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, mergedByProposal, id)) ?? [])],
    }),
    proposedBy: t.exposeString('proposedBy', { description: 'Name of who proposed it.' }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime', description: 'When.' }),
    note: t.exposeString('decidedNote', { nullable: true, description: 'Note of who consolidated or refused it.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
  }),
});
