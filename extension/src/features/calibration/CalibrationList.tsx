import { useQuery } from '@apollo/client/react';
import { CALIBRATION_STATES } from '@congvu/schema/calibration';
import { calibrationStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { calibrationTexts } from '../../locales/calibration-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { Address } from '../dashboard/address.ts';
import { screenPaths } from '../dashboard/screen.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { may, useViewer } from '../session/viewer.ts';
import { CalibrationsDocument } from './calibration.operations.ts';
import { type CalibrationListFilter, readCalibrationFilter, toCalibrationVariables } from './calibration-filter.ts';
import { OpenCalibrationForm } from './SessionForms.tsx';

/** Calibrations of a year under a unit, newest first. */
export function CalibrationList({ filters }: { readonly filters: Address['filters'] }) {
  const texts = useTexts(calibrationTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const filter = readCalibrationFilter(filters, {
    unit: viewer.employee?.assignment?.unit.agency?.code ?? viewer.units[0]?.code ?? '',
    year: viewer.today.slice(0, 4),
  });
  const query = useQuery(CalibrationsDocument, {
    variables: toCalibrationVariables(filter),
    context: { purpose: 'CLASSIFY' },
  });
  const unit = useUnitName(filter.unit);
  return (
    <>
      <p className="sentence">{texts.sentence(filter.year, unit)}</p>
      <FilterForm key={JSON.stringify(filter)} filter={filter} />
      {may(viewer, 'CLASSIFICATION_PROPOSE') && (
        <ActBar
          acts={[
            {
              name: 'open',
              label: texts.act.open,
              form: (onClose) => <OpenCalibrationForm unit={filter.unit} year={filter.year} onClose={onClose} />,
            },
          ]}
        />
      )}
      <QueryStates query={query} empty={texts.empty}>
        {({ calibrationSessions: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.title}
              headings={Object.values(texts.columns)}
              rows={nodesOf({ edges }).map((session) => ({
                key: session.id,
                cells: [
                  <RecordLink key="title" path={screenPaths.calibration} item={session.id} filters={filters}>
                    {session.title}
                  </RecordLink>,
                  session.unit.name,
                  <DueMark key="due" dueOn={session.dueOn} isOver={session.state !== 'OPEN'} />,
                  texts.submittedOf(
                    session.units.filter(({ submittedAt }) => submittedAt !== null).length,
                    session.units.length,
                  ),
                  <span key="state" className="state" data-state={session.state}>
                    {calibrationStateTexts[session.state][language]}
                  </span>,
                ],
              }))}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          )
        }
      </QueryStates>
    </>
  );
}

function FilterForm({ filter }: { readonly filter: CalibrationListFilter }) {
  const texts = useTexts(calibrationTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<CalibrationListFilter>) => setDraft((now) => ({ ...now, ...part }));
  const states = CALIBRATION_STATES.map((state) => ({ value: state, label: calibrationStateTexts[state][language] }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        goTo({ path: screenPaths.calibration, item: null, filters: draft });
      }}
    >
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => change({ unit })} />
      <TextField
        label={texts.year}
        value={draft.year}
        inputMode="numeric"
        pattern="\d{4}"
        required
        onText={(year) => change({ year })}
      />
      <SelectField
        label={texts.state}
        value={draft.state}
        choices={[{ value: '', label: texts.allStates }, ...states]}
        onChoose={(value) => change({ state: CALIBRATION_STATES.find((state) => state === value) ?? '' })}
      />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
