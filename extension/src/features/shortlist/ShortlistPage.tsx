import { useQuery } from '@apollo/client/react';
import { postTexts, shortlistStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { codeOf } from '../../graphql/transport-failure.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shortlistTexts } from '../../locales/shortlist-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate } from '../../ui/shown.ts';
import { CompareChosen } from '../comparison/CompareChosen.tsx';
import { writeAddress } from '../dashboard/address.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { freezeAddress } from '../dashboard/freeze-address.ts';
import { type ScreenProps, screenPaths } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { useViewer } from '../session/viewer.ts';
import { ShortlistFilterForm } from './ShortlistFilterForm.tsx';
import { ShortlistTable } from './ShortlistTable.tsx';
import { ShortlistDocument } from './shortlist.operations.ts';
import { readShortlistFilter, writeShortlistFilter } from './shortlist-filter.ts';

/** Who answers to a post, condition by condition; never in the order of points. */
export function ShortlistPage({ filters }: ScreenProps) {
  const texts = useTexts(shortlistTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const { today } = viewer;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const filter = readShortlistFilter(filters, { unit: viewer.units[0]?.code ?? '', today });
  const { unit, post, on, within, state, search } = filter;
  const unitName = useUnitName(unit);
  const question = { unit, post, on, within: within === '' ? null : within };
  const query = useQuery(ShortlistDocument, {
    variables: {
      ...question,
      state: state === '' ? null : [state],
      search: search === '' ? null : search.normalize('NFC'),
    },
    context: { purpose: 'APPOINTMENT' },
  });
  const hasNoTable = query.error !== undefined && codeOf(query.error) === 'POST_WITHOUT_CONDITIONS';
  const toggle = (code: string) =>
    setChosen((now) => (now.includes(code) ? now.filter((each) => each !== code) : [...now, code]));
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="sentence">{texts.sentence(postTexts[post][language], unitName, shownDate(on))}</p>
      <p className="small quiet">{texts.what}</p>
      <ShortlistFilterForm
        key={JSON.stringify(filter)}
        filter={filter}
        onApply={(next) =>
          goTo({ path: screenPaths.shortlist, item: null, filters: writeShortlistFilter(next, today) })
        }
      />
      {hasNoTable && (
        <Notice>
          <p>{texts.noConditions(postTexts[post][language], unitName)}</p>
          <p className="small">{texts.noConditionsWhat}</p>
          <a href={writeAddress({ path: 'bang-hieu-luc', item: null, filters: {} })}>{texts.toTables}</a>
        </Notice>
      )}
      {!hasNoTable && (
        <QueryStates query={query} empty={texts.empty}>
          {({ shortlist: { table, counts, edges, pageInfo } }) => (
            <>
              <p className="row small quiet">
                {texts.table(table.id === null ? null : table.version)}{' '}
                <CertaintyMark certainty={table.source.certainty} />
              </p>
              <ul className="quota">
                {counts.map(({ state: each, count }) => (
                  <li key={each}>{texts.counts(shortlistStateTexts[each][language], count)}</li>
                ))}
              </ul>
              <div className="row spread">
                <CompareChosen chosen={chosen} period={today.slice(0, 4)} years={3} onClear={() => setChosen([])} />
                <Button onClick={() => goTo(freezeAddress('SHORTLIST', question))}>{texts.freeze}</Button>
              </div>
              {edges.length === 0 ? (
                <p className="quiet">{texts.empty}</p>
              ) : (
                <ShortlistTable rows={nodesOf({ edges })} chosen={chosen} onToggle={toggle} />
              )}
              <div className="row">
                <span className="quiet">{texts.rows(edges.length)}</span>
                {pageInfo.hasNextPage && (
                  <Button onClick={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                    {common.more}
                  </Button>
                )}
              </div>
            </>
          )}
        </QueryStates>
      )}
    </div>
  );
}
