import { sheetStateTexts } from '@congvu/schema/texts';
import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';

/** Every change of the sheet, and the receipt that the person can keep and check. */
export function SheetRevisions({ sheet }: { readonly sheet: Sheet_SheetFragment }) {
  const texts = useTexts(scoringTexts);
  const language = useLanguage();
  if (sheet.revisions.length === 0) return null;
  return (
    <details>
      <summary className="small">{texts.revisions}</summary>
      <ul className="plain-list small">
        {sheet.revisions.map((revision) => (
          <li key={revision.revision}>
            {[
              new Intl.DateTimeFormat('vi-VN', {
                dateStyle: 'short',
                timeStyle: 'short',
                timeZone: 'Asia/Ho_Chi_Minh',
              }).format(new Date(revision.changedAt)),
              sheetStateTexts[revision.state][language],
              revision.display?.replace('.', language === 'vi' ? ',' : '.'),
              revision.changedBy,
              revision.reason,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
      {sheet.receipt !== null && (
        <p className="small quiet receipt">
          {texts.receipt(sheet.receipt.sequence)}: <code>{sheet.receipt.hash}</code>
        </p>
      )}
    </details>
  );
}
