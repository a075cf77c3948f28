import { useQuery } from '@apollo/client/react';
import { COMMENDATION_STATES } from '@congvu/schema/registers';
import { commendationStateTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterHead } from '../register-list/RegisterHead.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { readRegisterFilter, termsOf, toRegisterInput, writeRegisterFilter } from '../register-list/register-filter.ts';
import { may, useViewer } from '../session/viewer.ts';
import { CommendationsDocument } from './commendation.operations.ts';
import { commendationPath } from './commendation-path.ts';
import { RecordCommendationForm } from './RecordCommendationForm.tsx';
import { titleChoices } from './title-choices.ts';

/** Commendations of people and collectives, newest first. */
export function CommendationList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(commendationTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' }, ['collective']);
  const { overdue: _, ...asked } = toRegisterInput(filter);
  const input = {
    ...asked,
    kind: filter.kind === '' ? null : [filter.kind],
    state: termsOf(COMMENDATION_STATES, filter.state),
    collective: filter.extra.collective === '' ? null : filter.extra.collective === 'true',
  };
  const query = useQuery(CommendationsDocument, {
    variables: { filter: input },
    context: { purpose: 'COMMENDATION' },
  });
  const kept = { tab: 'decisions', ...writeRegisterFilter(filter) };
  return (
    <>
      <RegisterHead
        filter={filter}
        kinds={titleChoices(language)}
        states={choicesOf(commendationStateTexts, language)}
        extras={[
          {
            name: 'collective',
            label: texts.subject,
            choices: [
              { value: 'false', label: texts.people },
              { value: 'true', label: texts.collectives },
            ],
          },
        ]}
        hasOverdue={false}
        onApply={(next) =>
          goTo({ path: commendationPath, item: null, filters: { tab: 'decisions', ...writeRegisterFilter(next) } })
        }
        register="commendations"
        input={input}
        purpose="COMMENDATION"
      />
      {may(viewer, 'STAFF_MANAGE') && (
        <ActBar
          acts={[
            {
              name: 'commend',
              label: texts.act.commend,
              form: (onClose) => <RecordCommendationForm start={{}} onClose={onClose} />,
            },
          ]}
        />
      )}
      <QueryStates query={query} empty={texts.noDecisions}>
        {({ commendations: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.decisions}
              headings={Object.values(texts.decisionColumns)}
              rows={nodesOf({ edges }).map((each) => ({
                key: each.id,
                cells: [
                  each.employee === null ? (
                    <PersonCell key="whom" name={each.unit.name} more={[texts.collective]} />
                  ) : (
                    <PersonCell key="whom" name={each.employee.name} more={[each.employee.code, each.unit.shortName]} />
                  ),
                  <PersonCell key="title" name={each.title} more={[each.form === each.title ? null : each.form]} />,
                  <RecordLink key="decision" path={commendationPath} item={each.id} filters={kept}>
                    {texts.numberOf(each.decisionNumber, shownDate(each.decidedOn))}
                  </RecordLink>,
                  each.year ?? '—',
                  <span key="state" className="state" data-state={each.state}>
                    {commendationStateTexts[each.state][language]}
                  </span>,
                ],
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
