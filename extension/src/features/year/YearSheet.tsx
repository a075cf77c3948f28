import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { writeAddress } from '../dashboard/address.ts';
import { SheetView } from './SheetView.tsx';
import { writeYearFilter, type YearFilter } from './year-filter.ts';
import { YearSheetDocument } from './year-sheet.operations.ts';

/** One person's year out of the list, with the way back to where one came from. */
export function YearSheet({ id, filter }: { readonly id: string; readonly filter: YearFilter }) {
  const texts = useTexts(yearTexts);
  const sheetTexts = useTexts(yearSheetTexts);
  const query = useQuery(YearSheetDocument, { variables: { id }, context: { purpose: 'CLASSIFY' } });
  return (
    <div className="section stack">
      <p className="steps">
        <a href={writeAddress({ path: 'phan-loai-nam', item: null, filters: writeYearFilter(filter) })}>
          <span aria-hidden="true">←</span> {sheetTexts.sheet.back}
        </a>
      </p>
      <QueryStates query={query} empty={texts.empty}>
        {({ node }) => (node?.__typename === 'Classification' ? <SheetView sheet={node} /> : null)}
      </QueryStates>
    </div>
  );
}
