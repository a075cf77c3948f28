import { useQuery } from '@apollo/client/react';
import { CATALOGUE_PROPOSAL_STATES, type CatalogueProposalState } from '@congvu/schema/procedure';
import { catalogueProposalStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { CatalogueProposalsQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { catalogueTexts } from '../../locales/catalogue-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { shownFigure, shownInstant } from '../../ui/shown.ts';
import { may, useViewer } from '../session/viewer.ts';
import { ConsolidateForm } from './ConsolidateForm.tsx';
import { CatalogueProposalsDocument } from './catalogue.operations.ts';
import { DecideCatalogueForm } from './DecideCatalogueForm.tsx';
import { ProposeForm } from './ProposeForm.tsx';

export type Proposal = CatalogueProposalsQuery['catalogueProposals']['edges'][number]['node'];

/** What is proposed, and the acts on it: propose, consolidate, decide. The order of choosing counts. */
export function ProposalSection() {
  const texts = useTexts(catalogueTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [state, setState] = useState<CatalogueProposalState | ''>('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<'propose' | 'consolidate' | 'decide' | null>(null);
  const query = useQuery(CatalogueProposalsDocument, {
    variables: { filter: { state: state === '' ? null : [state] } },
  });
  const manages = may(viewer, 'CATALOGUE_MANAGE');
  const all = query.data === undefined ? [] : nodesOf(query.data.catalogueProposals);
  const rows = chosen.flatMap((id) => all.find((each) => each.id === id) ?? []);
  const onClose = () => {
    setOpen(null);
    setChosen([]);
  };
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <section className="stack" aria-label={texts.proposals}>
      <h2>{texts.proposals}</h2>
      <div className="row steps">
        {may(viewer, 'TASK_ASSIGN') && <Button onClick={() => setOpen('propose')}>{texts.propose.open}</Button>}
        {manages && (
          <Button disabled={rows.length === 0} onClick={() => setOpen('consolidate')}>
            {texts.consolidate.open(rows.length)}
          </Button>
        )}
        {manages && <Button onClick={() => setOpen('decide')}>{texts.decide.open}</Button>}
      </div>
      {open === 'propose' && <ProposeForm onClose={onClose} />}
      {open === 'consolidate' && rows.length > 0 && <ConsolidateForm proposals={rows} onClose={onClose} />}
      {open === 'decide' && <DecideCatalogueForm accepted={rows} onClose={onClose} />}
      <div className="narrow">
        <SelectField
          label={texts.state}
          value={state}
          choices={[
            { value: '', label: texts.all },
            ...CATALOGUE_PROPOSAL_STATES.map((value) => ({
              value,
              label: catalogueProposalStateTexts[value][language],
            })),
          ]}
          onChoose={(value) => setState(CATALOGUE_PROPOSAL_STATES.find((each) => each === value) ?? '')}
        />
      </div>
      <QueryStates query={query} empty={texts.noProposals}>
        {({ catalogueProposals: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {edges.map(({ node }) => (
                  <li key={node.id} className="card row top">
                    {manages && (
                      <input
                        type="checkbox"
                        aria-label={texts.choose(node.name)}
                        checked={chosen.includes(node.id)}
                        disabled={node.state === 'DECIDED' || node.state === 'REFUSED'}
                        onChange={() => toggle(node.id)}
                      />
                    )}
                    <div className="grow">
                      <p className="row spread">
                        <strong>{[node.code, node.name].filter(Boolean).join(' · ')}</strong>
                        <span className="state">{catalogueProposalStateTexts[node.state][language]}</span>
                      </p>
                      <p>
                        {node.group} · {texts.points} {shownFigure(node.points, language)}
                        {node.unitOfWork !== null && ` / ${node.unitOfWork}`}
                      </p>
                      <p className="written">{node.reason}</p>
                      <p className="small quiet">
                        {texts.by(node.unit.shortName, node.proposedBy, shownInstant(node.proposedAt))}
                        {node.mergedInto !== null && ` · ${texts.mergedInto(node.mergedInto.name)}`}
                        {node.note !== null && ` · ${node.note}`}
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <Button onClick={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  {common.more}
                </Button>
              )}
            </>
          )
        }
      </QueryStates>
    </section>
  );
}
