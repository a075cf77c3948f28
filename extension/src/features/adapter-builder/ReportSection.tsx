import { useQuery } from '@apollo/client/react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { siteAdapterTexts } from '../../locales/site-adapter-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { AdapterReportsDocument, CloseAdapterReportDocument } from './site-adapter.operations.ts';

/** Pages that could not be read for certain, as extensions reported them: figures alone. */
export function ReportSection() {
  const texts = useTexts(siteAdapterTexts);
  const query = useQuery(AdapterReportsDocument, { fetchPolicy: 'cache-and-network' });
  const [state, send] = useWrite(CloseAdapterReportDocument);
  const close = async (report: string, label: string) => {
    const after = await send({ report }, label);
    if (after.state === 'DONE') await query.refetch();
  };
  return (
    <section className="stack">
      <h2>{texts.openReports}</h2>
      <p className="small quiet">{texts.reportsWhat}</p>
      <QueryStates query={query} empty={texts.noReports}>
        {({ adapterReports }) => {
          const reports = nodesOf(adapterReports);
          if (reports.length === 0) return null;
          const { hasNextPage, endCursor } = adapterReports.pageInfo;
          return (
            <>
              <ScrollRegion label={texts.openReports}>
                <table className="table reports">
                  <thead>
                    <tr>
                      {[texts.page, texts.name, texts.figures, texts.lastSeen, texts.act].map((heading) => (
                        <th key={heading} scope="col">
                          {heading}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {reports.map((report) => {
                      const { id, host, path, adapter, version, found, read, secret, count, day, lastAt } = report;
                      return (
                        <tr key={id}>
                          <th scope="row" className="value">
                            {host}
                            <span className="small quiet post">{path}</span>
                          </th>
                          <td>
                            {adapter}
                            <span className="small quiet post">{texts.version(version)}</span>
                          </td>
                          <td>{texts.figuresOf(found, read, secret)}</td>
                          <td>
                            {shownInstant(lastAt)}
                            <span className="small quiet post">{texts.count(count, shownDate(day))}</span>
                          </td>
                          <td>
                            <Button
                              aria-label={texts.closeReport(host, path)}
                              isBusy={state.state === 'SENDING'}
                              onClick={() => void close(id, texts.closeReport(host, path))}
                            >
                              {texts.close}
                            </Button>
                          </td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </ScrollRegion>
              {hasNextPage && (
                <Button onClick={() => void query.fetchMore({ variables: { after: endCursor } })}>{texts.more}</Button>
              )}
            </>
          );
        }}
      </QueryStates>
      <WriteNotice state={state} />
    </section>
  );
}
