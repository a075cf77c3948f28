import { useQuery } from '@apollo/client/react';
import { isLocalDate, toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { reportTexts } from '../../locales/report-texts.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { writeAddress } from '../dashboard/address.ts';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { ReportRowsDocument } from './report.operations.ts';
import { daysOf, type ReportFilter } from './report-filter.ts';

/** Screens on which a record of the type is opened. */
const screenOf: Readonly<Record<string, string>> = {
  Inspection: 'kiem-tra-cong-vu',
  Recommendation: 'kien-nghi-sau-kiem-tra',
  DisciplineDecision: 'ky-luat',
  Commendation: 'khen-thuong',
  Feedback: 'phan-anh-kien-nghi',
  CoordinationRequest: 'phoi-hop',
};

/** The records behind one number, and how many more are counted. */
export function ReportRows({ filter }: { readonly filter: ReportFilter }) {
  const texts = useTexts(reportTexts);
  const { unit, figure, code } = filter;
  const query = useQuery(ReportRowsDocument, {
    variables: { unit, ...daysOf(filter), figure, code: code === '' ? null : code },
    context: { purpose: 'STATISTICS' },
  });
  const closed = writeAddress({ path: 'bao-cao', item: null, filters: { ...filter, figure: '', code: '' } });
  return (
    <section className="card stack" aria-live="polite">
      <QueryStates query={query} empty={texts.noRows}>
        {({ reportRows: { edges, hidden, pageInfo } }) => {
          const first = edges[0]?.node;
          const title = first === undefined ? '' : code === '' ? first.figure : `${first.figure} – ${first.label}`;
          return (
            <>
              <div className="row spread">
                <h2>{texts.rowsOf(title)}</h2>
                <a href={closed}>{texts.close}</a>
              </div>
              {edges.length === 0 ? (
                <p>{texts.noRows}</p>
              ) : (
                <RegisterTable
                  label={texts.rowsOf(title)}
                  headings={[texts.record, texts.day, texts.kind, texts.where, texts.who]}
                  rows={edges.map(({ node }) => ({
                    key: node.id,
                    cells: [
                      <RecordName key="record" node={node} />,
                      isLocalDate(node.on) ? toVietnameseDate(node.on) : node.on,
                      node.label,
                      node.unit?.shortName ?? '',
                      node.employee?.name ?? '',
                    ],
                  }))}
                  onMore={
                    pageInfo.hasNextPage
                      ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } })
                      : null
                  }
                />
              )}
              {hidden > 0 && <p className="small quiet">{texts.hidden(hidden)}</p>}
            </>
          );
        }}
      </QueryStates>
    </section>
  );
}

type Named = {
  readonly id: string;
  readonly recordType: string;
  readonly subject?: string | null;
  readonly text?: string | null;
  readonly figure: string;
};

function RecordName({ node: { id, recordType, subject, text, figure } }: { readonly node: Named }) {
  const name = subject ?? text ?? figure;
  const path = screenOf[recordType];
  return (
    <>
      {path === undefined ? (
        name
      ) : (
        <RecordLink path={path} item={id}>
          {name}
        </RecordLink>
      )}
      {subject && text ? <span className="small quiet">{` ${text}`}</span> : null}
    </>
  );
}
