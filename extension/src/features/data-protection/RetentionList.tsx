import { useQuery } from '@apollo/client/react';
import { retentionEntityTexts, retentionProposalStateTexts } from '@congvu/schema/texts';
import type { RetentionProposalsQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { dataProtectionTexts } from '../../locales/data-protection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { ActBar } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useViewer } from '../session/viewer.ts';
import { ProposeRetentionDocument } from './data-protection.mutations.ts';
import { RetentionProposalsDocument } from './data-protection.operations.ts';
import { RetentionDecision } from './RetentionDecision.tsx';

export type Proposal = RetentionProposalsQuery['retentionProposals']['edges'][number]['node'];

/** While proposals may still come in, they are asked for this often. Milliseconds. */
const askEvery = 5_000;

/** What is past its time, with the term it rests on; nothing happens until a second person says yes. */
export function RetentionList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(dataProtectionTexts).retention;
  const viewer = useViewer();
  const unit = filters.unit || (viewer.units[0]?.code ?? '');
  const query = useQuery(RetentionProposalsDocument, {
    variables: { unit: unit === '' ? null : unit },
    pollInterval: askEvery,
    context: { purpose: 'DATA_PROTECTION' },
  });
  return (
    <>
      <p>{texts.what}</p>
      <p className="small quiet">{texts.never}</p>
      <ActBar
        acts={[
          { name: 'propose', label: texts.propose, form: (onClose) => <ProposeForm unit={unit} onClose={onClose} /> },
        ]}
      />
      <QueryStates query={query} empty={texts.none}>
        {({ retentionProposals: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <ProposalTable
              proposals={nodesOf({ edges })}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          )
        }
      </QueryStates>
    </>
  );
}

type ProposalTableProps = { readonly proposals: readonly Proposal[]; readonly onMore: (() => void) | null };

function ProposalTable({ proposals, onMore }: ProposalTableProps) {
  const { retention: texts, tab } = useTexts(dataProtectionTexts);
  const language = useLanguage();
  return (
    <RegisterTable
      label={tab.retention}
      headings={Object.values(texts.columns)}
      rows={proposals.map((proposal) => ({
        key: proposal.id,
        cells: [
          <span key="entity">
            {retentionEntityTexts[proposal.entity][language]}
            <span className="post small quiet">{proposal.unit.name}</span>
          </span>,
          shownDate(proposal.cutoff),
          proposal.rows.toLocaleString(language),
          <span key="basis">
            {proposal.basis.text}
            <span className="post small quiet">
              {proposal.basis.years === null ? texts.forever : texts.years(proposal.basis.years)} ·{' '}
              {[proposal.basis.instrument, proposal.basis.clause].filter(Boolean).join(', ')}
            </span>{' '}
            <CertaintyMark certainty={proposal.basis.certainty} />
          </span>,
          `${proposal.proposedBy} · ${shownInstant(proposal.proposedAt)}`,
          <span key="state" className="state" data-state={proposal.proposalState}>
            {retentionProposalStateTexts[proposal.proposalState][language]}
          </span>,
          <RetentionDecision key="act" proposal={proposal} />,
        ],
      }))}
      onMore={onMore}
    />
  );
}

function ProposeForm({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const texts = useTexts(dataProtectionTexts).retention;
  return (
    <ActForm
      document={ProposeRetentionDocument}
      title={texts.propose}
      act={texts.propose}
      start={{ unit }}
      fields={[{ name: 'unit', label: texts.unit, kind: 'unit', isRequired: true }]}
      toInput={(values) => ({ unit: values.unit })}
      onClose={onClose}
    />
  );
}
