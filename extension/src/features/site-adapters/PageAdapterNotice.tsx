import { builtInAdapters } from '../../adapters/built-in-adapters.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { pageAdapterTexts } from '../../locales/page-adapter-texts.ts';
import { drawingThreshold } from '../../page/generic/certainty.ts';
import { Notice } from '../../ui/Notice.tsx';
import { isBroken, type PageState } from '../page-marks/page-state.ts';
import { UpdateAdapters } from './UpdateAdapters.tsx';
import { useKeptAdapters } from './use-kept-adapters.ts';

/** What the panel says of how the tab's pages were read: by a guess of so much certainty, or not at all for certain. */
export function PageAdapterNotice({ pages }: { readonly pages: readonly PageState[] }) {
  const texts = useTexts(pageAdapterTexts);
  const kept = useKeptAdapters();
  const known = [...(kept?.managed.list ?? []), ...(kept?.published.list ?? []), ...builtInAdapters];
  const broken = [...new Set(pages.filter(isBroken).map(({ adapter }) => adapter.name))];
  const guessed = pages.flatMap(({ state, certainty }) => (state === 'READ' && certainty !== null ? [certainty] : []));
  return (
    <>
      {broken.map((name) => (
        <Notice key={name}>{texts.broken(known.find((adapter) => adapter.name === name)?.title ?? name)}</Notice>
      ))}
      {broken.length > 0 && <UpdateAdapters />}
      {guessed.length > 0 && <p className="small quiet">{texts.generic(Math.min(...guessed), drawingThreshold)}</p>}
    </>
  );
}
