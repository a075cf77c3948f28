import type { PeriodicReportQuery } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { reportTexts } from '../../locales/report-texts.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { NumberLink } from './NumberLink.tsx';
import type { ReportFilter } from './report-filter.ts';

type Section = PeriodicReportQuery['periodicReport']['sections'][number];
type Figure = Section['figures'][number];
type ReportSectionProps = { readonly section: Section; readonly filter: ReportFilter };

/** Figures that offices are compared by. */
const byUnit: readonly string[] = ['discipline', 'commendation', 'levels', 'findings'];

/** The figures of one register, by kind and, for some, by unit. */
export function ReportSection({ section, filter }: ReportSectionProps) {
  const texts = useTexts(reportTexts);
  return (
    <div className="stack">
      <h3>{section.title}</h3>
      <ScrollRegion label={section.title}>
        <table className="table figures">
          <thead>
            <tr>
              <th scope="col">{texts.figure}</th>
              <th scope="col" className="number">
                {texts.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {section.figures.map((figure) => (
              <FigureRows key={figure.key} figure={figure} filter={filter} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {section.figures
        .filter(({ key, units }) => byUnit.includes(key) && units.length > 0)
        .map((figure) => (
          <details key={figure.key}>
            <summary>{`${texts.byUnit}: ${figure.label}`}</summary>
            <ul className="plain-list">
              {figure.units.map(({ unit, code, label, value }) => (
                <li key={`${unit.id} ${code}`}>{`${unit.shortName} · ${label}: ${value}`}</li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}

function FigureRows({ figure, filter }: { readonly figure: Figure; readonly filter: ReportFilter }) {
  const { key, label, value, breakdown } = figure;
  return (
    <>
      <tr>
        <th scope="row">{label}</th>
        <td className="number">
          <NumberLink filter={filter} figure={key} code={null} value={value} label={label} />
        </td>
      </tr>
      {breakdown.length > 1 &&
        breakdown.map((part) => (
          <tr key={part.code}>
            <td>{`– ${part.label}`}</td>
            <td className="number">
              <NumberLink filter={filter} figure={key} code={part.code} value={part.value} label={part.label} />
            </td>
          </tr>
        ))}
    </>
  );
}
