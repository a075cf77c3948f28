import { levelTexts } from '@congvu/schema/texts';
import type { OwnDataQuery } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ownDataTexts } from '../../locales/own-data-texts.ts';
import { periodSentence } from '../../locales/period-sentence.ts';
import { Notice } from '../../ui/Notice.tsx';
import { shownDisplay, shownInstant } from '../../ui/shown.ts';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';

type Receipts = NonNullable<OwnDataQuery['viewer']['record']>['receipts'];

/** The proofs of confirmed scores, each as a file to keep. */
export function OwnReceipts({ receipts }: { readonly receipts: Receipts }) {
  const texts = useTexts(ownDataTexts);
  const language = useLanguage();
  if (receipts.length === 0) return <Notice>{texts.noReceipts}</Notice>;
  return (
    <>
      <p className="small quiet">{texts.receiptsWhat}</p>
      <RegisterTable
        label={texts.tab.receipts}
        headings={Object.values(texts.receiptColumns)}
        rows={receipts.map((receipt) => ({
          key: receipt.sheet.id,
          cells: [
            periodSentence(receipt.period, language),
            receipt.unitName,
            <span key="score">
              <strong>{shownDisplay(receipt.display, language)}</strong>
              {receipt.level !== null && <span className="post small">{levelTexts[receipt.level][language]}</span>}
            </span>,
            shownInstant(receipt.at),
            <code key="key">{receipt.keyId}</code>,
            <DownloadButton key="file" path={`/files/receipt/${receipt.sheet.id}.json`} purpose="DATA_PROTECTION">
              {texts.receiptFile(periodSentence(receipt.period, language))}
            </DownloadButton>,
          ],
        }))}
      />
    </>
  );
}
