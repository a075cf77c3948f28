import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { PeriodPlot } from '../../ui/PeriodPlot.tsx';
import { shownDisplay } from '../../ui/shown.ts';
import { monthNoteText } from './month-note-text.ts';

/** The twelve months as columns of a plot, and under it as figures with their notes. A month without a figure is not 0. */
export function MonthsTable({ months }: { readonly months: YearSheet_SheetFragment['months'] }) {
  const texts = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  const points = months.map(({ period, total, display }) => ({
    label: period.slice(5),
    value: total === null ? null : toLength(total),
    text: shownDisplay(display, language),
  }));
  return (
    <>
      <PeriodPlot
        points={points}
        summary={texts.monthsText(points.map(({ label, text }) => `${label}: ${text}`).join('; '))}
      />
      <table className="table months">
        <thead>
          <tr>
            <th scope="col">{texts.month}</th>
            <th scope="col" className="number">
              {texts.total}
            </th>
            <th scope="col">{texts.note}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ period, display, note }) => (
            <tr key={period}>
              <th scope="row">
                {period.slice(5)}/{period.slice(0, 4)}
              </th>
              <td className="number">{shownDisplay(display, language)}</td>
              <td className="small quiet">{note === null ? '' : monthNoteText(note, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
