import { type ReactNode, useId } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { plotTexts } from '../../locales/plot-texts.ts';

export type PlotRow = { readonly key: string; readonly cells: readonly ReactNode[] };

type PlotFigureProps = {
  readonly title: string;
  /** The text alternative of the drawing: what it shows, with its main figures. */
  readonly summary: string;
  /** Height of the drawing in its own units; it is `plotWidth` wide. */
  readonly height: number;
  /** The shapes, inside the drawing's own units. */
  readonly children: ReactNode;
  /** What stands under the drawing for everybody: the figures that a glance cannot give. */
  readonly note?: ReactNode | undefined;
  readonly headings: readonly string[];
  /** The same figures as the drawing's; the first cell of a row is its heading. */
  readonly rows: readonly PlotRow[];
};

/** Every drawing is as wide as a narrow side panel in its own units, so that its letters stay readable at 320 px. */
export const plotWidth = 320;

/** A drawing for the eye, and the same figures as a table for whoever reads or copies them. */
export function PlotFigure({ title, summary, height, children, note, headings, rows }: PlotFigureProps) {
  const texts = useTexts(plotTexts);
  const id = useId();
  return (
    <figure className="plot" aria-labelledby={id}>
      <figcaption id={id} className="plot-title">
        {title}
      </figcaption>
      <svg viewBox={`0 0 ${plotWidth} ${height}`} width="100%" role="img" aria-label={summary}>
        {children}
      </svg>
      {note !== undefined && <div className="small quiet">{note}</div>}
      <details>
        <summary className="small">{texts.table}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
        <section className="wide plot-table" aria-label={texts.tableOf(title)} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [first, ...rest] }) => (
                <tr key={key}>
                  <th scope="row">{first}</th>
                  {rest.map((cell, at) => (
                    // A cell has no identity but its column, and columns never change places.
                    <td key={headings[at + 1]} className="number">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
