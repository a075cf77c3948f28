import { useQuery } from '@apollo/client/react';
import { VIOLATION_SEVERITIES, VIOLATION_STATES } from '@congvu/schema/registers';
import { violationSeverityTexts, violationStateTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { goTo } from '../dashboard/use-address.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterHead } from '../register-list/RegisterHead.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { readRegisterFilter, termsOf, toRegisterInput, writeRegisterFilter } from '../register-list/register-filter.ts';
import { may, useViewer } from '../session/viewer.ts';
import { ViolationsDocument } from './discipline.operations.ts';
import { disciplinePath } from './discipline-path.ts';
import { OpenActForm } from './OpenActForm.tsx';

/** Acts and their handling: what is overdue stands first. */
export function ActList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(disciplineTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' });
  const input = {
    ...toRegisterInput(filter),
    kind: termsOf(VIOLATION_SEVERITIES, filter.kind),
    state: termsOf(VIOLATION_STATES, filter.state),
  };
  const query = useQuery(ViolationsDocument, { variables: { filter: input }, context: { purpose: 'DISCIPLINE' } });
  const kept = { tab: 'acts', ...writeRegisterFilter(filter) };
  // The way from a recommendation: the form opens with it.
  const recommendation = filters.recommendation ?? null;
  return (
    <>
      <RegisterHead
        filter={filter}
        kinds={choicesOf(violationSeverityTexts, language)}
        states={choicesOf(violationStateTexts, language)}
        onApply={(next) =>
          goTo({ path: disciplinePath, item: null, filters: { tab: 'acts', ...writeRegisterFilter(next) } })
        }
        register="violations"
        input={input}
        purpose="DISCIPLINE"
      />
      {may(viewer, 'STAFF_MANAGE') && (
        <ActBar
          opened={recommendation === null ? null : 'open'}
          acts={[
            {
              name: 'open',
              label: texts.act.open,
              form: (onClose) => (
                <OpenActForm recommendation={recommendation} employee={filters.employee ?? ''} onClose={onClose} />
              ),
            },
          ]}
        />
      )}
      <QueryStates query={query} empty={texts.noActs}>
        {({ violations: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.acts}
              headings={Object.values(texts.actColumns)}
              rows={nodesOf({ edges }).map((act) => ({
                key: act.id,
                isLate: act.overdue,
                cells: [
                  <PersonCell key="person" name={act.employee.name} more={[act.employee.code, act.unit.shortName]} />,
                  <span key="act">
                    <RecordLink path={disciplinePath} item={act.id} filters={kept}>
                      {act.summary ?? texts.untold}
                    </RecordLink>
                    <span className="post small quiet">
                      {act.severity === null ? texts.notDetermined : violationSeverityTexts[act.severity][language]}
                      {act.sealed && ` · ${texts.sealed}`}
                    </span>
                  </span>,
                  shownDate(act.discoveredOn),
                  act.state === 'OPEN' && act.dueOn === null ? (
                    texts.deferred
                  ) : (
                    <DueMark key="due" dueOn={act.dueOn} isOver={act.state !== 'OPEN'} />
                  ),
                  <span key="state" className="state" data-state={act.state}>
                    {violationStateTexts[act.state][language]}
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
