import type { AdapterPage } from '@congvu/schema/adapter';
import { FEWEST_SAVED_PAGES, MOST_SAVED_PAGES } from '@congvu/schema/adapter-input';
import { useState } from 'react';
import { adapterVersionTexts } from '../../locales/adapter-version-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyPreview } from './CopyPreview.tsx';
import type { Difference } from './compare-readings.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { checkCopy, type SavedCopy } from './saved-copy.ts';
import { TeachProblem } from './TeachProblem.tsx';
import type { Teaching } from './teaching.ts';

type CopiesStepProps = {
  readonly teaching: Teaching;
  readonly page: AdapterPage;
  readonly copies: readonly SavedCopy[];
  readonly onCopies: (copies: readonly SavedCopy[]) => void;
};

/** The pages that will prove this version: each copied, read again and shown whole before anything is saved. */
export function CopiesStep({ teaching, page, copies, onCopies }: CopiesStepProps) {
  const texts = useTexts(adapterVersionTexts);
  const [isTaking, setIsTaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [differences, setDifferences] = useState<readonly Difference[]>([]);
  const { link, frame, picking } = teaching;
  const take = async () => {
    if (link === null || frame === null) return;
    setIsTaking(true);
    setProblem(null);
    setDifferences([]);
    // The page may have loaded another since it was described.
    const [described, answer] = [await link.ask(frame.id, 'describe', {}), await link.ask(frame.id, 'copy', { page })];
    setIsTaking(false);
    if (!answer.ok) {
      setProblem(answer.error.code);
      return;
    }
    const { path, hash } = described.ok ? described.value : frame.facts;
    const name = freeName(page.kind, copies);
    const checked = checkCopy(answer.value.html, page, answer.value.original, { name, path, hash });
    if (checked.differences.length > 0) setDifferences(checked.differences);
    else onCopies([...copies, checked.copy]);
  };
  return (
    <section className="stack" aria-label={texts.copies}>
      <h3>{texts.copies}</h3>
      <p className="small quiet">{texts.copiesWhat(FEWEST_SAVED_PAGES)}</p>
      <ul className="plain-list stack">
        {copies.map((copy) => (
          <li key={copy.name} className="card stack">
            <p>{texts.copyOf(copy.name, copy.expected.rows.length, kilobytesOf(copy.html))}</p>
            <CopyPreview name={copy.name} html={copy.html} />
            <Button
              kind="link"
              aria-label={`${texts.copyDrop}: ${copy.name}`}
              onClick={() => onCopies(copies.filter((each) => each !== copy))}
            >
              {texts.copyDrop}
            </Button>
          </li>
        ))}
      </ul>
      {copies.length < MOST_SAVED_PAGES && (
        <div className="row">
          <Button disabled={isTaking || link === null || picking !== null} onClick={() => void take()}>
            {isTaking ? texts.takingCopy : texts.takeCopy}
          </Button>
        </div>
      )}
      {problem !== null && <TeachProblem code={problem} />}
      {differences.length > 0 && (
        <div className="notice stack" data-kind="problem" role="alert">
          <p>{texts.copyDiffers}</p>
          <DifferenceList differences={differences} />
        </div>
      )}
    </section>
  );
}

/** "trang-1", "trang-2"; of a page about one document "van-ban-1". */
const freeName = (kind: AdapterPage['kind'], copies: readonly SavedCopy[]): string => {
  const word = kind === 'LIST' ? 'trang' : 'van-ban';
  const taken = new Set(copies.map(({ name }) => name));
  let index = 1;
  while (taken.has(`${word}-${index}`)) index++;
  return `${word}-${index}`;
};

const kilobytesOf = (html: string): string => String(Math.ceil(new TextEncoder().encode(html).length / 1_000));
