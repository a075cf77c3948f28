import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import type { Summary } from './SummaryRecord.tsx';

/** What was frozen, as it stands on paper: in Vietnamese in every language, since that is what the digest is of. */
export function SummaryPaper({ body: { lines, tables } }: Pick<Summary, 'body'>) {
  return (
    <div className="stack paper" lang="vi">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {tables.map(({ title, columns, rows, notes }) => (
        <SheetPart key={title} title={title}>
          {/* The part has the title’s name already; two regions of one name are none to go to. */}
          <ScrollRegion label={`${title} (bảng)`}>
            <table className="table register">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.key} scope="col" className={column.numeric ? 'number' : undefined}>
                      {column.title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.join('|')}>
                    {columns.map((column, index) => (
                      <td key={column.key} className={column.numeric ? 'number' : undefined}>
                        {row[index]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {notes.length > 0 && (
            <ul className="plain-list small">
              {notes.map(({ text, certainty }) => (
                <li key={text}>
                  {text} <CertaintyMark certainty={certainty} />
                </li>
              ))}
            </ul>
          )}
        </SheetPart>
      ))}
    </div>
  );
}
