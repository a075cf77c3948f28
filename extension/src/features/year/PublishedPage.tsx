import { useQuery } from '@apollo/client/react';
import { postTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { publishedTexts } from '../../locales/published-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownInstant } from '../../ui/shown.ts';
import type { ScreenProps } from '../dashboard/screen.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { useViewer } from '../session/viewer.ts';
import { PublishedLevelsDocument } from './published.operations.ts';
import { readYearFilter } from './year-filter.ts';

/** What everybody of the agency sees: who has which level, and nothing else. */
export function PublishedPage({ filters }: ScreenProps) {
  const texts = useTexts(publishedTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const { unit, year } = readYearFilter(filters, {
    unit: viewer.employee?.assignment?.unit.code ?? viewer.units[0]?.code ?? '',
    year: Number(viewer.today.slice(0, 4)),
  });
  const [draft, setDraft] = useState({ unit, year: String(year) });
  const query = useQuery(PublishedLevelsDocument, { variables: { unit, year } });
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
          goTo({ path: 'da-cong-khai', item: null, filters: draft });
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
      <QueryStates query={query} empty={texts.empty}>
        {({ publishedLevels: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ScrollRegion label={texts.title}>
                <table className="table">
                  <thead>
                    <tr>
                      {[texts.person, texts.level, texts.publishedAt].map((heading) => (
                        <th key={heading} scope="col">
                          {heading}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {edges.map(({ node }) => (
                      <tr key={node.code}>
                        <th scope="row">
                          {node.name}
                          <span className="small quiet post">
                            {[node.title ?? postTexts[node.post][language], node.unit.shortName].join(' · ')}
                          </span>
                        </th>
                        <td>{node.level === null ? texts.notClassified : <LevelMark level={node.level} />}</td>
                        <td className="small">{shownInstant(node.publishedAt)}</td>
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
