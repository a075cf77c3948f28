import type { ScreenProps } from '../dashboard/screen.ts';
import { useViewer } from '../session/viewer.ts';
import { readYearFilter } from '../year/year-filter.ts';
import { UnitResultList } from './UnitResultList.tsx';
import { UnitResultPage } from './UnitResultPage.tsx';

/** The year of organisations: the list of an agency's units, or one of them. */
export function UnitResultsPage({ item, filters }: ScreenProps) {
  const viewer = useViewer();
  const { unit, year } = readYearFilter(filters, {
    unit: viewer.units[0]?.code ?? viewer.employee?.assignment?.unit.code ?? '',
    year: Number(viewer.today.slice(0, 4)),
  });
  if (item === null) return <UnitResultList key={`${unit} ${year}`} unit={unit} year={year} />;
  return <UnitResultPage code={item} from={unit} year={year} />;
}
