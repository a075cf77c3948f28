import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { siteAdapterTexts } from '../../locales/site-adapter-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { CopyPreview } from './CopyPreview.tsx';
import type { Expected } from './saved-copy.ts';
import { AdapterVersionDocument } from './site-adapter.operations.ts';

/** The saved pages of one version, and its data as it stands. */
export function VersionContent({ name, version }: { readonly name: string; readonly version: number }) {
  const texts = useTexts(siteAdapterTexts);
  const query = useQuery(AdapterVersionDocument, { variables: { name, version } });
  return (
    <section className="card stack" aria-label={texts.version(version)}>
      <h3>{texts.version(version)}</h3>
      <QueryStates query={query} empty={texts.notFound}>
        {({ siteAdapter }) => {
          const found = siteAdapter?.version;
          if (found === null || found === undefined) return null;
          return (
            <>
              {found.savedPages.length === 0 && <p className="quiet">{texts.noCopies}</p>}
              {found.savedPages.map((page) => {
                const figures = figuresOf(page.expected);
                return (
                  <div key={page.name} className="stack">
                    <p>{figures === null ? page.name : texts.copy(page.name, figures.found, figures.read)}</p>
                    <CopyPreview name={page.name} html={page.html} />
                  </div>
                );
              })}
              <details>
                <summary>{texts.content}</summary>
                <ScrollRegion label={texts.content}>
                  <pre className="copy-text small">{JSON.stringify(found.content, null, 2)}</pre>
                </ScrollRegion>
              </details>
            </>
          );
        }}
      </QueryStates>
    </section>
  );
}

/** Pages that another tool saved may say something else. */
const figuresOf = (expected: unknown): Expected['figures'] | null => {
  if (typeof expected !== 'object' || expected === null || !('figures' in expected)) return null;
  const { figures } = expected;
  const isWhole =
    typeof figures === 'object' && figures !== null && 'found' in figures && 'read' in figures && 'secret' in figures;
  return isWhole ? (figures as Expected['figures']) : null;
};
