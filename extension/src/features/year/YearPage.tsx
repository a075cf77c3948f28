import type { ScreenProps } from '../dashboard/screen.ts';
import { may, useViewer } from '../session/viewer.ts';
import { YearList } from './YearList.tsx';
import { YearSheet } from './YearSheet.tsx';
import { readYearFilter } from './year-filter.ts';

/** An agency's year: the list of its people, or one person's sheet. */
export function YearPage({ item, filters }: ScreenProps) {
  const viewer = useViewer();
  const own = viewer.employee?.assignment?.unit;
  // Personnel of a province may see every agency; the round they keep is as a rule their own agency's.
  const kept = may(viewer, 'CLASSIFICATION_PROPOSE') ? own?.agency?.code : undefined;
  const filter = readYearFilter(filters, {
    unit: kept ?? viewer.units[0]?.code ?? own?.code ?? '',
    year: Number(viewer.today.slice(0, 4)),
  });
  return item === null ? <YearList filter={filter} /> : <YearSheet id={item} filter={filter} />;
}
