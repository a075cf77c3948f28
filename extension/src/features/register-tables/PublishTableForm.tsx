import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerTableTexts } from '../../locales/register-table-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import type { ListedTable } from './RegisterTableView.tsx';
import { nextVersion } from './register-table-item.ts';
import { PublishRegisterTableDocument } from './register-tables.operations.ts';

type PublishTableFormProps = {
  readonly table: ListedTable;
  readonly all: readonly ListedTable[];
  readonly onPublished: () => void;
  readonly onClose: () => void;
};

/** The most text the api takes for a table. */
const longestTable = 200_000;

/** An office's own table, written from the one shown. A bad row is named by its place. */
export function PublishTableForm({ table, all, onPublished, onClose }: PublishTableFormProps) {
  const texts = useTexts(registerTableTexts).publish;
  const viewer = useViewer();
  const [unit, setUnit] = useState(viewer.units[0]?.code ?? '');
  const [decision, setDecision] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [rows, setRows] = useState(() => JSON.stringify(JSON.parse(table.body), null, 2));
  const [state, send] = useWrite(PublishRegisterTableDocument);
  const publish = async () => {
    const place = unit === '' ? null : unit;
    const input = {
      kind: table.kind,
      unit: place,
      version: nextVersion(all, table.kind, place),
      effectiveFrom: from,
      effectiveTo: to === '' ? null : to,
      decisionNumber: decision,
      body: rows,
    };
    const after = await send(input, texts.title(table.name));
    if (after.state === 'DONE') onPublished();
  };
  const breaches = state.state === 'REFUSED' ? Object.entries(state.messages) : [];
  return (
    <StepForm
      title={texts.title(table.name)}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void publish()}
      onCancel={onClose}
      notice={
        breaches.length === 0 ? (
          <WriteNotice state={state} />
        ) : (
          <Notice>
            <p>{texts.refused}</p>
            <ul>
              {breaches.map(([path, message]) => (
                <li key={path}>
                  {message} <code className="small">{path}</code>
                </li>
              ))}
            </ul>
          </Notice>
        )
      }
    >
      <p className="full small quiet">{texts.what}</p>
      <UnitSelect label={texts.unit} value={unit} onChoose={setUnit} />
      <TextField label={texts.decision} value={decision} required onText={setDecision} />
      <TextField label={texts.from} type="date" value={from} required onText={setFrom} />
      <TextField label={texts.to} type="date" value={to} onText={setTo} />
      <div className="full">
        <TextArea label={texts.rows} value={rows} rows={14} maxLength={longestTable} required onText={setRows} />
      </div>
    </StepForm>
  );
}
