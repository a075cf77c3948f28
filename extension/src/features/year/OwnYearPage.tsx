import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { useViewer } from '../session/viewer.ts';
import { SheetView } from './SheetView.tsx';
import { readYearFilter } from './year-filter.ts';
import { OwnYearDocument } from './year-sheet.operations.ts';

/** The viewer's own year: rate oneself, see the months and the decision once one was told, petition. */
export function OwnYearPage({ filters }: ScreenProps) {
  const texts = useTexts(yearTexts);
  const sheetTexts = useTexts(yearSheetTexts);
  const viewer = useViewer();
  const thisYear = Number(viewer.today.slice(0, 4));
  const { year } = readYearFilter(filters, { unit: '', year: thisYear });
  const code = viewer.employee?.code ?? null;
  const query = useQuery(OwnYearDocument, { variables: { code: code ?? '', year }, skip: code === null });
  return (
    <div className="section stack">
      <div className="row spread">
        <h1>
          {sheetTexts.own.title} · {year}
        </h1>
        <span className="row steps">
          {[thisYear - 1, thisYear]
            .filter((each) => each !== year)
            .map((each) => (
              <Button
                key={each}
                onClick={() => goTo({ path: 'nam-cua-toi', item: null, filters: { year: String(each) } })}
              >
                {texts.yearSentence(String(each))}
              </Button>
            ))}
        </span>
      </div>
      {code === null ? (
        <Notice>{sheetTexts.own.noEmployee}</Notice>
      ) : (
        <QueryStates query={query} empty={sheetTexts.own.noYear}>
          {({ employee }) => (employee?.classification ? <SheetView sheet={employee.classification} /> : null)}
        </QueryStates>
      )}
    </div>
  );
}
