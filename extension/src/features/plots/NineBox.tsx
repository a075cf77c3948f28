import type { ReactNode } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { plotTexts } from '../../locales/plot-texts.ts';
import { PlotFigure, plotWidth } from './PlotFigure.tsx';

export type NineBoxCell = {
  /** 0 is low, 2 is high; columns are result, rows are general criteria. */
  readonly column: number;
  readonly row: number;
  /** The box's own name, in words. */
  readonly name: string;
  readonly count: number;
};

type Three = readonly [string, string, string];
type NineBoxProps = {
  readonly title: string;
  readonly columnAxis: string;
  readonly rowAxis: string;
  /** Low, middle, high. */
  readonly columns: Three;
  readonly rows: Three;
  /** A box that is absent holds nobody. */
  readonly cells: readonly NineBoxCell[];
  readonly note?: ReactNode;
};

const places = [0, 1, 2] as const;
const left = 74;
const top = 6;
const boxWidth = (plotWidth - left - 2) / 3;
const boxHeight = 52;
const bottom = top + 3 * boxHeight;

/** How many people fall in each of nine boxes: result to the right, general criteria upwards, as on paper. */
export function NineBox({ title, columnAxis, rowAxis, columns, rows, cells, note }: NineBoxProps) {
  const texts = useTexts(plotTexts);
  const countAt = (column: number, row: number) =>
    cells.find((cell) => cell.column === column && cell.row === row)?.count ?? 0;
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const filled = cells.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count);
  const fromTop = places.toReversed();
  return (
    <PlotFigure
      title={title}
      summary={texts.summary(
        title,
        filled.map(({ name, count }) => texts.counted(name, count)),
      )}
      height={bottom + 32}
      note={note}
      headings={[texts.crossed(rowAxis, columnAxis), ...columns]}
      rows={fromTop.map((row) => ({
        key: rows[row],
        cells: [rows[row], ...places.map((column) => countAt(column, row))],
      }))}
    >
      {fromTop.map((row, down) => (
        <g key={row}>
          <text className="plot-text" x={left - 6} y={top + (down + 0.5) * boxHeight + 4} textAnchor="end">
            {rows[row]}
          </text>
          {places.map((column) => {
            const count = countAt(column, row);
            const [x, y] = [left + column * boxWidth, top + down * boxHeight];
            return (
              <g key={column}>
                <rect x={x} y={y} width={boxWidth} height={boxHeight} className="plot-box" />
                <rect
                  x={x}
                  y={y}
                  width={boxWidth}
                  height={boxHeight}
                  fill="var(--accent)"
                  fillOpacity={(0.22 * count) / most}
                />
                <text
                  className="plot-count"
                  x={x + boxWidth / 2}
                  y={y + boxHeight / 2 + 6}
                  textAnchor="middle"
                  fill={count === 0 ? 'var(--quiet)' : 'var(--text)'}
                >
                  {count}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      {places.map((column) => (
        <text
          key={column}
          className="plot-text"
          x={left + (column + 0.5) * boxWidth}
          y={bottom + 14}
          textAnchor="middle"
        >
          {columns[column]}
        </text>
      ))}
      <text className="plot-axis" x={plotWidth - 2} y={bottom + 28} textAnchor="end">
        {columnAxis} →
      </text>
      <text className="plot-axis" x={2} y={bottom + 28}>
        ↑ {rowAxis}
      </text>
    </PlotFigure>
  );
}
