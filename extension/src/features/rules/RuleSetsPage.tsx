import { useQuery } from '@apollo/client/react';
import { ruleSetKindTexts, subjectTypeTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ruleSetTexts } from '../../locales/rule-set-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDate } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import type { ScreenProps } from '../dashboard/screen.ts';
import { may, useViewer } from '../session/viewer.ts';
import { PublishForm } from './PublishForm.tsx';
import { RuleSetView } from './RuleSetView.tsx';
import { ruleSetItem } from './rule-set-item.ts';
import { RuleSetsDocument } from './rules.operations.ts';

const path = 'bo-quy-tac';

/** The rule sets there are, and one of them with every value it holds. */
export function RuleSetsPage({ item }: ScreenProps) {
  const texts = useTexts(ruleSetTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const query = useQuery(RuleSetsDocument);
  return (
    <div className="section stack">
      {item !== null && (
        <p className="steps">
          <a href={writeAddress({ path, item: null, filters: {} })}>
            <span aria-hidden="true">←</span> {texts.back}
          </a>
        </p>
      )}
      <QueryStates query={query} empty={texts.empty}>
        {({ ruleSets }) => {
          if (item !== null) {
            const ruleSet = ruleSets.find((each) => ruleSetItem(each) === item);
            return ruleSet === undefined ? <Notice>{texts.none}</Notice> : <RuleSetView ruleSet={ruleSet} />;
          }
          return (
            <>
              <h1>{texts.title}</h1>
              <p className="small quiet">{texts.what}</p>
              <ScrollRegion label={texts.title}>
                <table className="table">
                  <thead>
                    <tr>
                      {Object.values(texts.columns).map((heading) => (
                        <th key={heading} scope="col">
                          {heading}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {ruleSets.map((each) => (
                      <tr key={ruleSetItem(each)}>
                        <th scope="row">
                          <a href={writeAddress({ path, item: ruleSetItem(each), filters: {} })}>{each.name}</a>
                          <span className="small quiet post">
                            {each.code} · {texts.version(each.version)}
                          </span>
                        </th>
                        <td>
                          {each.subjectType === null
                            ? ruleSetKindTexts[each.kind][language]
                            : subjectTypeTexts[each.subjectType][language]}
                        </td>
                        <td className="small">
                          {texts.since(
                            shownDate(each.effectiveFrom),
                            each.effectiveTo === null ? null : shownDate(each.effectiveTo),
                          )}
                        </td>
                        <td>{each.agency?.name ?? texts.law}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
              {may(viewer, 'RULES_MANAGE') &&
                (isOpen ? (
                  <PublishForm bases={ruleSets.filter(({ base }) => base === null)} onClose={() => setIsOpen(false)} />
                ) : (
                  <Button onClick={() => setIsOpen(true)}>{texts.publish.open}</Button>
                ))}
            </>
          );
        }}
      </QueryStates>
    </div>
  );
}
