import { disciplineFormTexts } from '@congvu/schema/texts';
import type { ViolationView_ViolationFragment } from '../../../generated/graphql.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownDate } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';

type LimitationLinesProps = { readonly limits: ViolationView_ViolationFragment['limitation'] };

/** Until when each form may still be used, and how sure that is. */
export function LimitationLines({ limits }: LimitationLinesProps) {
  const texts = useTexts(disciplineTexts);
  const language = useLanguage();
  return (
    <>
      {limits.map(({ form, until, certainty }) => (
        <span key={form} className="post">
          {until === null
            ? texts.noLimit
            : form === 'REPRIMAND'
              ? texts.limitWithin(disciplineFormTexts[form][language], shownDate(until))
              : texts.limitOther(shownDate(until))}{' '}
          <CertaintyMark certainty={certainty} />
        </span>
      ))}
    </>
  );
}
