import { useQuery } from '@apollo/client/react';
import type { SiteAdaptersQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { siteAdapterTexts } from '../../locales/site-adapter-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { writeAddress } from '../dashboard/address.ts';
import { SiteAdaptersDocument } from './site-adapter.operations.ts';

type Adapter = ReturnType<typeof nodesOf<SiteAdaptersQuery['siteAdapters']['edges'][number]['node']>>[number];

/** Every adapter the office keeps: its latest version, who has which one, and what it could not read. */
export function AdapterTable() {
  const texts = useTexts(siteAdapterTexts);
  const query = useQuery(SiteAdaptersDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryStates query={query} empty={texts.none}>
      {({ siteAdapters }) => {
        const adapters = nodesOf(siteAdapters);
        if (adapters.length === 0) return null;
        const { hasNextPage, endCursor } = siteAdapters.pageInfo;
        return (
          <>
            <ScrollRegion label={texts.adapters}>
              <table className="table">
                <thead>
                  <tr>
                    {[texts.name, texts.latest, texts.publishedTo, texts.reports].map((heading) => (
                      <th key={heading} scope="col">
                        {heading}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {adapters.map((adapter) => (
                    <AdapterRow key={adapter.id} adapter={adapter} />
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
            {hasNextPage && (
              <Button onClick={() => void query.fetchMore({ variables: { after: endCursor } })}>{texts.more}</Button>
            )}
          </>
        );
      }}
    </QueryStates>
  );
}

function AdapterRow({ adapter }: { readonly adapter: Adapter }) {
  const texts = useTexts(siteAdapterTexts);
  const held = adapter.publications.filter(({ withdrawnAt }) => withdrawnAt === null);
  const who = held.map(({ unit, version }) => texts.to(unit?.shortName ?? texts.everyone, version));
  return (
    <tr>
      <th scope="row">
        <a href={writeAddress({ path: 'bo-doc-trang', item: adapter.name, filters: {} })}>{adapter.title}</a>
        <span className="small quiet post">{adapter.name}</span>
      </th>
      <td>{adapter.latestVersion}</td>
      <td>{who.length === 0 ? <span className="quiet">{texts.nobody}</span> : who.join('; ')}</td>
      <td>{adapter.openReports === 0 ? '—' : <strong>{adapter.openReports}</strong>}</td>
    </tr>
  );
}
