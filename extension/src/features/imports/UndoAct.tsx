import { useState } from 'react';
import { importTexts } from '../../locales/import-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { UndoImportDocument } from './imports.operations.ts';

type UndoActProps = {
  readonly job: string;
  readonly title: string;
  readonly committed: number;
  readonly onUndone: () => void;
};

/** Takes back a whole import; asked twice, for it is many rows at once. */
export function UndoAct({ job, title, committed, onUndone }: UndoActProps) {
  const texts = useTexts(importTexts);
  const { box, keep } = useKeptFocus<HTMLDivElement>();
  const [isAsked, setIsAsked] = useState(false);
  const [state, send] = useWrite(UndoImportDocument);
  const submit = async () => {
    const after = await send({ job }, `${texts.undo}: ${title}`);
    if (after.state === 'DONE') onUndone();
  };
  return (
    <div className="stack" ref={box}>
      {isAsked ? (
        <fieldset className="row">
          <legend>{texts.undoWhat(committed)}</legend>
          <Button kind="primary" isBusy={state.state === 'SENDING'} onClick={() => void submit()}>
            {texts.undo}
          </Button>
          <Button data-kept onClick={() => keep(() => setIsAsked(false))}>
            {texts.keep}
          </Button>
        </fieldset>
      ) : (
        <div className="row">
          <Button aria-label={`${texts.undo} · ${title}`} onClick={() => keep(() => setIsAsked(true))}>
            {texts.undo}
          </Button>
        </div>
      )}
      {state.state !== 'DONE' && <WriteNotice state={state} />}
    </div>
  );
}
