import type { ScreenProps } from '../dashboard/screen.ts';
import { useViewer } from '../session/viewer.ts';
import { YearList } from './YearList.tsx';
import { YearSheet } from './YearSheet.tsx';
import { readYearFilter } from './year-filter.ts';

/** An agency's year: the list of its people, or one person's sheet. */
export function YearPage({ item, filters }: ScreenProps) {
  const viewer = useViewer();
  const filter = readYearFilter(filters, {
    unit: viewer.units[0]?.code ?? viewer.employee?.assignment?.unit.code ?? '',
    year: Number(viewer.today.slice(0, 4)),
  });
  return item === null ? <YearList filter={filter} /> : <YearSheet id={item} filter={filter} />;
}
