import { useQuery } from '@apollo/client/react';
import { groupDifferenceTexts } from '@congvu/schema/texts';
import { comparisonTexts } from '../../locales/comparison-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownFigure } from '../../ui/shown.ts';
import { freezeAddress } from '../dashboard/freeze-address.ts';
import { type ScreenProps, screenPaths } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { Trend } from '../plots/Trend.tsx';
import { EarlierYears } from '../ranking/EarlierYears.tsx';
import { isYear } from '../ranking/ranked-periods.ts';
import { useViewer } from '../session/viewer.ts';
import { ComparisonForm } from './ComparisonForm.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import {
  type ComparisonFilter,
  comparedPeople,
  mayCompare,
  readComparisonFilter,
  writeComparisonFilter,
} from './compared-people.ts';
import { ComparisonDocument } from './comparison.operations.ts';
import { groupDifferences } from './group-differences.ts';
import { trendOf } from './trend-of.ts';

/** Two to six people of one group beside each other; of several groups only by level, and only when asked for. */
export function ComparisonPage({ filters }: ScreenProps) {
  const texts = useTexts(comparisonTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readComparisonFilter(filters, { period: viewer.currentPeriod });
  const { people, period, years, byLevel } = filter;
  const question = { employees: [...people], period, years, byLevel };
  const query = useQuery(ComparisonDocument, {
    variables: question,
    skip: !mayCompare(people.length),
    context: { purpose: 'APPOINTMENT' },
  });
  const show = (next: ComparisonFilter) =>
    goTo({ path: screenPaths.comparison, item: null, filters: writeComparisonFilter(next) });
  const differences = groupDifferences(query.error);
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="sentence">{texts.sentence(people.length, periodSentence(period, language))}</p>
      <p className="small quiet">{texts.what}</p>
      <ComparisonForm key={JSON.stringify(filter)} filter={filter} onApply={show} />
      {!mayCompare(people.length) && <Notice>{texts.needed(comparedPeople.least, comparedPeople.most)}</Notice>}
      {differences !== null && (
        <Notice>
          <p>{texts.notComparable}</p>
          <p>{texts.differs(differences.map((each) => groupDifferenceTexts[each][language]).join(', '))}</p>
          <p className="small">{texts.byLevelWhat}</p>
          <Button onClick={() => show({ ...filter, byLevel: true })}>{texts.byLevel}</Button>
        </Notice>
      )}
      {mayCompare(people.length) && differences === null && (
        <QueryStates query={query} empty={texts.empty}>
          {({ comparison }) =>
            comparison.people.length === 0 ? null : (
              <>
                {byLevel && (
                  <p className="row">
                    <span className="state">{texts.byLevel}</span>
                    <span className="small quiet">{texts.byLevelWhat}</span>
                    <Button kind="link" onClick={() => show({ ...filter, byLevel: false })}>
                      {texts.byFigures}
                    </Button>
                  </p>
                )}
                <div className="row">
                  <Button onClick={() => goTo(freezeAddress('COMPARISON', question))}>{texts.freeze}</Button>
                </div>
                <ComparisonTable people={comparison.people} isProvisional={!isYear(period)} byLevel={byLevel} />
                <EarlierYears years={comparison.people.flatMap(({ years }) => years)} />
                {!byLevel && (
                  <Trend title={texts.trend} {...trendOf(comparison.people, (exact) => shownFigure(exact, language))} />
                )}
              </>
            )
          }
        </QueryStates>
      )}
    </div>
  );
}
