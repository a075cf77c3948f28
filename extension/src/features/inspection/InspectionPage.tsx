import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { termOf } from '../register-list/register-filter.ts';
import { FindingList } from './FindingList.tsx';
import { InspectionList } from './InspectionList.tsx';
import { InspectionRecord } from './InspectionRecord.tsx';
import { inspectionPath, inspectionTabs } from './inspection-path.ts';
import { PlanList } from './PlanList.tsx';
import { VisitList } from './VisitList.tsx';

const lists = { inspections: InspectionList, plans: PlanList, visits: VisitList, findings: FindingList };

/** Plans, inspections, the places visited and what was found; or one inspection. */
export function InspectionPage({ item, filters }: ScreenProps) {
  const texts = useTexts(inspectionTexts);
  if (item !== null) return <InspectionRecord id={item} filters={filters} />;
  const tab = termOf(inspectionTabs, filters.tab ?? '') ?? 'inspections';
  const List = lists[tab];
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <Tabs
        label={texts.tabs}
        tabs={inspectionTabs.map((name) => ({ name, label: texts[name] }))}
        chosen={tab}
        onChoose={(name) =>
          goTo({ path: inspectionPath, item: null, filters: { tab: name, unit: filters.unit ?? '' } })
        }
      >
        <div className="stack">
          <List filters={filters} />
        </div>
      </Tabs>
    </div>
  );
}
