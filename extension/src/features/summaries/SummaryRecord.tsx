import { useApolloClient, useQuery } from '@apollo/client/react';
import { toLocalDate, toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { summaryKindTexts } from '@congvu/schema/texts';
import type { SummaryQuery } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { summaryTexts } from '../../locales/summary-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownInstant } from '../../ui/shown.ts';
import type { Address } from '../dashboard/address.ts';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { screenPaths } from '../dashboard/screen.ts';
import { BackLink } from '../register-list/BackLink.tsx';
import { Facts } from '../register-list/Facts.tsx';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { inputWords } from './input-words.ts';
import { SummaryPaper } from './SummaryPaper.tsx';
import { SummaryPulls } from './SummaryPulls.tsx';
import { PullSummaryDocument, SummaryDocument, SummaryPullsDocument } from './summaries.operations.ts';
import { SUMMARY_PURPOSES } from './summary-question.ts';

export type Summary = Extract<SummaryQuery['node'], { readonly __typename: 'Summary' }>;

type RecordProps = { readonly id: string; readonly filters: Address['filters'] };

export function SummaryRecord({ id, filters }: RecordProps) {
  const texts = useTexts(summaryTexts);
  const query = useQuery(SummaryDocument, { variables: { id }, context: { purpose: 'STATISTICS' } });
  return (
    <div className="section stack">
      <div className="no-print">
        <BackLink path={screenPaths.summaries} filters={filters} />
      </div>
      <QueryStates query={query} empty={texts.gone}>
        {({ node }) => (node?.__typename === 'Summary' ? <SummaryView summary={node} /> : null)}
      </QueryStates>
    </div>
  );
}

/** One summary: what it says, whether it still holds, how it is proved, who took it out. */
function SummaryView({ summary }: { readonly summary: Summary }) {
  const texts = useTexts(summaryTexts);
  const language = useLanguage();
  const { superseded, receipt, recomputed } = summary;
  return (
    <>
      <header className="stack">
        <h1>{summary.body.heading}</h1>
        <p className="row head-figures">
          <strong>{summary.number}</strong>
          <span>{summaryKindTexts[summary.kind][language]}</span>
          <span>{summary.unit.name}</span>
        </p>
        <p className="small quiet">{texts.frozenBy(summary.frozenBy, shownInstant(summary.frozenAt))}</p>
      </header>
      {superseded.length > 0 && (
        <p className="reason" role="status">
          {texts.band(superseded.length)}
        </p>
      )}
      {!recomputed.same && <Problem code="SUMMARY_ALTERED" message={texts.altered} />}
      {recomputed.same && <Takes summary={summary} />}
      <SummaryPaper body={summary.body} />
      {superseded.length > 0 && <Changes superseded={superseded} />}
      <SheetPart title={texts.proof}>
        <Facts
          facts={[
            [
              texts.inputsDigest,
              <code key="inputs" className="digest">
                {summary.inputsSha256}
              </code>,
            ],
            [
              texts.bodyDigest,
              <code key="body" className="digest">
                {summary.bodySha256}
              </code>,
            ],
          ]}
        />
        <p className="small">{recomputed.same ? texts.recomputed : texts.altered}</p>
        <p className="small">{receipt === null ? texts.noReceipt : texts.receipt(receipt.sequence, receipt.keyId)}</p>
      </SheetPart>
      <div className="no-print">
        <SheetPart title={texts.pulls}>
          <SummaryPulls id={summary.id} />
        </SheetPart>
      </div>
    </>
  );
}

/** The ways out; each is kept with who and what for, which is what the summary was frozen for. */
function Takes({ summary }: { readonly summary: Summary }) {
  const texts = useTexts(summaryTexts);
  const client = useApolloClient();
  const [state, send] = useWrite(PullSummaryDocument);
  // The list of pulls stands further down; each way out adds a row to it.
  const readPulls = () => void client.refetchQueries({ include: [SummaryPullsDocument] });
  const purpose = SUMMARY_PURPOSES.find((each) => each === summary.purpose) ?? 'STATISTICS';
  const file = (ending: string) => `/files/summary/${encodeURIComponent(summary.id)}.${ending}`;
  const print = async () => {
    const after = await send({ summary: summary.id, format: 'PRINT' }, `${texts.print} · ${summary.number}`);
    if (after.state !== 'DONE') return;
    readPulls();
    window.print();
  };
  return (
    <div className="stack no-print">
      <div className="row">
        <Button kind="primary" isBusy={state.state === 'SENDING'} onClick={() => void print()}>
          {texts.print}
        </Button>
        <DownloadButton path={file('docx')} purpose={purpose} onDone={readPulls}>
          {texts.docx}
        </DownloadButton>
        <DownloadButton path={file('xlsx')} purpose={purpose} onDone={readPulls}>
          {texts.xlsx}
        </DownloadButton>
      </div>
      {state.state !== 'DONE' && <WriteNotice state={state} />}
    </div>
  );
}

function Changes({ superseded }: Pick<Summary, 'superseded'>) {
  const texts = useTexts(summaryTexts);
  const language = useLanguage();
  return (
    <SheetPart title={texts.supersededTitle}>
      <RegisterTable
        label={`${texts.supersededTitle} (${superseded.length})`}
        headings={Object.values(texts.supersededColumns)}
        rows={superseded.map(({ what, employee, was, is, at, arrived }, index) => ({
          // An input has no identity of its own here; the list does not change while it is shown.
          key: String(index),
          cells: [
            texts.entities[what] ?? what,
            employee === null ? '—' : <PersonCell key="person" name={employee.name} more={[employee.code]} />,
            arrived ? texts.notThen : was === '' ? texts.notShown : inputWords(what, was, language),
            is === null ? (arrived || was === '' ? texts.notShown : texts.noMore) : inputWords(what, is, language),
            at === null ? '—' : what === 'Withheld' ? toVietnameseDate(toLocalDate(new Date(at))) : shownInstant(at),
          ],
        }))}
      />
    </SheetPart>
  );
}
