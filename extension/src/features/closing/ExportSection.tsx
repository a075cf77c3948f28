import { useQuery } from '@apollo/client/react';
import { deadlineText } from '@congvu/schema/texts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { exportTexts } from '../../locales/export-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate } from '../../ui/shown.ts';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { deadlineOf } from '../dashboard/deadline-of.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { CreateNationalExportDocument, NationalExportsDocument } from './national-export.operations.ts';

/** Results that the law wants in the national database within its days, what is overdue first. */
export function ExportSection({ unit }: { readonly unit: string }) {
  const texts = useTexts(exportTexts);
  const language = useLanguage();
  const query = useQuery(NationalExportsDocument, { variables: { unit } });
  const [state, send] = useWrite(CreateNationalExportDocument);
  return (
    <section className="stack" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      {state.state === 'DONE' ? (
        <Notice>
          <p>{texts.made(state.answer.rows)}</p>
          <p className="small">
            {texts.checksum}: <code className="value">{state.answer.sha256}</code>
          </p>
          <DownloadButton path={`/files/national-export/${state.answer.id}`}>{texts.save}</DownloadButton>
        </Notice>
      ) : (
        <WriteNotice state={state} />
      )}
      <QueryStates query={query} empty={texts.none}>
        {({ nationalExports }) =>
          nationalExports.edges.length === 0 ? null : (
            <ul className="plain-list">
              {nodesOf(nationalExports).map((duty) => {
                const period = periodSentence(duty.period, language);
                return (
                  <li key={`${duty.unit.code} ${duty.period}`} className="person-line">
                    <span>
                      <strong>{period}</strong> · {duty.unit.name}
                      <span className="small quiet post">
                        {texts.line(duty.missing, duty.results)} · {texts.due(shownDate(duty.dueOn))} ·{' '}
                        <strong className={duty.state === 'OVERDUE' ? 'late' : undefined}>
                          {deadlineText(deadlineOf(duty.daysLeft), language)}
                        </strong>
                      </span>
                    </span>
                    <Button
                      isBusy={state.state === 'SENDING'}
                      aria-label={texts.label(duty.unit.name, period)}
                      onClick={() =>
                        void send({ unit: duty.unit.code, period: duty.period }, texts.label(duty.unit.name, period))
                      }
                    >
                      {texts.act}
                    </Button>
                  </li>
                );
              })}
            </ul>
          )
        }
      </QueryStates>
    </section>
  );
}
