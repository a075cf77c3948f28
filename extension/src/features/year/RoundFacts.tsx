import { deadlineText, quotaBasisTexts } from '@congvu/schema/texts';
import type { YearRoundQuery } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { shownDate } from '../../ui/shown.ts';
import { deadlineOf } from '../dashboard/deadline-of.ts';

type Round = NonNullable<NonNullable<YearRoundQuery['unit']>['classificationRound']>;

/** By when, and by which share: the choices the agency made when it opened the year. */
export function RoundFacts({ round }: { readonly round: Round }) {
  const texts = useTexts(yearTexts);
  const language = useLanguage();
  const facts = [
    ...(round.state === 'CLOSED'
      ? []
      : [texts.due(shownDate(round.dueOn)), deadlineText(deadlineOf(round.daysLeft), language)]),
    texts.round.rate(round.ratePercent),
    quotaBasisTexts[round.quotaBasis][language].toLowerCase(),
    ...(round.rateDocument === null ? [] : [texts.round.rateBy(round.rateDocument)]),
    ...(round.quotaMinOne ? [texts.round.minOne] : []),
    ...(round.quotaIncludeHead ? [texts.round.includeHead] : []),
  ];
  return <p className="small quiet">{facts.join(' · ')}</p>;
}
