import { useQuery } from '@apollo/client/react';
import { unitResultStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { unitResultTexts } from '../../locales/unit-result-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDisplay } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { UnitResultsDocument } from './unit-results.operations.ts';

const path = 'ket-qua-don-vi';

type UnitResultListProps = { readonly unit: string; readonly year: number };

export function UnitResultList({ unit, year }: UnitResultListProps) {
  const texts = useTexts(unitResultTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState({ unit, year: String(year) });
  const query = useQuery(UnitResultsDocument, { variables: { filter: { unit, year } } });
  const filters = { unit, year: String(year) };
  return (
    <div className="section stack">
      <h1>
        {texts.title} · {year}
      </h1>
      <p className="small quiet">{texts.what}</p>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          goTo({ path, item: null, filters: draft });
        }}
      >
        <UnitSelect label={texts.unit} value={draft.unit} onChoose={(code) => setDraft({ ...draft, unit: code })} />
        <TextField
          label={texts.year}
          value={draft.year}
          pattern="20[0-9]{2}"
          inputMode="numeric"
          required
          onText={(text) => setDraft({ ...draft, year: text })}
        />
        <Button type="submit" kind="primary">
          {texts.apply}
        </Button>
      </form>
      <p className="steps">
        <a href={writeAddress({ path, item: unit, filters })}>{texts.start}</a>
      </p>
      <QueryStates query={query} empty={texts.empty}>
        {({ unitResults: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ScrollRegion label={texts.title}>
                <table className="table year">
                  <thead>
                    <tr>
                      {Object.entries(texts.columns).map(([name, heading]) => (
                        <th key={name} scope="col" className={name === 'total' ? 'number' : undefined}>
                          {heading}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {edges.map(({ node }) => (
                      <tr key={node.id}>
                        <th scope="row">
                          <a href={writeAddress({ path, item: node.unit.code, filters })}>{node.unit.name}</a>
                        </th>
                        <td className="number">{shownDisplay(node.display, language)}</td>
                        <td>
                          <LevelMark level={node.selfLevel} />
                        </td>
                        <td>
                          <LevelMark level={node.proposedLevel} />
                        </td>
                        <td>
                          <LevelMark level={node.decidedLevel} />
                        </td>
                        <td className="small">{unitResultStateTexts[node.state][language]}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
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
