import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { listExportTexts } from '../../locales/list-export-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { offeredLists, offeredVariables } from './exported-list.ts';
import { FormatExport } from './FormatExport.tsx';

/** A list, narrowed by unit and month where it can be, as a file. */
export function AskForm({ onAsked }: { readonly onAsked: () => void }) {
  const texts = useTexts(listExportTexts);
  const [list, setList] = useState<(typeof offeredLists)[number]['list']>('EMPLOYEES');
  const [unit, setUnit] = useState('');
  const [period, setPeriod] = useState('');
  const offered = offeredLists.find((each) => each.list === list);
  return (
    <section className="stack steps" aria-label={texts.form}>
      <div className="filters">
        <SelectField
          label={texts.list}
          value={list}
          choices={offeredLists.map((each) => ({ value: each.list, label: texts.lists[each.list] }))}
          onChoose={(value) => setList(offeredLists.find((each) => each.list === value)?.list ?? list)}
        />
        <UnitSelect label={texts.unit} value={unit} none={texts.allUnits} onChoose={setUnit} />
        {offered?.hasPeriod && <TextField label={texts.month} type="month" value={period} onText={setPeriod} />}
      </div>
      <FormatExport
        asked={{ list, variables: offeredVariables(list, unit, period) }}
        purpose="STATISTICS"
        onAsked={onAsked}
      />
      <p className="small quiet">{texts.others}</p>
    </section>
  );
}
