import { useQuery } from '@apollo/client/react';
import type { Level } from '@congvu/schema/evaluation';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { placeLines } from './quota-place.ts';
import { QuotaPlaceDocument } from './scoring.operations.ts';

type QuotaPlaceProps = {
  readonly unit: string;
  readonly period: string;
  readonly employee: string;
  /** Of the figure as it is typed; null where there is none yet. */
  readonly level: Level | null;
};

/** How many of how many are outstanding this month, and which one this person would be. Nothing where one may not know. */
export function QuotaPlace({ unit, period, employee, level }: QuotaPlaceProps) {
  const texts = useTexts(scoringTexts).quota;
  const language = useLanguage();
  const { data } = useQuery(QuotaPlaceDocument, { variables: { unit, period, employee } });
  if (data === undefined || data.quota.total === null || data.quota.person === null) return null;
  return (
    <div className="quota-place small" role="status">
      {placeLines(data.quota.person, level, language).map(({ scope, sentence, isAbove }) => (
        <p key={scope} data-above={isAbove}>
          {isAbove ? <strong>{sentence}</strong> : sentence}
        </p>
      ))}
      <p className="quiet">{texts.provisional}</p>
    </div>
  );
}
