import type { Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { shownInstant } from '../../ui/shown.ts';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { capacityText } from './capacity-text.ts';

type SheetFactsProps = {
  readonly sheet: Sheet_SheetFragment;
  /** When the month was closed; null while it is open. */
  readonly closedAt: string | null;
};

/** Who confirmed it and as what, when the person was told, whether the month is closed; and the form as a file. */
export function SheetFacts({ sheet, closedAt }: SheetFactsProps) {
  const texts = useTexts(scoringTexts);
  const language = useLanguage();
  const { confirmedBy, confirmedAs, confirmedAt, notifiedAt } = sheet;
  const capacity = capacityText(confirmedAs, language);
  return (
    <div className="stack small">
      {confirmedBy !== null && (
        <p>
          {texts.confirmedBy(confirmedBy, capacity)} · {shownInstant(confirmedAt)}
        </p>
      )}
      {notifiedAt !== null && <p className="quiet">{texts.notified(shownInstant(notifiedAt))}</p>}
      {notifiedAt === null && (sheet.state === 'CONFIRMED' || sheet.state === 'CORRECTED') && (
        <p className="quiet">{texts.notNotified}</p>
      )}
      {closedAt !== null && <p className="quiet">{texts.closed(shownInstant(closedAt))}</p>}
      <DownloadButton path={`/files/form-01/${sheet.id}.docx`}>{texts.form01}</DownloadButton>
    </div>
  );
}
