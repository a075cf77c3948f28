import { useQuery } from '@apollo/client/react';
import { IMPORT_REGISTERS, type ImportRegister } from '@congvu/schema/registers';
import { importRegisterTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { TextEncoding } from '../../../generated/graphql.ts';
import { importTexts } from '../../locales/import-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { someTerm } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { ColumnList } from './ColumnList.tsx';
import { offeredKinds } from './import-kinds.ts';
import { ImportColumnsDocument, PreviewImportDocument } from './imports.operations.ts';
import { uploadFile } from './upload-file.ts';

const encodings: readonly { readonly value: TextEncoding; readonly label: string }[] = [
  { value: 'UTF_8', label: 'UTF-8' },
  { value: 'TCVN3', label: 'TCVN3 (.Vn…)' },
  { value: 'WINDOWS_1258', label: 'Windows-1258' },
];

/** What the file holds, for which unit, and the file: sent, then gone through. Nothing is written by it. */
export function ImportForm({ onSent }: { readonly onSent: () => void }) {
  const texts = useTexts(importTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const offered = offeredKinds(viewer);
  const [register, setRegister] = useState<ImportRegister>(offered[0] ?? 'COMMENDATION');
  const [unit, setUnit] = useState(viewer.units[0]?.code ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [sheet, setSheet] = useState('');
  const [encoding, setEncoding] = useState('');
  const [isUploading, setIsUploading] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const columns = useQuery(ImportColumnsDocument, { variables: { register } }).data?.importColumns ?? [];
  const [state, send] = useWrite(PreviewImportDocument);
  const problemAt = (path: string) => (state.state === 'REFUSED' ? (state.messages[path] ?? null) : null);
  const isBusy = isUploading || state.state === 'SENDING';
  const submit = async () => {
    if (file === null) return;
    setIsUploading(true);
    setFailed(null);
    const upload = await uploadFile(file);
    setIsUploading(false);
    if (!upload.ok) return setFailed(upload.error.code);
    const after = await send(
      {
        register,
        unit,
        upload: upload.value,
        sheet: sheet.trim() === '' ? null : sheet,
        encoding: encodings.find(({ value }) => value === encoding)?.value ?? null,
      },
      `${texts.send}: ${file.name}`,
    );
    if (after.state === 'DONE') onSent();
  };
  return (
    <form
      className="stack steps"
      aria-label={texts.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="filters">
        <SelectField
          label={texts.register}
          value={register}
          problem={problemAt('/register')}
          choices={offered.map((value) => ({ value, label: importRegisterTexts[value][language] }))}
          onChoose={(value) => setRegister(someTerm(IMPORT_REGISTERS, value))}
        />
        <UnitSelect label={texts.unit} value={unit} onChoose={setUnit} />
        <Field label={texts.file} problem={failed === null ? problemAt('/upload') : problemText(failed, language)}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="file"
              accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              required
              onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            />
          )}
        </Field>
      </div>
      {/* What is wrong with one of these is told in it, so it stands open then. */}
      <details open={problemAt('/sheet') !== null || problemAt('/encoding') !== null || undefined}>
        <summary>{texts.options}</summary>
        <div className="filters">
          <TextField label={texts.sheet} value={sheet} problem={problemAt('/sheet')} onText={setSheet} />
          <SelectField
            label={texts.encoding}
            value={encoding}
            problem={problemAt('/encoding')}
            choices={[{ value: '', label: texts.foundOut }, ...encodings]}
            onChoose={setEncoding}
          />
        </div>
      </details>
      <div className="row">
        <Button type="submit" kind="primary" isBusy={isBusy}>
          {isUploading ? texts.uploading : texts.send}
        </Button>
      </div>
      {state.state !== 'DONE' && <WriteNotice state={state} />}
      <ColumnList columns={columns} register={register} />
    </form>
  );
}
