import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ownDataTexts } from '../../locales/own-data-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { termOf } from '../register-list/register-filter.ts';
import { OwnAccess } from './OwnAccess.tsx';
import { OwnChanges } from './OwnChanges.tsx';
import { OwnReceipts } from './OwnReceipts.tsx';
import { OwnRegisters } from './OwnRegisters.tsx';
import { OwnRequests } from './OwnRequests.tsx';
import { OwnDataDocument } from './own-data.operations.ts';

const parts = ['record', 'receipts', 'requests', 'changes', 'access'] as const;

/** All that is held on the viewer: the record, the proofs, what he asks, who changed it and who looked. */
export function OwnDataPage({ filters }: ScreenProps) {
  const texts = useTexts(ownDataTexts);
  const query = useQuery(OwnDataDocument, { context: { purpose: 'DATA_PROTECTION' } });
  const part = termOf(parts, filters.tab ?? '') ?? 'record';
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <QueryStates query={query} empty={texts.nobody}>
        {({ viewer: { record } }) =>
          record === null ? null : (
            <>
              <div className="row">
                <DownloadButton path="/files/own-data.zip" purpose="DATA_PROTECTION">
                  {texts.download}
                </DownloadButton>
              </div>
              <Tabs
                label={texts.tabs}
                tabs={parts.map((name) => ({ name, label: texts.tab[name] }))}
                chosen={part}
                onChoose={(name) => goTo({ path: 'du-lieu-cua-toi', item: null, filters: { tab: name } })}
              >
                <div className="stack">
                  {part === 'record' && <OwnRegisters employee={record.employee} />}
                  {part === 'receipts' && <OwnReceipts receipts={record.receipts} />}
                  {part === 'requests' && <OwnRequests />}
                  {part === 'changes' && <OwnChanges />}
                  {part === 'access' && <OwnAccess />}
                </div>
              </Tabs>
              <Notice>
                <strong>{texts.heldBack}.</strong> {record.heldBackNote}
              </Notice>
            </>
          )
        }
      </QueryStates>
    </div>
  );
}
