import type { PageRow } from '@congvu/schema/page-reading';
import { useEffect, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Problem } from '../../ui/Notice.tsx';
import { Deadline, OpenDocument } from '../open-document/OpenDocument.tsx';
import { selectionItem } from '../open-document/panel-selection.ts';
import type { Person } from '../open-document/person.ts';
import { type TabView, useTabOrigin } from '../open-document/use-tab.ts';
import { SiteSwitch } from '../sites/SiteSwitch.tsx';
import { useSites } from '../sites/use-sites.ts';

type TabDocumentProps = {
  readonly tabId: number | null;
  readonly view: TabView;
  readonly person: Person | null;
  readonly onPerson: (person: Person) => void;
};

/** What the tab's page offers: a site to switch on, a document, a list to choose from, or why there is nothing. */
export function TabDocument({ tabId, view, person, onPerson }: TabDocumentProps) {
  const texts = useTexts(panelTexts);
  return (
    <section className="section stack" aria-label={texts.documentOpen}>
      <h2>{texts.documentOpen}</h2>
      {tabId === null ? <p>{texts.noTab}</p> : <OfTab {...{ tabId, view, person, onPerson }} />}
    </section>
  );
}

function OfTab({ tabId, view, person, onPerson }: TabDocumentProps & { readonly tabId: number }) {
  const texts = useTexts(panelTexts);
  const { page, selection } = view;
  const origin = useTabOrigin(tabId, page);
  const sites = useSites();
  useEffect(() => {
    if (page?.kind !== 'DETAIL' || page.state !== 'READ' || selection !== null) return;
    void sendToBackground('panel.readDocument', { tabId, key: null });
  }, [page, selection, tabId]);
  if (selection?.document) {
    const { document, employeeId } = selection;
    return (
      <>
        {page?.kind === 'LIST' && (
          <Button kind="link" onClick={() => void selectionItem(tabId).setValue(null)}>
            {texts.back}
          </Button>
        )}
        <OpenDocument {...{ document, preferredId: employeeId, person, onPerson }} />
      </>
    );
  }
  if (selection?.problem) return <Problem code={selection.problem} />;
  if (selection !== null) return <p className="quiet">{texts.reading}</p>;
  if (page?.state === 'BROKEN') return <Notice>{texts.broken}</Notice>;
  if (page !== null) return <RowChoice rows={Object.values(page.rows)} tabId={tabId} isComplete={page.complete} />;
  if (origin === null || !sites.includes(origin)) return <SiteSwitch origin={origin} />;
  return <p>{texts.notRecognised}</p>;
}

type RowChoiceProps = { readonly rows: readonly PageRow[]; readonly tabId: number; readonly isComplete: boolean };

const shownRows = 20;

/** The page's documents, for who works by keyboard or has no strip in sight. */
function RowChoice({ rows, tabId, isComplete }: RowChoiceProps) {
  const texts = useTexts(panelTexts);
  const [problem, setProblem] = useState<string | null>(null);
  if (!isComplete) return <p className="quiet">{texts.reading}</p>;
  if (rows.length === 0) return <p>{texts.noDocuments}</p>;
  const choose = async (key: number) => {
    const answer = await sendToBackground('panel.readDocument', { tabId, key });
    setProblem(answer.ok ? null : answer.error.code);
  };
  return (
    <div className="stack">
      <p>{texts.chooseDocument}</p>
      <ul className="plain-list">
        {rows.slice(0, shownRows).map((row) => (
          <li key={row.key} className="person-line">
            <Button kind="link" onClick={() => void choose(row.key)}>
              {row.number}
            </Button>
            {row.deadline !== null && <Deadline date={row.deadline} />}
          </li>
        ))}
      </ul>
      {problem !== null && <Problem code={problem} />}
    </div>
  );
}
