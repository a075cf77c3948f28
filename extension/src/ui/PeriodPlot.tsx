export type PlotPoint = {
  /** What tells two columns of one label apart; the label unless stated. */
  readonly key?: string;
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
};

const width = 280;
const height = 64;

/** A small column plot, at most 8 periods, oldest first; `summary` is its text alternative. */
export function PeriodPlot({ points, summary }: { readonly points: readonly PlotPoint[]; readonly summary: string }) {
  const step = width / Math.max(points.length, 1);
  return (
    <svg viewBox={`0 0 ${width} ${height + 16}`} width="100%" role="img" aria-label={summary}>
      {[50, 70, 90].map((threshold) => (
        <line
          key={threshold}
          x1="0"
          x2={width}
          y1={height - (threshold / 100) * height}
          y2={height - (threshold / 100) * height}
          stroke="var(--line)"
          strokeDasharray="2 3"
        />
      ))}
      {points.map((point, index) => (
        <g key={point.key ?? point.label}>
          <title>{`${point.label}: ${point.text}`}</title>
          {point.value !== null && (
            <rect
              x={index * step + step * 0.2}
              y={height - (point.value / 100) * height}
              width={step * 0.6}
              height={(point.value / 100) * height}
              fill="var(--good)"
            />
          )}
          <text x={index * step + step / 2} y={height + 13} fontSize="9" textAnchor="middle" fill="var(--quiet)">
            {point.label}
          </text>
        </g>
      ))}
    </svg>
  );
}
