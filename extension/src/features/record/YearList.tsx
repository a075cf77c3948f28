import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { recordTexts } from '../../locales/record-texts.ts';
import { may, useViewer } from '../session/viewer.ts';
import { dashboardAddress } from '../unit/DashboardLinks.tsx';
import { YearListFragment } from './record.operations.ts';
import { YearCard } from './YearCard.tsx';

type YearListProps = {
  readonly employee: FragmentType<typeof YearListFragment>;
  readonly isOwn: boolean;
};

/** The person's years, newest first; acting on one of them is done on the dashboard. */
export function YearList({ employee, isOwn }: YearListProps) {
  const { classifications } = readFragment(YearListFragment, employee);
  const texts = useTexts(recordTexts);
  const viewer = useViewer();
  const addressOf = (id: string, year: number) => {
    if (isOwn) return dashboardAddress('nam-cua-toi', null, { year: String(year) });
    return may(viewer, 'CLASSIFICATION_READ') ? dashboardAddress('phan-loai-nam', id) : null;
  };
  return (
    <>
      <h3>{texts.years}</h3>
      {classifications.length === 0 && <p className="small">{texts.noYears}</p>}
      <ul className="plain-list stack">
        {classifications.map((each) => (
          <YearCard key={each.id} year={each} address={addressOf(each.id, each.year)} />
        ))}
      </ul>
    </>
  );
}
