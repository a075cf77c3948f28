import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodWithin } from '../../locales/period-sentence.ts';
import { unitTexts } from '../../locales/unit-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import type { Person } from '../open-document/person.ts';
import { may, useViewer } from '../session/viewer.ts';
import { BulkAssign } from './BulkAssign.tsx';
import type { Assignee } from './bulk-draft.ts';
import { DashboardLinks } from './DashboardLinks.tsx';
import { NotifySheets } from './NotifySheets.tsx';
import { PeopleList } from './PeopleList.tsx';
import { UnitDay } from './UnitDay.tsx';

type UnitTabProps = {
  /** The one to begin with. */
  readonly unit: { readonly code: string };
  readonly period: string;
  readonly onChoose: (person: Person) => void;
};

/** The unit's people with their sheets; work for many at once; telling them; who is in charge; the way to the dashboard. */
export function UnitTab({ unit: first, period, onChoose }: UnitTabProps) {
  const texts = useTexts(unitTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [code, setCode] = useState(first.code);
  const [checked, setChecked] = useState<readonly Assignee[]>([]);
  const [isAssigning, setIsAssigning] = useState(false);
  const [isDayOpen, setIsDayOpen] = useState(false);
  const mayAssign = may(viewer, 'TASK_ASSIGN');
  const choose = (unit: string) => {
    setCode(unit);
    setChecked([]);
    setIsAssigning(false);
  };
  const leaveBulk = (isDone: boolean) => {
    setIsAssigning(false);
    if (isDone) setChecked([]);
  };
  return (
    <>
      <div className="section">
        <UnitSelect label={texts.unit} value={code} onChoose={choose} />
      </div>
      {may(viewer, 'SCORE_CONFIRM') && (
        <details className="section">
          <summary>{texts.notify.title}</summary>
          <NotifySheets key={`${code} ${period}`} unit={code} period={period} />
        </details>
      )}
      <details className="section" open={isDayOpen} onToggle={(event) => setIsDayOpen(event.currentTarget.open)}>
        <summary>{texts.day.title}</summary>
        {isDayOpen && <UnitDay unit={code} />}
      </details>
      <details className="section">
        <summary>{texts.dashboard}</summary>
        <DashboardLinks viewer={viewer} />
      </details>
      <section className="section stack">
        <h2>{texts.sheets(periodWithin(period, language))}</h2>
        {mayAssign && !isAssigning && (
          <div className="row">
            <Button disabled={checked.length === 0} onClick={() => setIsAssigning(true)}>
              {checked.length === 0 ? texts.bulk.open : texts.bulk.openFor(checked.length)}
            </Button>
            {checked.length === 0 && <span className="small quiet">{texts.bulk.hint}</span>}
          </div>
        )}
        {isAssigning && <BulkAssign unit={code} people={checked} onClose={leaveBulk} />}
        <PeopleList
          key={`${code} ${period}`}
          unit={code}
          period={period}
          checked={mayAssign ? checked : null}
          onCheck={setChecked}
          onChoose={onChoose}
        />
      </section>
    </>
  );
}
