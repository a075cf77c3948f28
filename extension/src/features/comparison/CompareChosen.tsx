import { comparisonTexts } from '../../locales/comparison-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { screenPaths } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { comparedPeople, mayCompare, writeComparisonFilter } from './compared-people.ts';

type CompareChosenProps = {
  /** Staff codes, in the order in which they were chosen. */
  readonly chosen: readonly string[];
  readonly period: string;
  readonly years: number;
  /** Forgets the choice; absent where there is none to forget. */
  readonly onClear?: () => void;
};

/** How many are chosen, and the way to see them beside each other. */
export function CompareChosen({ chosen, period, years, onClear }: CompareChosenProps) {
  const texts = useTexts(comparisonTexts);
  const { least, most } = comparedPeople;
  return (
    <div className="row">
      <output>{texts.chosen(chosen.length)}</output>
      <Button
        disabled={!mayCompare(chosen.length)}
        onClick={() =>
          goTo({
            path: screenPaths.comparison,
            item: null,
            filters: writeComparisonFilter({ people: chosen, period, years, byLevel: false }),
          })
        }
      >
        {texts.compare}
      </Button>
      {chosen.length > 0 && !mayCompare(chosen.length) && (
        <span className="small quiet">{texts.howMany(least, most)}</span>
      )}
      {chosen.length > 0 && onClear !== undefined && (
        <Button kind="link" onClick={onClear}>
          {texts.clear}
        </Button>
      )}
    </div>
  );
}
