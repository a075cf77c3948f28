import { useEffect } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Problem } from '../../ui/Notice.tsx';
import { DocumentList } from '../open-document/DocumentList.tsx';
import { OpenDocument } from '../open-document/OpenDocument.tsx';
import { selectionItem } from '../open-document/panel-selection.ts';
import type { Person } from '../open-document/person.ts';
import { type TabView, useTabOrigin } from '../open-document/use-tab.ts';
import { pageWritesTones } from '../page-marks/row-keys.ts';
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
        <OpenDocument
          {...{ document, preferredId: employeeId, person, onPerson }}
          tonesMeant={page !== null && pageWritesTones(page)}
        />
      </>
    );
  }
  if (selection?.problem) return <Problem code={selection.problem} />;
  if (selection !== null) return <p className="quiet">{texts.reading}</p>;
  if (page?.state === 'BROKEN') return <Notice>{texts.broken}</Notice>;
  if (page !== null) return <DocumentList rows={Object.values(page.rows)} tabId={tabId} isComplete={page.complete} />;
  if (origin === null || !sites.includes(origin)) return <SiteSwitch origin={origin} />;
  return <p>{texts.notRecognised}</p>;
}
