import { useQuery } from '@apollo/client/react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { useViewer } from '../session/viewer.ts';
import { ApartList } from './ApartList.tsx';
import { GroupPlots } from './GroupPlots.tsx';
import { groupToOpen, needsFamily } from './group-choice.ts';
import { narrowingWords } from './narrowing-words.ts';
import { Places } from './Places.tsx';
import { RankingFilterForm } from './RankingFilterForm.tsx';
import { periodBefore } from './ranked-periods.ts';
import { ComparableGroupsDocument } from './ranking.operations.ts';
import { type RankingFilter, rankingViews, readFilter, writeFilter } from './ranking-filter.ts';

const views = { list: Places, plots: GroupPlots, apart: ApartList };

/** The leader's page: one comparable group in order with its reasons, and blocks that strike from the choice but not from the list. */
export function RankingPage({ filters }: ScreenProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readFilter(filters, {
    unit: viewer.units[0]?.code ?? viewer.employee?.assignment?.unit.code ?? '',
    period: viewer.currentPeriod,
  });
  const show = (next: RankingFilter) => goTo({ path: 'xep-hang', item: null, filters: writeFilter(next) });
  const { unit, period } = filter;
  const query = useQuery(ComparableGroupsDocument, { variables: { unit, period } });
  const groups = query.data?.comparableGroups ?? [];
  const group = groupToOpen(groups, filter);
  const unitName = useUnitName(unit);
  const sentence = [
    periodSentence(period, language),
    texts.unitAndBelow(unitName),
    ...(group === null
      ? []
      : [
          texts.groupSentence(
            needsFamily(groups, group) ? texts.groupOfFamily(group.group.name, group.family.name) : group.group.name,
          ),
          texts.classifiedBy(group.agency.shortName),
        ]),
    ...narrowingWords(filter.narrowing, language),
  ].join(' · ');
  const before = periodBefore(period);
  const Shown = views[filter.view];
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="sentence">{sentence}</p>
      {/* A new address, and groups that come, are a new draft. */}
      <RankingFilterForm
        key={JSON.stringify([filter, group])}
        filter={filter}
        groups={groups}
        group={group}
        onApply={show}
      />
      <QueryStates query={query} empty={texts.noGroup}>
        {() => (
          <>
            {group === null && <Notice>{groups.length === 0 ? texts.noGroup : texts.groupGone}</Notice>}
            {(group === null || group.scored === 0) && before !== null && (
              <Button onClick={() => show({ ...filter, period: before })}>{texts.previous}</Button>
            )}
            {group !== null && (
              <Tabs
                label={texts.viewsName}
                tabs={rankingViews.map((name) => ({ name, label: texts.views[name] }))}
                chosen={filter.view}
                onChoose={(view) => show({ ...filter, view })}
              >
                <div className="stack">
                  <Shown key={JSON.stringify([filter, group])} filter={filter} group={group} />
                </div>
              </Tabs>
            )}
          </>
        )}
      </QueryStates>
    </div>
  );
}
