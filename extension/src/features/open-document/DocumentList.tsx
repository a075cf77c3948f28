import type { PageRow } from '@congvu/schema/page-reading';
import { useDeferredValue, useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { findRows } from './find-rows.ts';
import { Deadline } from './OpenDocument.tsx';

type DocumentListProps = {
  readonly rows: readonly PageRow[];
  readonly tabId: number;
  /** Which of the tab's documents shows these rows. */
  readonly documentId: string;
  readonly isComplete: boolean;
};

/** So few are shown at first, and so many more at each wish: the sections below stay within reach. */
const fewRows = 8;
const moreRows = 20;

/** The page's documents, for who works by keyboard or has no strip in sight. */
export function DocumentList({ rows, tabId, documentId, isComplete }: DocumentListProps) {
  const texts = useTexts(panelTexts);
  const [problem, setProblem] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(fewRows);
  const found = findRows(rows, useDeferredValue(typed));
  if (!isComplete) return <p className="quiet">{texts.reading}</p>;
  if (rows.length === 0) return <p>{texts.noDocuments}</p>;
  const choose = async (key: number) => {
    const answer = await sendToBackground('panel.readDocument', { tabId, documentId, key });
    setProblem(answer.ok ? null : answer.error.code);
  };
  const search = (text: string) => {
    setTyped(text);
    setLimit(fewRows);
  };
  return (
    <div className="stack">
      <p>{texts.chooseDocument}</p>
      {rows.length > fewRows && (
        <search>
          <TextField label={texts.searchDocument(rows.length)} value={typed} onText={search} type="search" />
        </search>
      )}
      <ul className="plain-list document-list">
        {found.slice(0, limit).map((row) => (
          <li key={row.key} className="person-line">
            <Button kind="link" onClick={() => void choose(row.key)}>
              {row.number}
            </Button>
            {row.deadline !== null && <Deadline date={row.deadline} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p role="status">{texts.noDocumentFound}</p>}
      {found.length > limit && (
        <Button kind="link" onClick={() => setLimit(limit + moreRows)}>
          {texts.moreDocuments(found.length - limit)}
        </Button>
      )}
      {problem !== null && <Problem code={problem} />}
    </div>
  );
}
