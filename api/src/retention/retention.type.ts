import { RETENTION_ENTITIES, RETENTION_PROPOSAL_STATES, type RetentionTerm } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import { jobById } from '../job/job.store.ts';
import { JobRef } from '../job/job.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type RetentionProposalRow, retentionProposalById } from './retention.store.ts';

export const RetentionEntityEnum = builder.enumType('RetentionEntity', {
  description:
    'What retention looks after: senders of feedback, absences, words of data requests, refused lines of imports, and evaluation files, which are listed for the archive and never deleted.',
  values: RETENTION_ENTITIES,
});
export const RetentionProposalStateEnum = builder.enumType('RetentionProposalState', {
  description: 'Proposed by the job, confirmed and carried out, or refused, each by a person.',
  values: RETENTION_PROPOSAL_STATES,
});

const RetentionBasisRef = builder.objectRef<RetentionTerm>('RetentionBasis').implement({
  description: 'The row of the retention table a proposal rests on, as it was when it was proposed.',
  fields: (t) => ({
    years: t.exposeInt('years', { nullable: true, description: 'Whole years; null: kept for ever.' }),
    text: t.string({
      description: 'What is done with the rows, in the language of Accept-Language.',
      resolve: ({ text }, _args, { locale }) => text[locale],
    }),
    instrument: t.string({
      description: 'The law or decision it rests on.',
      resolve: ({ source }) => source.instrument,
    }),
    clause: t.string({
      nullable: true,
      description: 'Its clause; null where none was read.',
      resolve: ({ source }) => source.clause,
    }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure the term is; an office’s own table is its practice.',
      resolve: ({ source }) => source.certainty,
    }),
  }),
});

export const RetentionProposalRef = builder.objectRef<RetentionProposalRow>('RetentionProposal');
export const RetentionProposalConnection = connectionOf(
  'RetentionProposal',
  RetentionProposalRef,
  'proposals of retention',
);

builder.node(RetentionProposalRef, {
  description:
    'Rows past their time, as a job counted them; carried out only once a second person confirms. The audit chain and the log of reads are never shortened.',
  id: { resolve: (proposal) => proposal.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, retentionProposalById, id))),
  fields: (t) => ({
    job: t.field({
      type: JobRef,
      nullable: true,
      description: 'The job that counted them.',
      resolve: (proposal, _args, context) => loadOne(context, jobById, proposal.jobId),
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit it is about, with all below it.',
      resolve: (proposal, _args, context) => getUnit(context, proposal.unitId),
    }),
    entity: t.expose('entity', { type: RetentionEntityEnum, description: 'What.' }),
    cutoff: t.expose('cutoff', { type: 'LocalDate', description: 'Rows that ended before this day.' }),
    rows: t.exposeInt('rows', { description: 'How many there were.' }),
    sample: t.exposeStringList('sample', { description: 'Ids of at most twenty of them, to look at before deciding.' }),
    basis: t.field({ type: RetentionBasisRef, description: 'The term it rests on.', resolve: ({ basis }) => basis }),
    state: t.expose('state', { type: RetentionProposalStateEnum, description: 'Where it stands.' }),
    proposedBy: t.exposeString('proposedBy', { description: 'Name of who had it counted.' }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime', description: 'When.' }),
    decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'Name of who decided.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When it was decided.' }),
    done: t.exposeInt('done', { nullable: true, description: 'Rows it was carried out on; null where it was not.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was refused.' }),
    canConfirm: t.boolean({
      description: 'Whether the asking person may confirm it: it waits, and somebody else proposed it.',
      resolve: ({ state, proposedById }, _args, { actor }) => state === 'PROPOSED' && proposedById !== actor?.userId,
    }),
  }),
});
