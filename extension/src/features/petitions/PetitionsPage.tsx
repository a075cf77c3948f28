import { useQuery } from '@apollo/client/react';
import { PETITION_STATES } from '@congvu/schema/procedure';
import { petitionStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { petitionTexts } from '../../locales/petition-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { useViewer } from '../session/viewer.ts';
import { PetitionCard } from './PetitionCard.tsx';
import { type PetitionFilter, readPetitionFilter, writePetitionFilter } from './petition-filter.ts';
import { PetitionsDocument } from './petitions.operations.ts';

/** What people ask to be looked at again, the most pressing first. */
export function PetitionsPage({ filters }: ScreenProps) {
  const texts = useTexts(petitionTexts);
  const common = useTexts(stateTexts);
  const viewer = useViewer();
  const filter = readPetitionFilter(filters, { unit: viewer.units[0]?.code ?? '' });
  const { unit, year, state } = filter;
  const query = useQuery(PetitionsDocument, {
    variables: { filter: { unit, year, state: state === '' ? null : [state] } },
    context: { purpose: 'RESOLVE_PETITION' },
  });
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <PetitionFilterForm key={JSON.stringify(filter)} filter={filter} />
      <QueryStates query={query} empty={texts.empty}>
        {({ petitions: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {edges.map(({ node }) => (
                  <li key={node.id} className="card stack">
                    <PetitionCard petition={node} />
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <Button onClick={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  {common.more}
                </Button>
              )}
            </>
          )
        }
      </QueryStates>
    </div>
  );
}

function PetitionFilterForm({ filter }: { readonly filter: PetitionFilter }) {
  const texts = useTexts(petitionTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState(filter);
  const [year, setYear] = useState(filter.year === null ? '' : String(filter.year));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const next = { ...draft, year: year === '' ? null : Number(year) };
        goTo({ path: 'kien-nghi', item: null, filters: writePetitionFilter(next) });
      }}
    >
      <SelectField
        label={texts.state}
        value={draft.state}
        choices={[
          { value: '', label: texts.all },
          ...PETITION_STATES.map((value) => ({ value, label: petitionStateTexts[value][language] })),
        ]}
        onChoose={(value) => setDraft({ ...draft, state: PETITION_STATES.find((each) => each === value) ?? '' })}
      />
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => setDraft({ ...draft, unit })} />
      <TextField label={texts.year} value={year} pattern="20[0-9]{2}" inputMode="numeric" onText={setYear} />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
