import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { unitResultTexts } from '../../locales/unit-result-texts.ts';
import { shownFigure } from '../../ui/shown.ts';

type PointsTableProps = {
  readonly caption: string;
  readonly lines: readonly { readonly code: string; readonly name: string | null; readonly points: string | null }[];
};

export function PointsTable({ caption, lines }: PointsTableProps) {
  const texts = useTexts(unitResultTexts);
  const language = useLanguage();
  return (
    <table className="table months">
      <caption className="small quiet">{caption}</caption>
      <tbody>
        {lines.map(({ code, name, points }) => (
          <tr key={code}>
            <th scope="row" className="plain">
              {name ?? code}
            </th>
            <td className="number">
              {points === null ? <span className="quiet">{texts.notApplicable}</span> : shownFigure(points, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
