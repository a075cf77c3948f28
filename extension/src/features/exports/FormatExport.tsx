import { EXPORT_FORMATS } from '@congvu/schema/registers';
import { exportFormatTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { Purpose } from '../../graphql/post-operation.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { listExportTexts } from '../../locales/list-export-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { writeAddress } from '../dashboard/address.ts';
import { screenPaths } from '../dashboard/screen.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import type { AskedExport } from './exported-list.ts';
import { ExportListDocument } from './exports.operations.ts';

type FormatExportProps = {
  readonly asked: AskedExport;
  readonly purpose: Purpose;
  /** Told once the file is asked for, by the page that lists the files: no way there is shown then. */
  readonly onAsked?: () => void;
};

/** Asks for a list as a file of any format; it is made meanwhile and fetched on the page of exports. */
export function FormatExport({ asked, purpose, onAsked }: FormatExportProps) {
  const texts = useTexts(listExportTexts);
  const language = useLanguage();
  const [format, setFormat] = useState<(typeof EXPORT_FORMATS)[number]>('CSV');
  const [state, send] = useWrite(ExportListDocument, purpose);
  const ask = async () => {
    const after = await send({ ...asked, format }, `${texts.lists[asked.list]} · ${format}`);
    if (after.state === 'DONE') onAsked?.();
  };
  return (
    <div className="row by-field">
      <SelectField
        label={texts.format}
        value={format}
        choices={EXPORT_FORMATS.map((value) => ({ value, label: exportFormatTexts[value][language] }))}
        onChoose={(value) => setFormat(someTerm(EXPORT_FORMATS, value))}
      />
      <Button isBusy={state.state === 'SENDING'} onClick={() => void ask()}>
        {texts.ask}
      </Button>
      {state.state === 'DONE' ? (
        <p role="status">
          {onAsked === undefined ? (
            <>
              {texts.askedElsewhere}{' '}
              <a href={writeAddress({ path: screenPaths.exports, item: null, filters: {} })}>{texts.title}</a>
            </>
          ) : (
            texts.asked
          )}
        </p>
      ) : (
        <WriteNotice state={state} />
      )}
    </div>
  );
}
