import { choiceText, citation, levelTexts, ruleSetKindTexts, subjectTypeTexts } from '@congvu/schema/texts';
import type { RuleSetsQuery } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ruleSetTexts } from '../../locales/rule-set-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDate, shownFigure } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { SheetPart } from '../year/SheetPart.tsx';

export type ListedRuleSet = RuleSetsQuery['ruleSets'][number];

/** Every value a rule set holds, with where it stands and how sure that is. */
export function RuleSetView({ ruleSet }: { readonly ruleSet: ListedRuleSet }) {
  const texts = useTexts(ruleSetTexts);
  const language = useLanguage();
  const { subjectType, parameters } = ruleSet;
  const unsure = parameters.filter(({ source }) => source.certainty !== 'VERIFIED').length;
  const facts = [
    `${ruleSet.code} · ${texts.version(ruleSet.version)}`,
    subjectType === null ? ruleSetKindTexts[ruleSet.kind][language] : subjectTypeTexts[subjectType][language],
    texts.since(shownDate(ruleSet.effectiveFrom), ruleSet.effectiveTo === null ? null : shownDate(ruleSet.effectiveTo)),
    ruleSet.agency?.name ?? texts.law,
    ...(ruleSet.base === null ? [] : [`${texts.base} ${ruleSet.base.code} · ${texts.version(ruleSet.base.version)}`]),
    ...(ruleSet.decisionNumber === null
      ? []
      : [`${texts.decision} ${ruleSet.decisionNumber}, ${shownDate(ruleSet.decidedOn)}`]),
  ];
  return (
    <>
      <h1>{ruleSet.name}</h1>
      <p className="quiet">{facts.join(' · ')}</p>
      {ruleSet.thresholds.length > 0 && (
        <SheetPart title={texts.thresholds}>
          <ul className="plain-list row">
            {ruleSet.thresholds.map(({ level, atLeast }) => (
              <li key={level} className="row">
                <LevelMark level={level} />
                <span>
                  {levelTexts[level][language]}: {texts.atLeast(shownFigure(atLeast, language))}
                </span>
              </li>
            ))}
          </ul>
        </SheetPart>
      )}
      <SheetPart title={texts.parameters}>
        {unsure > 0 && <p className="notice">{texts.unsure(unsure)}</p>}
        <ScrollRegion label={ruleSet.name}>
          <table className="table">
            <thead>
              <tr>
                {[texts.parameter, texts.value, texts.source].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parameters.map((each) => (
                <tr key={each.name}>
                  <th scope="row" className="plain">
                    {each.text}
                    <span className="small quiet post">{each.name}</span>
                  </th>
                  <td>
                    <strong className="value">
                      {each.value === null ? '—' : (choiceText(each.value)?.[language] ?? each.value)}
                    </strong>
                    {each.choices.length > 0 && (
                      <span className="small quiet post">
                        {texts.choices(
                          each.choices.map((choice) => choiceText(choice)?.[language] ?? choice).join('; '),
                        )}
                      </span>
                    )}
                  </td>
                  <td className="small">
                    {citation(each.source, language)} <CertaintyMark certainty={each.source.certainty} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </SheetPart>
      {ruleSet.criteria.length > 0 && (
        <SheetPart title={texts.criteria}>
          <ul className="plain-list stack">
            {ruleSet.criteria.map(({ code, name, maximum }) => (
              <li key={code} className="row spread">
                <span>
                  {code} {name}
                </span>
                <span>{shownFigure(maximum, language)}</span>
              </li>
            ))}
          </ul>
        </SheetPart>
      )}
      <SheetPart title={texts.sources}>
        <ul className="plain-list">
          {ruleSet.sources.map((source) => (
            <li key={citation(source, language)}>
              {source.url === null ? citation(source, language) : <a href={source.url}>{citation(source, language)}</a>}{' '}
              <CertaintyMark certainty={source.certainty} />
            </li>
          ))}
        </ul>
      </SheetPart>
    </>
  );
}
