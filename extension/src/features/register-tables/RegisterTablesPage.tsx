import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerTableTexts } from '../../locales/register-table-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDate } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import type { ScreenProps } from '../dashboard/screen.ts';
import { type ListedTable, RegisterTableView } from './RegisterTableView.tsx';
import { registerTableItem } from './register-table-item.ts';
import { RegisterTablesDocument } from './register-tables.operations.ts';

const path = 'bang-hieu-luc';

/** The tables of the registers, and one of them with every row it holds. */
export function RegisterTablesPage({ item }: ScreenProps) {
  const texts = useTexts(registerTableTexts);
  const query = useQuery(RegisterTablesDocument);
  return (
    <div className="section stack">
      {item !== null && (
        <p className="steps">
          <a href={writeAddress({ path, item: null, filters: {} })}>
            <span aria-hidden="true">←</span> {texts.back}
          </a>
        </p>
      )}
      <QueryStates query={query} empty={texts.empty}>
        {({ registerTables }) => {
          if (item === null) return <TableList tables={registerTables} />;
          const table = registerTables.find((each) => registerTableItem(each) === item);
          if (table === undefined) return <Notice>{texts.none}</Notice>;
          return (
            <RegisterTableView key={item} table={table} all={registerTables} onPublished={() => void query.refetch()} />
          );
        }}
      </QueryStates>
    </div>
  );
}

function TableList({ tables }: { readonly tables: readonly ListedTable[] }) {
  const texts = useTexts(registerTableTexts);
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <ScrollRegion label={texts.title}>
        <table className="table">
          <thead>
            <tr>
              {Object.values(texts.columns).map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tables.map((each) => (
              <tr key={registerTableItem(each)}>
                <th scope="row">
                  <a href={writeAddress({ path, item: registerTableItem(each), filters: {} })}>{each.name}</a>
                  <span className="small quiet post">{texts.version(each.version)}</span>
                </th>
                <td>{each.agency?.name ?? (each.version === 0 ? texts.builtIn : texts.everybody)}</td>
                <td className="small">{texts.since(shownDay(each.effectiveFrom), shownDay(each.effectiveTo))}</td>
                <td>{each.decisionNumber ?? '—'}</td>
                <td>{each.rows.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function shownDay(date: string | null): string | null {
  return date === null ? null : shownDate(date);
}
