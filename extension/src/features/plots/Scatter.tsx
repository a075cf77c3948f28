import type { Level } from '@congvu/schema/evaluation';
import { levelTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { plotTexts } from '../../locales/plot-texts.ts';
import { LevelMark, LevelShape } from '../../ui/LevelMark.tsx';
import { PlotFigure, plotWidth } from './PlotFigure.tsx';

/** Everybody of one level whose result and general points are these, to whole points. */
export type ScatterPoint = {
  readonly result: number;
  readonly general: number;
  readonly level: Level | null;
  readonly count: number;
};

type ScatterProps = {
  readonly title: string;
  readonly resultAxis: string;
  readonly generalAxis: string;
  readonly points: readonly ScatterPoint[];
};

const left = 26;
const right = plotWidth - 12;
const top = 12;
const chart = 170;

/** Result to the right (of 70), general criteria upwards (of 30); a mark's shape is its level, its size how many stand there. */
export function Scatter({ title, resultAxis, generalAxis, points }: ScatterProps) {
  const texts = useTexts(plotTexts);
  const language = useLanguage();
  // An axis that began at 0 would press everybody into one corner; its ends are written beside it.
  const fromResult = Math.min(60, floorTo(10, Math.min(70, ...points.map(({ result }) => result))));
  const fromGeneral = Math.min(25, floorTo(5, Math.min(30, ...points.map(({ general }) => general))));
  const x = (result: number) => left + ((result - fromResult) / (70 - fromResult)) * (right - left);
  const y = (general: number) => top + chart - ((general - fromGeneral) / (30 - fromGeneral)) * chart;
  const people = points.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...points.map(({ count }) => count));
  const nameOf = (level: Level | null) => (level === null ? texts.noLevel : levelTexts[level][language]);
  const levels = [...Map.groupBy(points, ({ level }) => level)].map(([level, marks]) =>
    texts.counted(
      nameOf(level),
      marks.reduce((sum, { count }) => sum + count, 0),
    ),
  );
  const ordered = points.toSorted((one, other) => other.result - one.result || other.general - one.general);
  return (
    <PlotFigure
      title={title}
      summary={texts.summary(title, [texts.people(people), ...levels])}
      height={top + chart + 32}
      note={texts.sizes}
      headings={[resultAxis, generalAxis, texts.level, texts.count]}
      rows={ordered.map(({ result, general, level, count }) => ({
        key: `${result}/${general}/${level}`,
        cells: [result, general, <LevelMark key="level" level={level} />, count],
      }))}
    >
      {ticks(fromResult, 70, 10).map((at) => (
        <g key={`x${at}`}>
          <line x1={x(at)} x2={x(at)} y1={top} y2={top + chart} stroke="var(--line)" />
          <text className="plot-axis" x={x(at)} y={top + chart + 14} textAnchor="middle">
            {at}
          </text>
        </g>
      ))}
      {ticks(fromGeneral, 30, 5).map((at) => (
        <g key={`y${at}`}>
          <line x1={left} x2={right} y1={y(at)} y2={y(at)} stroke="var(--line)" />
          <text className="plot-axis" x={left - 5} y={y(at) + 4} textAnchor="end">
            {at}
          </text>
        </g>
      ))}
      {ordered.map(({ result, general, level, count }) => {
        const size = 9 + 11 * Math.sqrt(count / most);
        return (
          <g
            key={`${result}/${general}/${level}`}
            className="level"
            data-level={level ?? 'NONE'}
            transform={`translate(${x(result) - size / 2} ${y(general) - size / 2}) scale(${size / 16})`}
          >
            <title>{texts.pointText(result, general, nameOf(level), count)}</title>
            {level === null ? <path d="M2 8h12" stroke="currentColor" strokeWidth="3" /> : <LevelShape level={level} />}
          </g>
        );
      })}
      <text className="plot-axis" x={right} y={top + chart + 28} textAnchor="end">
        {resultAxis} →
      </text>
      <text className="plot-axis" x={2} y={top + chart + 28}>
        ↑ {generalAxis}
      </text>
    </PlotFigure>
  );
}

function floorTo(step: number, value: number): number {
  return Math.max(0, Math.floor(value / step) * step);
}

function ticks(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
}
