import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { termOf } from '../register-list/register-filter.ts';
import { ActList } from './ActList.tsx';
import { DecisionList } from './DecisionList.tsx';
import { DisciplineRecord } from './DisciplineRecord.tsx';
import { disciplinePath, disciplineTabs } from './discipline-path.ts';

/** The registers of discipline: decisions, and acts with what is done about them; or one record of either. */
export function DisciplinePage({ item, filters }: ScreenProps) {
  const texts = useTexts(disciplineTexts);
  if (item !== null) return <DisciplineRecord id={item} filters={filters} />;
  const tab = termOf(disciplineTabs, filters.tab ?? '') ?? 'decisions';
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <Tabs
        label={texts.tabs}
        tabs={disciplineTabs.map((name) => ({ name, label: texts[name] }))}
        chosen={tab}
        onChoose={(name) =>
          goTo({ path: disciplinePath, item: null, filters: { tab: name, unit: filters.unit ?? '' } })
        }
      >
        <div className="stack">
          {tab === 'decisions' ? <DecisionList {...{ filters }} /> : <ActList {...{ filters }} />}
        </div>
      </Tabs>
    </div>
  );
}
