import type { Rational } from '@congvu/schema/primitives/rational';
import { sheetStateTexts, stepTexts, toDisplayIn } from '@congvu/schema/texts';
import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { FigureBar } from '../../ui/FigureBar.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { figureOf, liveFigureOf } from './figure.ts';
import type { LiveScore } from './use-live-score.ts';

type ScoreFigureProps = {
  readonly sheet: Sheet_SheetFragment;
  readonly live: LiveScore;
  /** Criteria without points yet. */
  readonly missing: number;
};

/** One figure large, with its state; the parts below. While typing it is the live one, provisional. */
export function ScoreFigure({ sheet, live, missing }: ScoreFigureProps) {
  const texts = useTexts(scoringTexts);
  const language = useLanguage();
  const typed = live.state === 'LIVE' && live.score?.state === 'SCORED' ? live.score : null;
  const figure = typed === null ? figureOf(sheet.score) : liveFigureOf(typed);
  if (figure === null) {
    const isWithoutWork = live.state === 'LIVE' && live.score?.state === 'INSUFFICIENT_DATA';
    return <p className="notice">{isWithoutWork ? texts.insufficient : texts.noFigure}</p>;
  }
  const show = (value: Rational | null) => (value === null ? '—' : toDisplayIn(value, language));
  return (
    <div className="stack" aria-live="polite">
      <p className="row">
        <strong className="figure" data-testid="figure">
          {show(figure.total)}
        </strong>
        <LevelMark level={figure.level} />
        <span className="quiet">
          {typed !== null || figure.isProvisional ? texts.provisional : sheetStateTexts[sheet.state][language]}
        </span>
      </p>
      <FigureBar value={toNumber(figure.total)} level={figure.level} />
      <p className="row small">
        {figure.components.map(([step, value]) => (
          <span key={step}>
            {stepTexts[step][language]} {texts.percent(show(value))}
          </span>
        ))}
      </p>
      <p className="small">
        {texts.result(show(figure.resultPoints))} · {texts.general(show(figure.general))}
      </p>
      {missing > 0 && <p className="small">{texts.missing(missing)}</p>}
      {live.state === 'LOADING' && <p className="small quiet">{texts.loadingTasks}</p>}
      {live.state === 'TOO_MANY' && <p className="small quiet">{texts.tooMany}</p>}
    </div>
  );
}

function toNumber(value: Rational): number {
  return Number(value.numerator) / Number(value.denominator);
}
