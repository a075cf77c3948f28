import { useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { type PlaceKey, PlaceLine, type PlaceRow } from './PlaceLine.tsx';
import { shownKeys } from './shown-keys.ts';

type PlaceTableProps = {
  /** Every key, in the order in which they decide. */
  readonly keys: readonly PlaceKey[];
  readonly rows: readonly PlaceRow[];
  /** Staff codes. */
  readonly chosen: readonly string[];
  readonly onToggle: (code: string) => void;
};

/** The rows in order, with every key that decides. */
export function PlaceTable({ keys, rows, chosen, onToggle }: PlaceTableProps) {
  const texts = useTexts(rankingTexts);
  const columns = shownKeys(keys);
  const figures: readonly string[] = [texts.rank, ...columns.map((key) => texts.keys[key])];
  const before = [texts.choice, texts.rank, texts.person, texts.level];
  // Where nobody ranked has a decided year behind him a column of dashes would say nothing.
  const hasYears = rows.some(({ years }) => years.length > 0);
  const after = [texts.parts, ...(hasYears ? [texts.yearsColumn] : []), texts.blocks];
  return (
    <ScrollRegion label={texts.title}>
      <table className="table ranking">
        <thead>
          <tr>
            {[...before, ...columns.map((key) => texts.keys[key]), ...after].map((heading) => (
              <th key={heading} scope="col" className={figures.includes(heading) ? 'number' : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PlaceLine
              key={row.employee.id}
              row={row}
              keys={columns}
              hasYears={hasYears}
              isChosen={chosen.includes(row.employee.code)}
              onToggle={() => onToggle(row.employee.code)}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
