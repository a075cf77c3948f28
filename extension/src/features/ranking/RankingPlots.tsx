import { thirdBeginsAt } from '@congvu/schema/ranking';
import type { Certainty } from '@congvu/schema/scoring';
import { toDisplayIn } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { shownFigure } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { Distribution } from '../plots/Distribution.tsx';
import { NineBox, type NineBoxCell } from '../plots/NineBox.tsx';
import { Scatter, type ScatterPoint } from '../plots/Scatter.tsx';

type RankingPlotsProps = {
  readonly bins: readonly number[];
  /** Exact; null where nobody has a figure. */
  readonly quartiles: { readonly q1: string; readonly median: string; readonly q3: string } | null;
  readonly mean: string | null;
  readonly nineBox: readonly NineBoxCell[];
  readonly points: readonly ScatterPoint[];
  /** How sure the bounds of the nine boxes are. */
  readonly certainty: Certainty;
};

/** The whole group in three drawings, each with its table. */
export function RankingPlots({ bins, quartiles, mean, nineBox, points, certainty }: RankingPlotsProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const bandsOf = (axis: 'RESULT' | 'GENERAL') => {
    const [low, high] = [toDisplayIn(thirdBeginsAt(axis, 1), language), toDisplayIn(thirdBeginsAt(axis, 2), language)];
    return [texts.bands.low(low), texts.bands.middle(low, high), texts.bands.high(high)] as const;
  };
  const figure = (exact: string) => ({ exact, text: shownFigure(exact, language) });
  return (
    <div className="columns">
      <NineBox
        title={texts.nineBox}
        columnAxis={texts.resultAxis}
        rowAxis={texts.generalAxis}
        columns={bandsOf('RESULT')}
        rows={bandsOf('GENERAL')}
        cells={nineBox}
        note={
          <>
            {texts.nineBoxBounds} <CertaintyMark certainty={certainty} />
          </>
        }
      />
      <Scatter title={texts.scatter} resultAxis={texts.resultAxis} generalAxis={texts.generalAxis} points={points} />
      <Distribution
        title={texts.distribution}
        bins={bins}
        range={[0, 100]}
        quartiles={quartiles === null ? null : [figure(quartiles.q1), figure(quartiles.median), figure(quartiles.q3)]}
        mean={mean === null ? null : figure(mean)}
      />
    </div>
  );
}
