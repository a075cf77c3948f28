import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { SiteAdapterQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { siteAdapterTexts } from '../../locales/site-adapter-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { PublicationTable } from './PublicationTable.tsx';
import { PublishForm } from './PublishForm.tsx';
import { SiteAdapterDocument } from './site-adapter.operations.ts';
import { VersionContent } from './VersionContent.tsx';

export type ShownAdapter = NonNullable<SiteAdapterQuery['siteAdapter']>;

/** One adapter: who has it, its versions with notes and who saved them, and their saved pages. */
export function AdapterView({ name }: { readonly name: string }) {
  const texts = useTexts(siteAdapterTexts);
  const query = useQuery(SiteAdapterDocument, { variables: { name }, fetchPolicy: 'cache-and-network' });
  const [publishing, setPublishing] = useState<number | null>(null);
  const refresh = () => void query.refetch();
  return (
    <QueryStates query={query} empty={texts.notFound}>
      {({ siteAdapter }) =>
        siteAdapter === null || siteAdapter === undefined ? null : (
          <>
            <h1>{siteAdapter.title}</h1>
            <p className="small quiet">{siteAdapter.name}</p>
            <h2>{texts.publications}</h2>
            <PublicationTable adapter={siteAdapter} onChanged={refresh} />
            {publishing !== null && (
              <PublishForm
                key={publishing}
                name={siteAdapter.name}
                title={siteAdapter.title}
                version={publishing}
                onDone={refresh}
                onClose={() => setPublishing(null)}
              />
            )}
            <h2>{texts.versions}</h2>
            <Versions adapter={siteAdapter} onPublish={setPublishing} />
          </>
        )
      }
    </QueryStates>
  );
}

type VersionsProps = { readonly adapter: ShownAdapter; readonly onPublish: (version: number) => void };

function Versions({ adapter, onPublish }: VersionsProps) {
  const texts = useTexts(siteAdapterTexts);
  const [shown, setShown] = useState<number | null>(null);
  return (
    <>
      <ScrollRegion label={texts.versions}>
        <table className="table">
          <thead>
            <tr>
              {[texts.versionHead, texts.note, texts.by, texts.act].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodesOf(adapter.versions).map(({ id, version, note, createdAt, createdBy }) => (
              <tr key={id}>
                <th scope="row">{version}</th>
                <td className="written">{note}</td>
                <td>
                  {createdBy}
                  <span className="small quiet post">{shownInstant(createdAt)}</span>
                </td>
                <td>
                  <div className="row">
                    <Button aria-label={texts.publishVersion(version)} onClick={() => onPublish(version)}>
                      {texts.publish}
                    </Button>
                    <Button
                      kind="link"
                      aria-expanded={shown === version}
                      aria-label={shown === version ? texts.hide : texts.showVersion(version)}
                      onClick={() => setShown(shown === version ? null : version)}
                    >
                      {shown === version ? texts.hide : texts.show}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {shown !== null && <VersionContent key={shown} name={adapter.name} version={shown} />}
    </>
  );
}
