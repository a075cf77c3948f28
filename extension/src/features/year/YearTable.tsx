import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { allToggled, isDecidable, toggled } from './chosen-rows.ts';
import { YearLine } from './YearLine.tsx';
import { YearRowFragment } from './year.operations.ts';
import type { YearFilter } from './year-filter.ts';

type YearTableProps = {
  readonly filter: YearFilter;
  readonly rows: readonly FragmentType<typeof YearRowFragment>[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** Null where there are no more. */
  readonly onMore: (() => void) | null;
};

/** The people of the round. Only who may decide has a choice to make. */
export function YearTable({ filter, rows: masked, chosen, onChoose, onMore }: YearTableProps) {
  const texts = useTexts(yearTexts);
  const common = useTexts(stateTexts);
  const rows = readFragment(YearRowFragment, masked);
  const decidable = rows.filter(isDecidable);
  const { choice, ...columns } = texts.columns;
  return (
    <>
      <ScrollRegion label={texts.title}>
        <table className="table year">
          <thead>
            <tr>
              {decidable.length > 0 && (
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label={texts.chooseAll}
                    title={texts.chooseAll}
                    checked={decidable.every(({ id }) => chosen.has(id))}
                    onChange={() => onChoose(allToggled(chosen, rows))}
                  />
                  <span className="visually-hidden">{choice}</span>
                </th>
              )}
              {Object.entries(columns).map(([name, heading]) => (
                <th key={name} scope="col" className={name === 'mean' ? 'number' : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <YearLine
                key={row.id}
                row={row}
                filter={filter}
                isChosen={decidable.length === 0 ? null : chosen.has(row.id)}
                onToggle={() => onChoose(toggled(chosen, row))}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="row">
        <span className="quiet">{texts.people(rows.length)}</span>
        {chosen.size > 0 && <output>{texts.chosen(chosen.size)}</output>}
        {onMore !== null && <Button onClick={onMore}>{common.more}</Button>}
      </div>
    </>
  );
}
