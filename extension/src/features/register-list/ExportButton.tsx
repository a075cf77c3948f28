import type { Purpose } from '../../graphql/post-operation.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { exportOfRegister } from '../exports/exported-list.ts';
import { FormatExport } from '../exports/FormatExport.tsx';
import { exportPath, type RegisterName } from './export-path.ts';

type ExportButtonProps = {
  readonly register: RegisterName;
  /** The very filter of the list: what is saved is what is shown, and what follows it. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
};

/** Saves the whole list that the filter names: as a workbook at once, or as a file of another format or of any length. */
export function ExportButton({ register, filter, purpose }: ExportButtonProps) {
  const texts = useTexts(registerListTexts);
  return (
    <>
      <DownloadButton path={exportPath(register, filter)} purpose={purpose}>
        {texts.export}
      </DownloadButton>
      <details>
        <summary>{texts.otherFormats}</summary>
        <FormatExport asked={exportOfRegister(register, filter)} purpose={purpose} />
      </details>
    </>
  );
}
