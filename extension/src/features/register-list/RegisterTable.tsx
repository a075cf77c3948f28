import { Fragment, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';

export type RegisterRow = {
  readonly key: string;
  /** Its clock has run out: marked at the row's edge, beside the words of its due mark. */
  readonly isLate?: boolean;
  /** One a column; the first one is the row's heading. */
  readonly cells: readonly ReactNode[];
  /** The form of an act on this row, over the table’s whole width: a cell is too narrow for it. */
  readonly below?: ReactNode;
};

type RegisterTableProps = {
  readonly label: string;
  readonly headings: readonly string[];
  readonly rows: readonly RegisterRow[];
  /** Null where there are no more. */
  readonly onMore?: (() => void) | null;
};

/** One page of a register; nothing where it has no rows, so that its place can say so. */
export function RegisterTable({ label, headings, rows, onMore = null }: RegisterTableProps) {
  const texts = useTexts(registerListTexts);
  const common = useTexts(stateTexts);
  return (
    <>
      <ScrollRegion label={label}>
        <table className="table register">
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
            {rows.map(({ key, isLate = false, cells: [first, ...rest], below }) => (
              <Fragment key={key}>
                <tr data-late={isLate}>
                  <th scope="row">{first}</th>
                  {rest.map((cell, at) => (
                    // A cell has no identity but its column, and columns never change places.
                    <td key={headings[at + 1]}>{cell}</td>
                  ))}
                </tr>
                {below && <RowBelow columns={headings.length}>{below}</RowBelow>}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="row">
        <span className="quiet">{texts.shown(rows.length)}</span>
        {onMore !== null && <Button onClick={onMore}>{common.more}</Button>}
      </div>
    </>
  );
}

/** Whoever was in the form stands on the button that opened it when it is put away. */
function RowBelow({ columns, children }: { readonly columns: number; readonly children: ReactNode }) {
  const row = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    const { current } = row;
    return () => {
      // Still in the page here, and the row above as it was.
      if (!current?.contains(document.activeElement)) return;
      const find = (selector: string) => current.previousElementSibling?.querySelector<HTMLElement>(selector);
      (find('[aria-expanded=true]') ?? find('[aria-expanded]'))?.focus();
    };
  }, []);
  return (
    <tr ref={row}>
      <td colSpan={columns}>{children}</td>
    </tr>
  );
}
