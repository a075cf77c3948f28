import { useQuery } from '@apollo/client/react';
import { sheetStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodWithin } from '../../locales/period-sentence.ts';
import { recordTexts } from '../../locales/record-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Person } from '../open-document/person.ts';
import { UnitPeopleDocument } from './unit.operations.ts';

type UnitTabProps = {
  readonly unit: { readonly code: string; readonly shortName: string };
  readonly period: string;
  readonly onChoose: (person: Person) => void;
};

/** The unit's people by given name, each with the state of the sheet; one click makes a person the one shown. */
export function UnitTab({ unit, period, onChoose }: UnitTabProps) {
  const texts = useTexts(recordTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const [after, setAfter] = useState<string | null>(null);
  const query = useQuery(UnitPeopleDocument, { variables: { unit: unit.code, period, after } });
  return (
    <section className="section stack">
      <h2>{texts.unitTitle(unit.shortName, periodWithin(period, language))}</h2>
      <QueryStates query={query} empty={texts.unitEmpty}>
        {({ employees }) =>
          employees.edges.length === 0 ? null : (
            <>
              <ul className="plain-list">
                {nodesOf(employees).map(({ id, code, name, assignment, periodSheet }) => (
                  <li key={id} className="person-line">
                    <span>
                      <Button
                        kind="link"
                        aria-label={texts.open(name)}
                        onClick={() => onChoose({ id, code, name, title: assignment?.title ?? '' })}
                      >
                        {name}
                      </Button>{' '}
                      <span className="small quiet">{assignment?.title}</span>
                    </span>
                    <span className="row">
                      {periodSheet?.score?.display?.replace('.', language === 'vi' ? ',' : '.')}
                      <LevelMark level={periodSheet?.score?.level ?? null} />
                      <span className="small quiet">
                        {periodSheet === null ? texts.noSheet : sheetStateTexts[periodSheet.state][language]}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
              <div className="row">
                {after !== null && <Button onClick={() => setAfter(null)}>{common.first}</Button>}
                {employees.pageInfo.hasNextPage && (
                  <Button onClick={() => setAfter(employees.pageInfo.endCursor)}>{common.more}</Button>
                )}
              </div>
            </>
          )
        }
      </QueryStates>
    </section>
  );
}
