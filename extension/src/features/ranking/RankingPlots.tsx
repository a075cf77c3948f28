import { NINE_BOX_BOUNDS, thirdBeginsAt } from '@congvu/schema/ranking';
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
  /** Exact: least, lower quartile, median, upper quartile, most; empty where nobody has a figure. */
  readonly quartiles: readonly string[];
  readonly mean: string | null;
  readonly nineBox: readonly NineBoxCell[];
  readonly points: readonly ScatterPoint[];
};

/** The whole group in three drawings, each with its table. */
export function RankingPlots({ bins, quartiles, mean, nineBox, points }: RankingPlotsProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const bandsOf = (axis: 'RESULT' | 'GENERAL') => {
    const [low, high] = [toDisplayIn(thirdBeginsAt(axis, 1), language), toDisplayIn(thirdBeginsAt(axis, 2), language)];
    return [texts.bands.low(low), texts.bands.middle(low, high), texts.bands.high(high)] as const;
  };
  const figure = (exact: string) => ({ exact, text: shownFigure(exact, language) });
  const [, lower, median, upper] = quartiles;
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
            {texts.nineBoxBounds} <CertaintyMark certainty={NINE_BOX_BOUNDS.source.certainty} />
          </>
        }
      />
      <Scatter title={texts.scatter} resultAxis={texts.resultAxis} generalAxis={texts.generalAxis} points={points} />
      <Distribution
        title={texts.distribution}
        bins={bins}
        range={[0, 100]}
        quartiles={
          lower === undefined || median === undefined || upper === undefined
            ? null
            : [figure(lower), figure(median), figure(upper)]
        }
        mean={mean === null ? null : figure(mean)}
      />
    </div>
  );
}
