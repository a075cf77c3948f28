import type { SiteAdapter } from '@congvu/schema/adapter';
import { MOST_SAVED_PAGES } from '@congvu/schema/adapter-input';
import { useEffect, useId, useMemo } from 'react';
import { adapterVersionTexts } from '../../locales/adapter-version-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CopyPreview } from './CopyPreview.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { recheckCopy, type SavedCopy } from './saved-copy.ts';

type OlderCopiesProps = {
  readonly copies: readonly SavedCopy[];
  readonly pages: SiteAdapter['pages'];
  /** The copies taken now; they go first. */
  readonly taken: readonly SavedCopy[];
  readonly kept: readonly SavedCopy[];
  readonly onKept: (kept: readonly SavedCopy[]) => void;
};

/** What the version before had to read, read with the new one. A page that is read otherwise is said, and kept only by choice. */
export function OlderCopies({ copies, pages, taken, kept, onKept }: OlderCopiesProps) {
  const texts = useTexts(adapterVersionTexts);
  const id = useId();
  const key = JSON.stringify(pages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `pages` is made anew at every render; its content counts
  const checked = useMemo(() => copies.map((copy) => ({ copy, differences: recheckCopy(copy, pages) })), [copies, key]);
  const names = new Set(taken.map(({ name }) => name));
  const room = MOST_SAVED_PAGES - taken.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once for what was found
  useEffect(() => {
    const right = checked.filter(({ copy, differences }) => differences.length === 0 && !names.has(copy.name));
    onKept(right.slice(0, room).map(({ copy }) => copy));
  }, [checked, room]);
  return (
    <fieldset className="full stack">
      <legend>{texts.older}</legend>
      {checked.some(({ differences }) => differences.length > 0) && <Notice>{texts.olderWarning}</Notice>}
      {checked.map(({ copy, differences }, at) => (
        <div key={copy.name} className="stack">
          <p>{differences.length === 0 ? texts.olderRight(copy.name) : texts.olderBroken(copy.name)}</p>
          {differences.length > 0 && <DifferenceList differences={differences} />}
          {differences.length === 0 && (
            <label htmlFor={`${id}-${at}`} className="row small">
              <input
                id={`${id}-${at}`}
                type="checkbox"
                checked={kept.includes(copy)}
                disabled={names.has(copy.name) || (!kept.includes(copy) && kept.length >= room)}
                onChange={(event) =>
                  onKept(event.currentTarget.checked ? [...kept, copy] : kept.filter((each) => each !== copy))
                }
              />
              {texts.olderKeep(copy.name)}
            </label>
          )}
          <CopyPreview name={copy.name} html={copy.html} />
        </div>
      ))}
    </fieldset>
  );
}
