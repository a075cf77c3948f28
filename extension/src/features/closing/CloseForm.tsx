import { isPeriod, previous } from '@congvu/schema/primitives/period';
import { useState } from 'react';
import { closingTexts } from '../../locales/closing-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { CloseMonthDocument, CloseYearDocument } from './closing.operations.ts';

type CloseFormProps = { readonly unit: string; readonly onUnit: (code: string) => void };

/** What to close and whose. The month before is what an office closes as a rule. */
export function CloseForm({ unit, onUnit }: CloseFormProps) {
  const texts = useTexts(closingTexts);
  const viewer = useViewer();
  const [kind, setKind] = useState<'CLOSE_MONTH' | 'CLOSE_YEAR'>('CLOSE_MONTH');
  const [month, setMonth] = useState(() => monthBefore(viewer.currentPeriod));
  const [year, setYear] = useState(viewer.today.slice(0, 4));
  const [closedMonth, closeMonth] = useWrite(CloseMonthDocument);
  const [closedYear, closeYear] = useWrite(CloseYearDocument);
  const state = kind === 'CLOSE_MONTH' ? closedMonth : closedYear;
  const close = () => {
    if (kind === 'CLOSE_MONTH') void closeMonth({ unit, period: month }, `${texts.act[kind]} ${month}`);
    else void closeYear({ unit, year: Number(year) }, `${texts.act[kind]} ${year}`);
  };
  return (
    <form
      className="stack steps"
      aria-label={texts.title}
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="filters">
        <SelectField
          label={texts.kind}
          value={kind}
          choices={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
          onChoose={(value) => setKind(value === 'CLOSE_YEAR' ? value : 'CLOSE_MONTH')}
        />
        {kind === 'CLOSE_MONTH' ? (
          <TextField label={texts.month} type="month" value={month} required onText={setMonth} />
        ) : (
          <TextField
            label={texts.year}
            value={year}
            pattern="20[0-9]{2}"
            inputMode="numeric"
            required
            onText={setYear}
          />
        )}
        <UnitSelect label={texts.unit} value={unit} onChoose={onUnit} />
        <Button type="submit" kind="primary" isBusy={state.state === 'SENDING'}>
          {texts.act[kind]}
        </Button>
      </div>
      {state.state !== 'DONE' && <WriteNotice state={state} />}
    </form>
  );
}

function monthBefore(period: string): string {
  return isPeriod(period) ? previous(period) : period;
}
