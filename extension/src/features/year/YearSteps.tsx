import { useState } from 'react';
import type { YearLine_RowFragment } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { DecideForm } from './DecideForm.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import { NotifyForm } from './NotifyForm.tsx';
import { OpenYearForm } from './OpenYearForm.tsx';
import { ProposeForm } from './ProposeForm.tsx';
import { PublishForm } from './PublishForm.tsx';
import type { YearFilter } from './year-filter.ts';

type StepName = 'open' | 'refresh' | 'meeting' | 'propose' | 'decide' | 'notify' | 'publish';

type YearStepsProps = {
  readonly filter: YearFilter;
  /** Code of the agency whose round it is. */
  readonly agency: string;
  readonly isOpened: boolean;
  /** The rows chosen in the table. */
  readonly rows: readonly YearLine_RowFragment[];
  readonly onDone: () => void;
};

/** What this viewer may do with the round; each step opens its form here, one at a time. */
export function YearSteps({ filter, agency, isOpened, rows, onDone }: YearStepsProps) {
  const texts = useTexts(yearTexts).steps;
  const viewer = useViewer();
  const [open, setOpen] = useState<StepName | null>(null);
  const proposes = may(viewer, 'CLASSIFICATION_PROPOSE');
  const offered: readonly StepName[] = [
    ...(proposes && !isOpened ? (['open'] as const) : []),
    ...(proposes && isOpened ? (['refresh', 'meeting', 'propose'] as const) : []),
    ...(may(viewer, 'CLASSIFICATION_DECIDE') && isOpened ? (['decide'] as const) : []),
    ...(proposes && isOpened ? (['notify', 'publish'] as const) : []),
  ];
  if (offered.length === 0) return null;
  const { unit, year } = filter;
  const employees = rows.length === 0 ? null : rows.map(({ employee }) => employee.code);
  const form = { agency, unit, year, employees, onCancel: () => setOpen(null) };
  return (
    <section className="steps stack" aria-label={texts.title}>
      <div className="row">
        {offered.map((step) => (
          <Button
            key={step}
            kind={isPrimary(step, rows.length) ? 'primary' : 'plain'}
            aria-expanded={open === step}
            disabled={step === 'decide' && rows.length === 0 && open !== 'decide'}
            onClick={() => setOpen(open === step ? null : step)}
          >
            {step === 'decide' ? texts.decide(rows.length) : texts[step]}
          </Button>
        ))}
        {offered.includes('decide') && rows.length === 0 && <span className="small quiet">{texts.chooseFirst}</span>}
      </div>
      {(open === 'open' || open === 'refresh') && <OpenYearForm {...form} isAgain={open === 'refresh'} />}
      {open === 'meeting' && <MeetingForm {...form} />}
      {open === 'propose' && <ProposeForm {...form} />}
      {open === 'decide' && <DecideForm rows={rows} onCancel={form.onCancel} onDone={onDone} />}
      {open === 'notify' && <NotifyForm {...form} />}
      {open === 'publish' && <PublishForm {...form} />}
    </section>
  );
}

/** The one step that comes next: opening a year, or deciding what was chosen. */
function isPrimary(step: StepName, chosen: number): boolean {
  return step === 'open' || (step === 'decide' && chosen > 0);
}
