import { useTexts } from '../../locales/LanguageProvider.tsx';
import { plotTexts } from '../../locales/plot-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { PlotFigure, plotWidth } from './PlotFigure.tsx';

/** Exact texts of the api beside what is shown of them. */
export type PlotFigureText = { readonly exact: string; readonly text: string };

type DistributionProps = {
  readonly title: string;
  /** How many fall in each tenth of `range`, lowest first; the last tenth takes its upper bound in. */
  readonly bins: readonly number[];
  readonly range: readonly [number, number];
  /** Null where nobody is counted. */
  readonly quartiles: readonly [PlotFigureText, PlotFigureText, PlotFigureText] | null;
  readonly mean: PlotFigureText | null;
  /** What is counted: people, or months of people where a year's months stand each for themselves. */
  readonly counted?: 'people' | 'months';
};

const chart = 120;
const top = 18;
const inset = 8;

/** Where a group's figures lie: a column a tenth, the quartiles and the mean as lines, and all of it in words. */
export function Distribution({
  title,
  bins,
  range: [from, to],
  quartiles,
  mean,
  counted = 'people',
}: DistributionProps) {
  const texts = useTexts(plotTexts);
  const inner = plotWidth - 2 * inset;
  const step = inner / Math.max(bins.length, 1);
  const most = Math.max(1, ...bins);
  const edge = (at: number) => from + ((to - from) * at) / bins.length;
  const x = (value: number) => inset + ((value - from) / (to - from)) * inner;
  const people = bins.reduce((sum, count) => sum + count, 0);
  const lines = [
    ...(quartiles === null
      ? []
      : [
          { name: texts.lowerQuartile, mark: 'Q1', figure: quartiles[0] },
          { name: texts.median, mark: 'Q2', figure: quartiles[1] },
          { name: texts.upperQuartile, mark: 'Q3', figure: quartiles[2] },
        ]),
    ...(mean === null ? [] : [{ name: texts.mean, mark: '', figure: mean }]),
  ];
  const figures = lines.map(({ name, figure }) => `${name} ${figure.text}`);
  return (
    <PlotFigure
      title={title}
      summary={texts.summary(title, [counted === 'people' ? texts.people(people) : texts.months(people), ...figures])}
      height={top + chart + 20}
      note={people === 0 ? texts.nobody : figures.length === 0 ? undefined : figures.join(' · ')}
      headings={[texts.span, counted === 'people' ? texts.count : texts.monthCount]}
      rows={bins.map((count, at) => ({ key: String(at), cells: [`${edge(at)} – ${edge(at + 1)}`, count] }))}
    >
      {bins.map((count, at) => {
        const height = (count / most) * chart;
        const place = inset + at * step;
        return (
          // A tenth has no identity but its place.
          <g key={edge(at)}>
            <rect
              x={place + step * 0.08}
              y={top + chart - height}
              width={step * 0.84}
              height={height}
              fill="var(--good)"
              fillOpacity="0.75"
            />
            {count > 0 && (
              <text
                className="plot-text"
                x={place + step / 2}
                y={top + chart - height - 3}
                textAnchor="middle"
                fill="var(--text)"
              >
                {count}
              </text>
            )}
          </g>
        );
      })}
      <line x1={inset} x2={plotWidth - inset} y1={top + chart} y2={top + chart} stroke="var(--line-strong)" />
      {lines.map(({ name, mark, figure }) => {
        const at = x(toLength(figure.exact));
        return (
          <g key={name}>
            <line
              x1={at}
              x2={at}
              y1={top + chart}
              y2={top + chart + 6}
              stroke="var(--text)"
              strokeWidth={mark === 'Q2' || mark === '' ? 2.5 : 1.5}
            />
            {mark === '' && <path d={`M${at} ${top + chart + 1}l4 7h-8z`} fill="var(--text)" />}
          </g>
        );
      })}
      {[0, bins.length / 2, bins.length].map((at) => (
        <text
          key={at}
          className="plot-axis"
          x={inset + at * step}
          y={top + chart + 18}
          textAnchor={at === 0 ? 'start' : at === bins.length ? 'end' : 'middle'}
        >
          {edge(at)}
        </text>
      ))}
    </PlotFigure>
  );
}
