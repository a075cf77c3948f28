import type { Certainty } from '@congvu/schema/scoring';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';

type Candidate = {
  readonly missing: readonly { readonly needed: string; readonly found: string; readonly certainty: Certainty }[];
  readonly toConfirm: readonly { readonly text: string }[];
};

/** What is missing, each condition by name with what was found, and what only a person can confirm. */
export function CandidateGaps({ candidate }: { readonly candidate: Candidate }) {
  const texts = useTexts(commendationTexts);
  const { missing, toConfirm } = candidate;
  if (missing.length === 0 && toConfirm.length === 0) return <>—</>;
  return (
    <ul className="plain-list small">
      {missing.map((each) => (
        <li key={each.needed}>
          {texts.condition(each.needed, each.found)} <CertaintyMark certainty={each.certainty} />
        </li>
      ))}
      {toConfirm.map(({ text }) => (
        <li key={text} className="quiet">
          {texts.toConfirm(text)}
        </li>
      ))}
    </ul>
  );
}
