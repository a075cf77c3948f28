/** The figure on its scale of 100, with the thresholds of the levels as ticks. For the eye: the figure stands beside it as text. */
export function FigureBar({ value, level }: { readonly value: number; readonly level: string }) {
  const width = Math.max(0, Math.min(100, value));
  return (
    <svg
      className="figure-bar level"
      data-level={level}
      viewBox="0 0 100 10"
      width="100%"
      height="22"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect x="0" y="1" width="100" height="8" rx="1" fill="var(--raised)" />
      <rect x="0" y="1" width={width} height="8" rx="1" fill="currentColor" />
      {[50, 70, 90].map((threshold) => (
        <line
          key={threshold}
          x1={threshold}
          x2={threshold}
          y1="0"
          y2="10"
          stroke="var(--text)"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
