import { builtInAdapters } from '../../adapters/built-in-adapters.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { pageAdapterTexts } from '../../locales/page-adapter-texts.ts';
import { UpdateAdapters } from './UpdateAdapters.tsx';
import { useKeptAdapters } from './use-kept-adapters.ts';

/** Every adapter in use, in the order in which pages ask them; of one name the first counts. */
export function AdaptersSection() {
  const texts = useTexts(pageAdapterTexts);
  const language = useLanguage();
  const kept = useKeptAdapters();
  if (kept === null) return null;
  const { published, managed } = kept;
  const all = [
    ...managed.list.map((adapter) => ({ adapter, from: texts.managed(adapter.version) })),
    ...published.list.map((adapter) => ({ adapter, from: texts.published(adapter.version) })),
    ...builtInAdapters.map((adapter) => ({ adapter, from: texts.builtIn(adapter.version) })),
  ];
  const used = all.filter(({ adapter }, at) => all.findIndex((other) => other.adapter.name === adapter.name) === at);
  const fetched = published.fetchedAt === null ? null : new Date(published.fetchedAt);
  return (
    <section className="section stack">
      <h2>{texts.title}</h2>
      <p className="small quiet">{texts.reason}</p>
      <ul className="plain-list stack">
        {used.map(({ adapter, from }) => (
          <li key={adapter.name} className="row spread adapter-line">
            <span>{adapter.title}</span>
            <span className="small quiet">{from}</span>
          </li>
        ))}
      </ul>
      {[...managed.leftOut, ...published.leftOut].map(({ name, version }) => (
        <p key={`${name} ${version}`} role="alert">
          {texts.leftOut(name, version)}
        </p>
      ))}
      <p className="small quiet">
        {fetched === null
          ? texts.neverFetched
          : texts.fetchedAt(
              fetched.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }),
            )}
      </p>
      <UpdateAdapters />
    </section>
  );
}
