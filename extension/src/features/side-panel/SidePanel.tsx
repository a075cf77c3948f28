import { useEffect, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { type Tab, Tabs } from '../../ui/Tabs.tsx';
import { AdapterBuilder } from '../adapter-builder/AdapterBuilder.tsx';
import { TeachButton } from '../adapter-builder/TeachButton.tsx';
import type { Person } from '../open-document/person.ts';
import { useTabId, useTabView } from '../open-document/use-tab.ts';
import { RecordTab } from '../record/RecordTab.tsx';
import { WaitingSection } from '../reminders/WaitingSection.tsx';
import { ScoringTab } from '../scoring/ScoringTab.tsx';
import { useViewer } from '../session/viewer.ts';
import { TasksTab } from '../tasks/TasksTab.tsx';
import { UnitTab } from '../unit/UnitTab.tsx';
import { QueueList, useQueue } from '../writes/QueueList.tsx';
import { keptCount, waitingCount } from '../writes/write-queue.ts';
import { PanelHeader } from './PanelHeader.tsx';
import { PeriodChoice } from './PeriodChoice.tsx';
import { PersonBar } from './PersonBar.tsx';
import { TabDocument } from './TabDocument.tsx';

type SectionName = 'tasks' | 'scoring' | 'record' | 'unit';

/** Everything that changes data happens here: the open document above, the person it concerns below. */
export function SidePanel() {
  const texts = useTexts(panelTexts);
  const viewer = useViewer();
  const queue = useQueue();
  const tabId = useTabId();
  const view = useTabView(tabId);
  const [section, setSection] = useState<SectionName>('tasks');
  const [person, setPerson] = useState<Person | null>(null);
  const [isTeaching, setIsTeaching] = useState(false);
  const [period, setPeriod] = useState<string>(viewer.currentPeriod);
  const { selection } = view;
  const document = selection?.document ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page or document takes the last one's person away
  useEffect(() => setPerson(null), [tabId, selection?.documentId, selection?.epoch, selection?.key]);
  const own = viewer.employee;
  const shown =
    person ??
    (own === null ? null : { id: own.id, code: own.code, name: own.name, title: own.assignment?.title ?? '' });
  const unit = viewer.units[0] ?? own?.assignment?.unit ?? null;
  const tabs: readonly Tab<SectionName>[] = [
    { name: 'tasks', label: texts.tasks },
    { name: 'scoring', label: texts.scoring },
    { name: 'record', label: texts.record },
    ...(unit === null ? [] : [{ name: 'unit' as const, label: texts.unit }]),
  ];
  const show = (part: SectionName, month: string | null, chosen: Person | null) => {
    if (chosen !== null) setPerson(chosen);
    if (month !== null) setPeriod(month);
    setSection(part);
  };
  if (isTeaching && tabId !== null) {
    return (
      <main>
        <PanelHeader waiting={waitingCount(queue)} kept={keptCount(queue)} />
        <QueueList queue={queue} />
        <AdapterBuilder key={tabId} tabId={tabId} onLeave={() => setIsTeaching(false)} />
      </main>
    );
  }
  return (
    <main>
      <PanelHeader waiting={waitingCount(queue)} kept={keptCount(queue)} />
      <QueueList queue={queue} />
      <WaitingSection onShow={show} />
      <TabDocument {...{ tabId, view, person, onPerson: setPerson }} />
      <TeachButton tabId={tabId} view={view} onTeach={() => setIsTeaching(true)} />
      <PersonBar person={shown} isOwn={person === null} hasDocument={document !== null} onPerson={setPerson} />
      <Tabs label={texts.sections} tabs={tabs} chosen={section} onChoose={setSection}>
        {section !== 'record' && <PeriodChoice current={viewer.currentPeriod} period={period} onChoose={setPeriod} />}
        {section === 'unit' && unit !== null && (
          <UnitTab unit={unit} period={period} onChoose={(chosen) => show('scoring', null, chosen)} />
        )}
        {section !== 'unit' && shown === null && (
          <div className="section">
            <Notice>{texts.noPersonChosen}</Notice>
          </div>
        )}
        {section === 'tasks' && shown !== null && <TasksTab person={shown} period={period} onPerson={setPerson} />}
        {section === 'scoring' && shown !== null && (
          <ScoringTab key={`${shown.id} ${period}`} person={shown} period={period} onPerson={setPerson} />
        )}
        {section === 'record' && shown !== null && <RecordTab person={shown} />}
      </Tabs>
    </main>
  );
}
