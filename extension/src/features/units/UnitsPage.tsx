import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { unitComparisonTexts } from '../../locales/unit-comparison-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { freezeAddress } from '../dashboard/freeze-address.ts';
import { type ScreenProps, screenPaths } from '../dashboard/screen.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { isYear, rankedPeriods } from '../ranking/ranked-periods.ts';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { useViewer } from '../session/viewer.ts';
import { UnitPlots } from './UnitPlots.tsx';
import { UnitsTable } from './UnitsTable.tsx';
import { ComparedUnitFragment, UnitComparisonDocument } from './units.operations.ts';
import { readUnitsFilter, type UnitsFilter } from './units-filter.ts';

/** The units below one beside each other; what their figures contradict is marked and left to people. */
export function UnitsPage({ filters }: ScreenProps) {
  const texts = useTexts(unitComparisonTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readUnitsFilter(filters, {
    unit: viewer.employee?.assignment?.unit.agency?.code ?? viewer.units[0]?.code ?? '',
    period: viewer.currentPeriod,
  });
  const { unit, period, spread } = filter;
  const unitName = useUnitName(unit);
  const query = useQuery(UnitComparisonDocument, { variables: { unit, period }, context: { purpose: 'STATISTICS' } });
  const show = (next: UnitsFilter) => goTo({ path: screenPaths.units, item: null, filters: { ...next } });
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="sentence">{texts.sentence(periodSentence(period, language), unitName)}</p>
      <p className="small quiet">{texts.what}</p>
      <UnitsForm key={JSON.stringify(filter)} filter={filter} onApply={show} />
      <QueryStates query={query} empty={texts.empty}>
        {({ unitComparison: { units } }) =>
          units.length === 0 ? null : (
            <>
              <div className="row">
                <Button onClick={() => goTo(freezeAddress('UNITS', { unit, period }))}>{texts.freeze}</Button>
              </div>
              <UnitsTable units={readFragment(ComparedUnitFragment, units)} />
              <UnitPlots
                units={readFragment(ComparedUnitFragment, units)}
                spread={spread}
                isProvisional={!isYear(period)}
                onSpread={(code) => show({ ...filter, spread: code })}
              />
            </>
          )
        }
      </QueryStates>
    </div>
  );
}

type UnitsFormProps = { readonly filter: UnitsFilter; readonly onApply: (filter: UnitsFilter) => void };

function UnitsForm({ filter, onApply }: UnitsFormProps) {
  const texts = useTexts(unitComparisonTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<UnitsFilter>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onApply({ ...draft, spread: '' });
      }}
    >
      <SelectField
        label={texts.period}
        value={draft.period}
        choices={rankedPeriods(today).map((value) => ({ value, label: periodSentence(value, language) }))}
        onChoose={(period) => change({ period })}
      />
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => change({ unit })} />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
