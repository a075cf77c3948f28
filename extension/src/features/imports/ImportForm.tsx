import { useQuery } from '@apollo/client/react';
import { IMPORT_MODES, IMPORT_REGISTERS, type ImportRegister } from '@congvu/schema/registers';
import { importModeTexts, importRegisterTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { importTexts } from '../../locales/import-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { someTerm } from '../register-list/register-filter.ts';
import { may, useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { ColumnList } from './ColumnList.tsx';
import { ImportColumnsDocument, ImportRecordsDocument } from './imports.operations.ts';
import { packFile } from './packed-file.ts';

/** Which register, what becomes of bad rows, and the file. */
export function ImportForm({ onSent }: { readonly onSent: () => void }) {
  const texts = useTexts(importTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const offered = IMPORT_REGISTERS.filter((each) =>
    may(viewer, each === 'FEEDBACK' ? 'FEEDBACK_MANAGE' : 'STAFF_MANAGE'),
  );
  const [register, setRegister] = useState<ImportRegister>(offered[0] ?? 'COMMENDATION');
  const [mode, setMode] = useState<(typeof IMPORT_MODES)[number]>('GOOD_ONES');
  const [unit, setUnit] = useState(viewer.units[0]?.code ?? '');
  const [file, setFile] = useState<File | null>(null);
  const columns = useQuery(ImportColumnsDocument, { variables: { register } }).data?.importColumns ?? [];
  const [state, send] = useWrite(ImportRecordsDocument);
  const submit = async () => {
    if (file === null) return;
    const content = await packFile(file);
    const after = await send({ register, mode, unit, content }, `${texts.send}: ${file.name}`);
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
          choices={offered.map((value) => ({ value, label: importRegisterTexts[value][language] }))}
          onChoose={(value) => setRegister(someTerm(IMPORT_REGISTERS, value))}
        />
        <SelectField
          label={texts.mode}
          value={mode}
          choices={IMPORT_MODES.map((value) => ({ value, label: importModeTexts[value][language] }))}
          onChoose={(value) => setMode(someTerm(IMPORT_MODES, value))}
        />
        <UnitSelect label={texts.unit} value={unit} onChoose={setUnit} />
        <Field label={texts.file} problem={state.state === 'REFUSED' ? (state.messages['/content'] ?? null) : null}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="file"
              accept=".csv,text/csv"
              required
              onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            />
          )}
        </Field>
        <Button type="submit" kind="primary" disabled={state.state === 'SENDING'}>
          {texts.send}
        </Button>
      </div>
      {state.state !== 'DONE' && <WriteNotice state={state} />}
      <ColumnList columns={columns} register={register} />
    </form>
  );
}
