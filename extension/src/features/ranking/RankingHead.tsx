import type { Level } from '@congvu/schema/evaluation';
import type { YearsBasis } from '@congvu/schema/ranking';
import type { Certainty } from '@congvu/schema/scoring';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import type { PlaceKey } from './PlaceLine.tsx';
import { isYear } from './ranked-periods.ts';

type RankingHeadProps = {
  readonly period: string;
  /** People ranked of those asked for, and of the whole comparable group. */
  readonly total: number;
  readonly whole: number;
  readonly levels: readonly { readonly level: Level; readonly count: number }[];
  readonly keys: readonly PlaceKey[];
  readonly basis: YearsBasis | null;
  /** What titles weigh, and how sure that is; null where they decide nothing. */
  readonly weights: { readonly text: string; readonly source: { readonly certainty: Certainty } } | null;
};

/** What kind of figures these are, how many people, and by what they are ordered: read before the first place. */
export function RankingHead({ period, total, whole, levels, keys, basis, weights }: RankingHeadProps) {
  const texts = useTexts(rankingTexts);
  const ofYear = isYear(period);
  return (
    <div className="stack">
      <p className="row">
        <span className="state" data-state={ofYear ? 'DECIDED' : 'PROVISIONAL'}>
          {ofYear ? texts.year : texts.month}
        </span>
        <span className="small quiet">{ofYear ? texts.yearWhat : texts.monthWhat}</span>
      </p>
      <p className="row">
        <span>{texts.total(total)}</span>
        <span className="quiet">{texts.whole(whole)}</span>
        {levels.map(({ level, count }) => (
          <span key={level} className="row">
            <LevelMark level={level} /> {count}
          </span>
        ))}
      </p>
      <p className="small quiet">
        {texts.order(keys.map((key) => texts.keys[key]).join(' → '))} {texts.componentsWhat}{' '}
        {basis !== null && texts.basis[basis]}
      </p>
      {weights !== null && (
        <p className="small quiet">
          {weights.text} <CertaintyMark certainty={weights.source.certainty} />
        </p>
      )}
    </div>
  );
}
