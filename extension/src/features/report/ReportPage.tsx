import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { reportTexts } from '../../locales/report-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { goTo } from '../dashboard/use-address.ts';
import { PeriodFields } from '../register-list/PeriodFields.tsx';
import { useViewer } from '../session/viewer.ts';
import { ReportRows } from './ReportRows.tsx';
import { ReportSection } from './ReportSection.tsx';
import { ReportText } from './ReportText.tsx';
import { PeriodicReportDocument } from './report.operations.ts';
import { daysOf, type ReportFilter, readReportFilter } from './report-filter.ts';

/** The periodic report of a unit: its text, its figures, and the rows behind a number. */
export function ReportPage({ filters }: ScreenProps) {
  const texts = useTexts(reportTexts);
  const viewer = useViewer();
  const filter = readReportFilter(filters, { unit: viewer.units[0]?.code ?? '', today: viewer.today });
  const { unit } = filter;
  const { from, to } = daysOf(filter);
  const query = useQuery(PeriodicReportDocument, {
    variables: { unit, from, to },
    context: { purpose: 'STATISTICS' },
    skip: from === '' || to === '' || to < from,
  });
  const ask = (changes: Partial<ReportFilter>) =>
    goTo({ path: 'bao-cao', item: null, filters: { ...filter, figure: '', code: '', ...changes } });
  const file = `/files/report/${encodeURIComponent(unit)}/${from}/${to}`;
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <div className="filters">
        <UnitSelect label={texts.unit} value={unit} onChoose={(code) => ask({ unit: code })} />
        <PeriodFields key={unit} span={filter} onChange={ask} />
      </div>
      <div className="row">
        <DownloadButton path={`${file}.docx`} purpose="STATISTICS">
          {texts.docx}
        </DownloadButton>
        <DownloadButton path={`${file}.xlsx`} purpose="STATISTICS">
          {texts.xlsx}
        </DownloadButton>
      </div>
      {filter.figure !== '' && <ReportRows filter={filter} />}
      <QueryStates query={query} empty={texts.empty}>
        {({ periodicReport }) => (
          <>
            <h2>{texts.text}</h2>
            <ReportText paragraphs={periodicReport.paragraphs} filter={filter} />
            <h2>{texts.figures}</h2>
            {periodicReport.sections.map((section) => (
              <ReportSection key={section.key} section={section} filter={filter} />
            ))}
          </>
        )}
      </QueryStates>
    </div>
  );
}
