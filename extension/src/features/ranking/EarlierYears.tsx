import { EARLIER_LAW } from '@congvu/schema/rulesets';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';

type EarlierYearsProps = {
  /** The years of everybody shown. */
  readonly years: readonly { readonly year: number; readonly family: { readonly code: string } | null }[];
};

/** Which of the years were decided before the decree: their levels stand beside those of today, and are not the same thing. */
export function EarlierYears({ years }: EarlierYearsProps) {
  const texts = useTexts(rankingTexts);
  const earlier = new Set(
    years.filter(({ family }) => family !== null && EARLIER_LAW.includes(family.code)).map(({ year }) => year),
  );
  if (earlier.size === 0) return null;
  return <p className="small quiet">{texts.earlierYears([...earlier].toSorted().join(', '))}</p>;
}
