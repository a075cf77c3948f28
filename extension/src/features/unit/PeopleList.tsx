import { useQuery } from '@apollo/client/react';
import { sheetStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recordTexts } from '../../locales/record-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { unitTexts } from '../../locales/unit-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDisplay } from '../../ui/shown.ts';
import type { Person } from '../open-document/person.ts';
import type { Assignee } from './bulk-draft.ts';
import { UnitPeopleDocument } from './unit.operations.ts';

type PeopleListProps = {
  readonly unit: string;
  readonly period: string;
  /** Those checked, over all pages; null where the viewer assigns nothing. */
  readonly checked: readonly Assignee[] | null;
  readonly onCheck: (people: readonly Assignee[]) => void;
  readonly onChoose: (person: Person) => void;
};

/** The unit's people by given name, each with the state of the sheet; one click makes a person the one shown. */
export function PeopleList({ unit, period, checked, onCheck, onChoose }: PeopleListProps) {
  const texts = useTexts(recordTexts);
  const bulk = useTexts(unitTexts).bulk;
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const [after, setAfter] = useState<string | null>(null);
  const query = useQuery(UnitPeopleDocument, { variables: { unit, period, after } });
  const isChecked = (code: string) => checked?.some((each) => each.code === code) ?? false;
  return (
    <QueryStates query={query} empty={texts.unitEmpty}>
      {({ employees }) => {
        const people = nodesOf(employees);
        if (people.length === 0) return null;
        const others = checked?.filter(({ code }) => !people.some((each) => each.code === code)) ?? [];
        const isWhole = people.every(({ code }) => isChecked(code));
        return (
          <>
            {checked !== null && (
              <label className="row small">
                <input
                  type="checkbox"
                  checked={isWhole}
                  onChange={() =>
                    onCheck(isWhole ? others : [...others, ...people.map(({ code, name }) => ({ code, name }))])
                  }
                />
                {bulk.all(people.length)}
              </label>
            )}
            <ul className="plain-list">
              {people.map(({ id, code, name, assignment, periodSheet }) => (
                <li key={id} className="person-line">
                  <span className="person-name">
                    {checked !== null && (
                      <input
                        type="checkbox"
                        aria-label={bulk.choose(name)}
                        checked={isChecked(code)}
                        onChange={() =>
                          onCheck(
                            isChecked(code)
                              ? checked.filter((each) => each.code !== code)
                              : [...checked, { code, name }],
                          )
                        }
                      />
                    )}
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
                  </span>
                  <span className="row">
                    {periodSheet?.score?.display != null && shownDisplay(periodSheet.score.display, language)}
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
        );
      }}
    </QueryStates>
  );
}
