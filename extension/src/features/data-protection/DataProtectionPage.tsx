import { dataProtectionTexts } from '../../locales/data-protection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { termOf } from '../register-list/register-filter.ts';
import { DataRequestList } from './DataRequestList.tsx';
import { DataRequestRecord } from './DataRequestRecord.tsx';
import { dataProtectionPath } from './data-protection-path.ts';
import { RetentionList } from './RetentionList.tsx';

const tabs = ['requests', 'retention'] as const;

/** What people ask about their data, and what is past its time; or one request. */
export function DataProtectionPage({ item, filters }: ScreenProps) {
  const texts = useTexts(dataProtectionTexts);
  if (item !== null) return <DataRequestRecord id={item} filters={filters} />;
  const tab = termOf(tabs, filters.tab ?? '') ?? 'requests';
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <Tabs
        label={texts.tabs}
        tabs={tabs.map((name) => ({ name, label: texts.tab[name] }))}
        chosen={tab}
        onChoose={(name) => {
          goTo({ path: dataProtectionPath, item: null, filters: { tab: name, unit: filters.unit ?? '' } });
        }}
      >
        <div className="stack">
          {tab === 'requests' ? <DataRequestList filters={filters} /> : <RetentionList filters={filters} />}
        </div>
      </Tabs>
    </div>
  );
}
