import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import type { RowContent } from '../../page/read-document.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { Reading } from './read-sample.ts';

type ReadingTableProps = { readonly reading: Reading | null; readonly minimumShare: number };

/** What the draft reads from the page right now: number, people, deadline. Secret rows are a figure, nothing more. */
export function ReadingTable({ reading, minimumShare }: ReadingTableProps) {
  const texts = useTexts(teachingTexts);
  if (reading === null || reading.figures.found === 0) return <p className="small quiet">{texts.readingNone}</p>;
  const { found, read, secret } = reading.figures;
  const isBroken = found > secret && read < (found - secret) * minimumShare;
  return (
    <>
      <p role="status">
        <strong>{texts.readingWhat(found, read, secret)}</strong>
      </p>
      {isBroken && <Notice>{texts.readingBroken}</Notice>}
      <ScrollRegion label={texts.reading}>
        <table className="table reading small">
          <thead>
            <tr>
              {[texts.fields.number, texts.people, texts.fields.deadline].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reading.rows.map((row, at) => (
              // A list may show one document twice; its place is what tells the rows apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn anew as a whole
              <tr key={at}>
                <th scope="row">
                  {row.number}
                  {row.issuer !== null && <span className="quiet post"> {row.issuer}</span>}
                </th>
                <td>{peopleText(row)}</td>
                <td>{shownDate(row.deadline)}</td>
              </tr>
            ))}
            {secret > 0 && (
              <tr>
                <td colSpan={3} className="quiet">
                  {texts.secretCount(secret)}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

const peopleText = ({ handlers }: RowContent): string =>
  handlers.length === 0
    ? '—'
    : handlers
        .map(({ name, code, post }) => [name ?? code, post, name !== null ? code : null].filter(Boolean).join(' · '))
        .join('; ');
