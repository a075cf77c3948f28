import type { Certainty } from '@congvu/schema/scoring';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownPercent } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { titleName } from './title-choices.ts';

type MemberShare = {
  readonly title: string;
  readonly members: number;
  /** A fraction of 1; null where there is nobody. */
  readonly share: string | null;
  /** What is asked, in words. */
  readonly needed: string;
  readonly source: { readonly certainty: Certainty };
};

/** How many of a collective's people hold what its title asks of them, beside what it asks. */
export function MemberShares({ shares }: { readonly shares: readonly MemberShare[] }) {
  const texts = useTexts(commendationTexts);
  const language = useLanguage();
  if (shares.length === 0) return <>—</>;
  return (
    <ul className="plain-list small">
      {shares.map(({ title, members, share, needed, source }) => (
        <li key={title}>
          {share === null
            ? texts.noShare(titleName(title, language))
            : texts.share(titleName(title, language), members, shownPercent(share, language))}
          <span className="quiet post">{needed}</span> <CertaintyMark certainty={source.certainty} />
        </li>
      ))}
    </ul>
  );
}
