import { useTexts } from '../../locales/LanguageProvider.tsx';
import { plotTexts } from '../../locales/plot-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import type { PlotFigureText } from './Distribution.tsx';
import { PlotFigure, plotWidth } from './PlotFigure.tsx';

/** A figure of one period; null where there is none. */
export type TrendPoint = { readonly figure: PlotFigureText | null; readonly isProvisional: boolean };

export type TrendSeries = {
  readonly key: string;
  readonly name: string;
  /** One a period, in the order of `periods`. */
  readonly points: readonly TrendPoint[];
};

type TrendProps = {
  readonly title: string;
  /** Oldest first. */
  readonly periods: readonly string[];
  /** At most six: that many line patterns can be told apart. */
  readonly series: readonly TrendSeries[];
};

const dashes = ['', '7 3', '2 3', '10 3 2 3', '14 4', '4 2 1 2'];
const colours = ['--good', '--outstanding', '--not-completed', '--completed', '--text', '--quiet'];
const left = 28;
const right = plotWidth - 26;
const top = 10;
const chart = 150;

/** Figures over the periods, a line a person, told apart by number and pattern and not by colour alone. */
export function Trend({ title, periods, series }: TrendProps) {
  const texts = useTexts(plotTexts);
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ figure }) => (figure === null ? [] : [toLength(figure.exact)])),
  );
  const low = Math.max(0, Math.floor(Math.min(90, ...values) / 10) * 10);
  const x = (at: number) => left + (periods.length < 2 ? 0.5 : at / (periods.length - 1)) * (right - left);
  const y = (value: number) => top + chart - ((value - low) / (100 - low)) * chart;
  const textOf = ({ figure, isProvisional }: TrendPoint) =>
    figure === null ? '—' : isProvisional ? texts.provisional(figure.text) : figure.text;
  const heights = spread(
    series.map(({ points }) => {
      const last = points.findLast(({ figure }) => figure !== null)?.figure;
      return last ? y(toLength(last.exact)) : top + chart;
    }),
  );
  return (
    <PlotFigure
      title={title}
      summary={texts.summary(
        title,
        series.map(({ name, points }, at) => texts.line(at + 1, name, points.map(textOf).join(', '))),
      )}
      height={top + chart + 22}
      note={
        <>
          <ol className="plot-legend">
            {series.map(({ key, name }, at) => (
              <li key={key}>
                <Pattern at={at} /> {name}
              </li>
            ))}
          </ol>
          {series.some(({ points }) => points.some((point) => point.isProvisional)) && <p>{texts.hollow}</p>}
        </>
      }
      headings={[texts.person, ...periods]}
      rows={series.map(({ key, name, points }) => ({ key, cells: [name, ...points.map(textOf)] }))}
    >
      {[low, 50, 70, 90, 100]
        .filter((at, place) => at >= low && (place === 0 || at !== low))
        .map((at) => (
          <g key={at}>
            <line x1={left} x2={right} y1={y(at)} y2={y(at)} stroke="var(--line)" strokeDasharray="2 3" />
            <text className="plot-axis" x={left - 5} y={y(at) + 4} textAnchor="end">
              {at}
            </text>
          </g>
        ))}
      {periods.map((period, at) =>
        (periods.length - 1 - at) % Math.ceil(periods.length / 6) === 0 ? (
          <text
            key={period}
            className="plot-axis"
            x={x(at) + (at === periods.length - 1 ? 16 : 0)}
            y={top + chart + 16}
            textAnchor={at === periods.length - 1 ? 'end' : at === 0 ? 'start' : 'middle'}
          >
            {period}
          </text>
        ) : null,
      )}
      {series.map(({ key, name, points }, at) => (
        <g key={key} stroke={`var(${colours[at % 6]})`} fill="none">
          {runs(points).map((run) => (
            <polyline
              key={run[0]?.at}
              points={run.map((point) => `${x(point.at)},${y(point.value)}`).join(' ')}
              strokeWidth="2"
              strokeDasharray={dashes[at % 6]}
            />
          ))}
          {points.map(
            (point, place) =>
              point.figure !== null && (
                <circle
                  key={periods[place]}
                  cx={x(place)}
                  cy={y(toLength(point.figure.exact))}
                  r="3.5"
                  strokeWidth="2"
                  fill={point.isProvisional ? 'var(--ground)' : `var(${colours[at % 6]})`}
                >
                  <title>{`${name}, ${periods[place]}: ${textOf(point)}`}</title>
                </circle>
              ),
          )}
          {series.length > 1 && (
            <text className="plot-text" x={right + 10} y={(heights[at] ?? 0) + 4} stroke="none" fill="var(--text)">
              {at + 1}
            </text>
          )}
        </g>
      ))}
    </PlotFigure>
  );
}

/** The line's pattern, for the legend. */
function Pattern({ at }: { readonly at: number }) {
  return (
    <svg viewBox="0 0 32 8" width="32" height="8" aria-hidden="true" focusable="false">
      <path d="M0 4h32" stroke={`var(${colours[at % 6]})`} strokeWidth="2.5" strokeDasharray={dashes[at % 6]} />
    </svg>
  );
}

/** The unbroken stretches of a line: a period without a figure is a gap, not a 0. */
function runs(points: readonly TrendPoint[]): readonly (readonly { readonly at: number; readonly value: number }[])[] {
  const all: { at: number; value: number }[][] = [];
  let previous = -2;
  for (const [at, { figure }] of points.entries()) {
    if (figure === null) continue;
    if (previous !== at - 1) all.push([]);
    all.at(-1)?.push({ at, value: toLength(figure.exact) });
    previous = at;
  }
  return all;
}

/** Labels at the lines' ends, moved apart where they would stand on each other; the order stays. */
function spread(heights: readonly number[]): readonly number[] {
  const places = heights.map((height, at) => ({ height, at })).toSorted((one, other) => one.height - other.height);
  let least = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    place.height = Math.max(place.height, least);
    least = place.height + 12;
  }
  const over = Math.max(0, (places.at(-1)?.height ?? 0) - (top + chart));
  return heights.map((_, at) => (places.find((place) => place.at === at)?.height ?? 0) - over);
}
