import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { SheetPart } from './SheetPart.tsx';

/** The forms the law prescribes and the dossier of the year, as files. */
export function SheetFiles({ sheet }: { readonly sheet: YearSheet_SheetFragment }) {
  const texts = useTexts(yearSheetTexts).sheet;
  return (
    <SheetPart title={texts.files}>
      <div className="row steps">
        <DownloadButton path={`/files/form-02/${sheet.id}.docx`}>{texts.form02}</DownloadButton>
        {sheet.meeting !== null && (
          <DownloadButton path={`/files/minutes/${sheet.meeting.id}.docx`}>{texts.minutes}</DownloadButton>
        )}
        <DownloadButton path={`/files/dossier/${encodeURIComponent(sheet.employee.code)}/${sheet.year}.zip`}>
          {texts.dossier}
        </DownloadButton>
      </div>
    </SheetPart>
  );
}
