import { useEffect, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { DocumentList } from '../open-document/DocumentList.tsx';
import { OpenDocument } from '../open-document/OpenDocument.tsx';
import { selectionItem } from '../open-document/panel-selection.ts';
import type { Person } from '../open-document/person.ts';
import { type TabView, useTabOrigin } from '../open-document/use-tab.ts';
import { isBroken } from '../page-marks/page-state.ts';
import { pageWritesTones } from '../page-marks/row-keys.ts';
import { PageAdapterNotice } from '../site-adapters/PageAdapterNotice.tsx';
import { SiteSwitch } from '../sites/SiteSwitch.tsx';
import { useFrameOrigins } from '../sites/use-frame-origins.ts';
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
  const { pages, selection } = view;
  const origin = useTabOrigin(tabId, pages);
  const sites = useSites();
  const frameOrigins = useFrameOrigins(tabId);
  const detail = pages.find((page) => page.kind === 'DETAIL' && page.state === 'READ') ?? null;
  const lists = pages.filter((page) => page.kind === 'LIST' && page.state === 'READ');
  // A page about one document is opened by itself, once: beside a list in another frame the person may go back to the list.
  const [left, setLeft] = useState<string | null>(null);
  const shown = detail && `${detail.documentId} ${detail.epoch}`;
  useEffect(() => {
    if (detail === null || selection !== null || left === shown) return;
    void sendToBackground('panel.readDocument', { tabId, documentId: detail.documentId, key: null });
  }, [detail, selection, tabId, left, shown]);
  const back = () => {
    setLeft(shown);
    void selectionItem(tabId).setValue(null);
  };
  if (selection?.document) {
    const { document, employeeId, documentId } = selection;
    const page = pages.find((one) => one.documentId === documentId);
    return (
      <>
        {lists.length > 0 && (
          <Button kind="link" onClick={back}>
            {texts.back}
          </Button>
        )}
        <OpenDocument
          {...{ document, preferredId: employeeId, person, onPerson }}
          tonesMeant={page !== undefined && pageWritesTones(page)}
        />
      </>
    );
  }
  if (selection?.problem) return <Problem code={selection.problem} />;
  if (selection !== null) return <p className="quiet">{texts.reading}</p>;
  const framesOff = frameOrigins.filter((one) => one !== origin && !sites.on.includes(one));
  return (
    <>
      <PageAdapterNotice pages={pages} />
      {lists.map((page, index) => (
        <section key={page.documentId} className="stack" aria-label={texts.listOf(index + 1, lists.length)}>
          {lists.length > 1 && <h3>{texts.listOf(index + 1, lists.length)}</h3>}
          <DocumentList
            rows={Object.values(page.rows)}
            tabId={tabId}
            documentId={page.documentId}
            isComplete={page.complete}
          />
        </section>
      ))}
      {pages.every((page) => page.state === 'BROKEN' && !isBroken(page)) &&
        (origin === null || !sites.on.includes(origin) ? <SiteSwitch origin={origin} /> : <p>{texts.notRecognised}</p>)}
      {framesOff.map((one) => (
        <SiteSwitch key={one} origin={one} isFrame />
      ))}
    </>
  );
}
