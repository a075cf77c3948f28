import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { DecisionPart } from './DecisionPart.tsx';
import { SheetHead } from './SheetHead.tsx';
import { SheetPart } from './SheetPart.tsx';

/** A year decided before the decree: the level with its decision. No figure, step or form stands behind it, and nothing is to be done. */
export function EarlierSheet({ sheet }: { readonly sheet: YearSheet_SheetFragment }) {
  const texts = useTexts(yearSheetTexts).sheet;
  return (
    <>
      <SheetHead sheet={sheet} />
      <Notice>{texts.earlier}</Notice>
      <SheetPart title={texts.decision}>
        <DecisionPart sheet={sheet} />
      </SheetPart>
    </>
  );
}
