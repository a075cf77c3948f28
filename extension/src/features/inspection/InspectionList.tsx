import { useQuery } from '@apollo/client/react';
import { INSPECTION_AREAS, INSPECTION_KINDS, INSPECTION_STATES } from '@congvu/schema/registers';
import {
  inspectionAreaTexts,
  inspectionKindTexts,
  inspectionModeTexts,
  inspectionStateTexts,
} from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
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
import { InspectionsDocument } from './inspection.operations.ts';
import { inspectionPath } from './inspection-path.ts';
import { SaveInspectionForm } from './SaveInspectionForm.tsx';

/** Inspections, what is overdue first. One that is kept from the visited does not stand here for them. */
export function InspectionList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(inspectionTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' }, ['area']);
  const { employee: _, ...asked } = toRegisterInput(filter);
  const input = {
    ...asked,
    kind: termsOf(INSPECTION_KINDS, filter.kind),
    state: termsOf(INSPECTION_STATES, filter.state),
    area: termsOf(INSPECTION_AREAS, filter.extra.area ?? ''),
  };
  const query = useQuery(InspectionsDocument, { variables: { filter: input }, context: { purpose: 'INSPECTION' } });
  const kept = { tab: 'inspections', ...writeRegisterFilter(filter) };
  // The way from a plan: the form opens for it.
  const plan = filters.plan ?? null;
  return (
    <>
      <RegisterHead
        filter={filter}
        kinds={choicesOf(inspectionKindTexts, language)}
        states={choicesOf(inspectionStateTexts, language)}
        extras={[{ name: 'area', label: texts.area, choices: choicesOf(inspectionAreaTexts, language) }]}
        hasPerson={false}
        onApply={(next) =>
          goTo({ path: inspectionPath, item: null, filters: { tab: 'inspections', ...writeRegisterFilter(next) } })
        }
        register="inspections"
        input={input}
        purpose="INSPECTION"
      />
      {may(viewer, 'INSPECTION_MANAGE') && (
        <ActBar
          opened={plan === null ? null : 'create'}
          acts={[
            {
              name: 'create',
              label: texts.act.create,
              form: (onClose) => (
                <SaveInspectionForm inspection={null} plan={plan} unit={filter.unit} onClose={onClose} />
              ),
            },
          ]}
        />
      )}
      <QueryStates query={query} empty={texts.noInspections}>
        {({ inspections: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.inspections}
              headings={Object.values(texts.inspectionColumns)}
              rows={nodesOf({ edges }).map((each) => {
                const clock = each.clocks.find(({ doneOn }) => doneOn === null);
                return {
                  key: each.id,
                  isLate: each.clocks.some(({ overdue }) => overdue),
                  cells: [
                    <span key="title">
                      <RecordLink path={inspectionPath} item={each.id} filters={kept}>
                        {each.title}
                      </RecordLink>
                      <span className="post small quiet">{each.unit.shortName}</span>
                    </span>,
                    <PersonCell
                      key="kind"
                      name={inspectionKindTexts[each.kind][language]}
                      more={[inspectionModeTexts[each.mode][language], inspectionAreaTexts[each.area][language]]}
                    />,
                    each.decisionNumber === null ? '—' : texts.numberOf(each.decisionNumber, shownDate(each.decidedOn)),
                    each.startedOn === null ? '—' : texts.dates(shownDate(each.startedOn), shownDate(each.endedOn)),
                    clock === undefined ? (
                      '—'
                    ) : (
                      <span key="clock">
                        <span className="small quiet post">{texts.clocks[clock.kind]}</span>
                        <DueMark dueOn={clock.dueOn} />
                      </span>
                    ),
                    <span key="state" className="state" data-state={each.state}>
                      {inspectionStateTexts[each.state][language]}
                    </span>,
                  ],
                };
              })}
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
