import { useQuery } from '@apollo/client/react';
import { signFloorTexts, signKindTexts, signStateTexts } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { calibrationTexts } from '../../locales/calibration-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { CalibrationSignsDocument } from './calibration.operations.ts';

/** Questions to who chairs: each with its figure, its floor and how sure that is. */
export function CalibrationSigns({ id }: { readonly id: string }) {
  const texts = useTexts(calibrationTexts);
  const language = useLanguage();
  const query = useQuery(CalibrationSignsDocument, { variables: { id }, context: { purpose: 'CLASSIFY' } });
  return (
    <>
      <p className="small quiet">{texts.signsWhat}</p>
      <QueryStates query={query} empty={texts.noSigns}>
        {({ node }) => {
          if (node?.__typename !== 'CalibrationSession' || node.signs.edges.length === 0) return null;
          const { edges, pageInfo } = node.signs;
          return (
            <RegisterTable
              label={`${texts.signs} (${texts.signColumns.state})`}
              headings={Object.values(texts.signColumns)}
              rows={nodesOf({ edges }).map(
                ({ kind, state, display, floor, comparable, group, unit, manager, employee, product }) => ({
                  key: [
                    kind,
                    unit.id,
                    group?.agency,
                    group?.group.code,
                    group?.family.code,
                    manager?.id,
                    employee?.id,
                    product?.code,
                  ].join(' '),
                  cells: [
                    signKindTexts[kind][language],
                    <PersonCell
                      key="about"
                      name={manager?.name ?? employee?.name ?? unit.name}
                      more={[manager?.code ?? employee?.code, unit.name, group?.group.name, product?.name]}
                    />,
                    <span key="state" className="state" data-state={state}>
                      {signStateTexts[state][language]}
                    </span>,
                    <span key="figures" className="small">
                      {texts.figuresOf(display, signFloorTexts[floor.name][language], floor.value)}{' '}
                      <CertaintyMark certainty={floor.certainty} />
                      {comparable !== null && ` · ${texts.comparableOf(comparable.managers, comparable.display)}`}
                    </span>,
                  ],
                }),
              )}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          );
        }}
      </QueryStates>
    </>
  );
}
