import { WRITING_MODES } from '@congvu/schema/registers';
import { importModeTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { importTexts } from '../../locales/import-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { someTerm } from '../register-list/register-filter.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { ImportFileDocument } from './imports.operations.ts';

type PreviewActsProps = {
  readonly job: string;
  readonly title: string;
  /** Rows that would be written, and rows with a fault. */
  readonly written: number;
  readonly bad: number;
  readonly onSent: () => void;
};

/** Under a preview: whether its file is taken in, and what then becomes of bad rows. */
export function PreviewActs({ job, title, written, bad, onSent }: PreviewActsProps) {
  const texts = useTexts(importTexts);
  const language = useLanguage();
  const [mode, setMode] = useState<(typeof WRITING_MODES)[number]>('GOOD_ONES');
  const [state, send] = useWrite(ImportFileDocument);
  if (written === 0) return <p className="quiet">{bad === 0 ? texts.nothingNew : texts.nothingGood}</p>;
  const isRefused = mode === 'ALL_OR_NONE' && bad > 0;
  const submit = async () => {
    const after = await send({ preview: job, mode }, `${texts.takeIn(written)}: ${title}`);
    if (after.state === 'DONE') onSent();
  };
  return (
    <div className="stack">
      <div className={bad > 0 ? 'filters' : 'row'}>
        {bad > 0 && (
          <SelectField
            label={texts.mode}
            value={mode}
            choices={WRITING_MODES.map((value) => ({ value, label: importModeTexts[value][language] }))}
            onChoose={(value) => setMode(someTerm(WRITING_MODES, value))}
          />
        )}
        <Button
          kind="primary"
          aria-label={`${texts.takeIn(written)} · ${title}`}
          disabled={isRefused}
          isBusy={state.state === 'SENDING'}
          onClick={() => void submit()}
        >
          {texts.takeIn(written)}
        </Button>
      </div>
      {isRefused && <p className="small quiet">{texts.allRefused(bad)}</p>}
      {state.state !== 'DONE' && <WriteNotice state={state} />}
    </div>
  );
}
