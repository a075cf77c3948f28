import type { SimulationQuery } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { simulationTexts } from '../../locales/simulation-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDisplay, shownFigure } from '../../ui/shown.ts';

type Simulated = Extract<SimulationQuery['simulate'], { readonly __typename: 'Simulation' }>;
type Row = Simulated['rows']['edges'][number]['node'];

/** What is stored and what would be, a row a person; another level is said in a word, not by colour. */
export function SimulationTable({ rows }: { readonly rows: readonly Row[] }) {
  const texts = useTexts(simulationTexts);
  const language = useLanguage();
  const changed = rows.filter(({ changesLevel }) => changesLevel).length;
  return (
    <>
      <p>{texts.changed(changed, rows.length)}</p>
      <ScrollRegion label={texts.title}>
        <table className="table">
          <thead>
            <tr>
              {[texts.person, texts.stored, texts.simulated, texts.difference].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ employee, stored, simulated, difference, changesLevel, unmatchedTasks }) => (
              <tr key={employee.id}>
                <th scope="row">
                  {employee.name}
                  <span className="small quiet post">{employee.code}</span>
                </th>
                <Figure figure={stored} />
                <Figure figure={simulated} />
                <td>
                  {shownFigure(difference, language)}
                  {changesLevel && <strong> · {texts.changes}</strong>}
                  {unmatchedTasks > 0 && <span className="small quiet post">{texts.unmatched(unmatchedTasks)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Figure({ figure }: { readonly figure: Row['stored'] }) {
  const language = useLanguage();
  return (
    <td>
      <span className="row">
        {shownDisplay(figure?.display ?? null, language)}
        <LevelMark level={figure?.level ?? null} />
      </span>
    </td>
  );
}
