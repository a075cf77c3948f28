import { useId } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { plotTexts } from '../../locales/plot-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { PlotFigure, plotWidth } from './PlotFigure.tsx';

export type StackedPart = { readonly name: string; readonly exact: string; readonly text: string };
export type StackedRow = { readonly key: string; readonly name: string; readonly parts: readonly StackedPart[] };

/** What a part is filled with: pattern and colour together, so that grey paper tells them apart too. */
export type Filling = 'OUTSTANDING' | 'GOOD' | 'COMPLETED' | 'NOT_COMPLETED' | 'NONE';

type StackedBarProps = {
  readonly title: string;
  /** What a row is: a unit, a person. */
  readonly rowHeading: string;
  readonly rows: readonly StackedRow[];
  /** One a part, in the order of every row's parts. */
  readonly fillings: readonly Filling[];
  /** The length of a whole bar; null: each bar is as long as the sum of its own parts, so that shares are compared. */
  readonly whole: number | null;
};

const bar = 18;
const step = 40;

/** Bars of parts, one a row, in a fixed order; each name stands above its bar. */
export function StackedBar({ title, rowHeading, rows, fillings, whole }: StackedBarProps) {
  const texts = useTexts(plotTexts);
  const id = useId();
  const names = rows[0]?.parts.map(({ name }) => name) ?? [];
  return (
    <PlotFigure
      title={title}
      summary={texts.summary(
        title,
        rows.map(({ name, parts }) =>
          texts.line(null, name, parts.map((part) => `${part.name} ${part.text}`).join(', ')),
        ),
      )}
      height={Math.max(step, rows.length * step)}
      note={
        <ul className="plot-legend">
          {names.map((name, at) => (
            <li key={name}>
              <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true" focusable="false">
                <rect width="16" height="12" fill={`url(#${id}-${fillings[at]})`} stroke="var(--line-strong)" />
              </svg>{' '}
              {name}
            </li>
          ))}
        </ul>
      }
      headings={[rowHeading, ...names]}
      rows={rows.map(({ key, name, parts }) => ({ key, cells: [name, ...parts.map(({ text }) => text)] }))}
    >
      <defs>
        {[...new Set(fillings)].map((filling) => (
          <Fill key={filling} id={`${id}-${filling}`} filling={filling} />
        ))}
      </defs>
      {rows.map(({ key, name, parts }, down) => {
        const lengths = parts.map(({ exact }) => toLength(exact));
        const sum = lengths.reduce((total, length) => total + length, 0);
        const scale = plotWidth / Math.max(whole ?? sum, Number.MIN_VALUE);
        return (
          <g key={key}>
            <text className="plot-text" x="0" y={down * step + 13}>
              {name}
            </text>
            <rect x="0" y={down * step + 18} width={plotWidth} height={bar} fill="var(--raised)" />
            {parts.map((part, at) => (
              <rect
                key={part.name}
                x={scale * lengths.slice(0, at).reduce((total, length) => total + length, 0)}
                y={down * step + 18}
                width={sum === 0 ? 0 : scale * (lengths[at] ?? 0)}
                height={bar}
                fill={`url(#${id}-${fillings[at]})`}
                stroke="var(--ground)"
              >
                <title>{`${name}: ${part.name} ${part.text}`}</title>
              </rect>
            ))}
          </g>
        );
      })}
    </PlotFigure>
  );
}

const strokes = {
  OUTSTANDING: '',
  GOOD: 'M0 6L6 0',
  COMPLETED: 'M0 3h6',
  NOT_COMPLETED: 'M3 0v6',
  NONE: 'M3 3h.5',
} as const;

const colours = {
  OUTSTANDING: 'var(--outstanding)',
  GOOD: 'var(--good)',
  COMPLETED: 'var(--completed)',
  NOT_COMPLETED: 'var(--not-completed)',
  NONE: 'var(--unknown)',
} as const;

function Fill({ id, filling }: { readonly id: string; readonly filling: Filling }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={colours[filling]} fillOpacity={filling === 'OUTSTANDING' ? 1 : 0.55} />
      {strokes[filling] !== '' && <path d={strokes[filling]} stroke={colours[filling]} strokeWidth="2" />}
    </pattern>
  );
}
