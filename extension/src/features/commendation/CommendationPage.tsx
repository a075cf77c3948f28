import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { termOf } from '../register-list/register-filter.ts';
import { CandidateList } from './CandidateList.tsx';
import { CollectiveList } from './CollectiveList.tsx';
import { CommendationList } from './CommendationList.tsx';
import { CommendationRecord } from './CommendationRecord.tsx';
import { commendationPath, commendationTabs } from './commendation-path.ts';
import { InitiativeList } from './InitiativeList.tsx';
import { RoundList } from './RoundList.tsx';

const lists = {
  decisions: CommendationList,
  candidates: CandidateList,
  collectives: CollectiveList,
  initiatives: InitiativeList,
  rounds: RoundList,
};

/** What was given, who may be given what, what it rests on, and the rounds; or one commendation. */
export function CommendationPage({ item, filters }: ScreenProps) {
  const texts = useTexts(commendationTexts);
  if (item !== null) return <CommendationRecord id={item} filters={filters} />;
  const tab = termOf(commendationTabs, filters.tab ?? '') ?? 'decisions';
  const List = lists[tab];
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <Tabs
        label={texts.tabs}
        tabs={commendationTabs.map((name) => ({ name, label: texts[name] }))}
        chosen={tab}
        onChoose={(name) =>
          goTo({ path: commendationPath, item: null, filters: { tab: name, unit: filters.unit ?? '' } })
        }
      >
        <div className="stack">
          <List filters={filters} />
        </div>
      </Tabs>
    </div>
  );
}
