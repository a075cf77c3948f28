import { useQuery } from '@apollo/client/react';
import { INITIATIVE_KINDS, INITIATIVE_STATES } from '@congvu/schema/registers';
import { influenceTexts, initiativeKindTexts, initiativeLevelTexts, initiativeStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RegisterHead } from '../register-list/RegisterHead.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { readRegisterFilter, termsOf, toRegisterInput, writeRegisterFilter } from '../register-list/register-filter.ts';
import { may, useViewer } from '../session/viewer.ts';
import { InitiativesDocument } from './commendation.operations.ts';
import { commendationPath } from './commendation-path.ts';
import { RecogniseForm, RecordInitiativeForm, RefuseForm } from './InitiativeForms.tsx';

/** Initiatives and works, with who recognised them and how far they reach: what base titles rest on. */
export function InitiativeList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(commendationTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [open, setOpen] = useState<{ readonly id: string; readonly act: string } | null>(null);
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' });
  const { overdue: _, ...asked } = toRegisterInput(filter);
  const input = {
    ...asked,
    kind: termsOf(INITIATIVE_KINDS, filter.kind),
    state: termsOf(INITIATIVE_STATES, filter.state),
  };
  const query = useQuery(InitiativesDocument, {
    variables: { filter: input },
    context: { purpose: 'COMMENDATION' },
  });
  // The way from a good practice that an inspection found: the form opens with it.
  const finding = filters.finding ?? null;
  return (
    <>
      <RegisterHead
        filter={filter}
        kinds={choicesOf(initiativeKindTexts, language)}
        states={choicesOf(initiativeStateTexts, language)}
        hasOverdue={false}
        onApply={(next) =>
          goTo({ path: commendationPath, item: null, filters: { tab: 'initiatives', ...writeRegisterFilter(next) } })
        }
        register="initiatives"
        input={input}
        purpose="COMMENDATION"
      />
      {(may(viewer, 'STAFF_MANAGE') || viewer.employee !== null) && (
        <ActBar
          opened={finding === null ? null : 'record'}
          acts={[
            {
              name: 'record',
              label: texts.act.initiative,
              form: (onClose) => (
                <RecordInitiativeForm
                  finding={finding}
                  author={filters.author ?? ''}
                  unit={finding === null ? null : filter.unit}
                  onClose={onClose}
                />
              ),
            },
          ]}
        />
      )}
      <QueryStates query={query} empty={texts.noInitiatives}>
        {({ initiatives: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.initiatives}
              headings={Object.values(texts.initiativeColumns)}
              rows={nodesOf({ edges }).map((each) => ({
                key: each.id,
                cells: [
                  <PersonCell
                    key="title"
                    name={each.title}
                    more={[
                      each.code,
                      String(each.year),
                      initiativeKindTexts[each.kind][language],
                      each.finding === null ? null : texts.fromFinding,
                    ]}
                  />,
                  each.authors
                    // The api names the main author first.
                    .map(({ name }, at) => (at === 0 ? texts.mainAuthor(name) : name))
                    .join(', '),
                  each.level === null || each.decisionNumber === null ? (
                    '—'
                  ) : (
                    <PersonCell
                      key="recognised"
                      name={initiativeLevelTexts[each.level][language]}
                      more={[texts.numberOf(each.decisionNumber, shownDate(each.recognisedOn))]}
                    />
                  ),
                  each.influence === null ? (
                    '—'
                  ) : (
                    <PersonCell
                      key="influence"
                      name={influenceTexts[each.influence][language]}
                      more={[each.applied ? texts.applied : texts.notApplied]}
                    />
                  ),
                  <span key="state" className="state" data-state={each.state}>
                    {initiativeStateTexts[each.state][language]}
                  </span>,
                  <span key="acts" className="row">
                    {each.actions.map((act) => {
                      const isOpen = open?.id === each.id && open.act === act;
                      return (
                        <Button
                          key={act}
                          aria-expanded={isOpen}
                          onClick={() => setOpen(isOpen ? null : { id: each.id, act })}
                        >
                          {act === 'RECOGNISE' ? texts.act.recognise : texts.act.refuse}
                        </Button>
                      );
                    })}
                  </span>,
                ],
                below:
                  open?.id !== each.id ? null : open.act === 'RECOGNISE' ? (
                    <RecogniseForm initiative={each} onClose={() => setOpen(null)} />
                  ) : (
                    <RefuseForm initiative={each} onClose={() => setOpen(null)} />
                  ),
              }))}
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
