import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodWithin } from '../../locales/period-sentence.ts';
import { unitTexts } from '../../locales/unit-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { NotifySheetsDocument } from './unit.operations.ts';

type NotifySheetsProps = { readonly unit: string; readonly period: string };

/** Tells everybody whose sheet of the month is confirmed and was not told yet. */
export function NotifySheets({ unit, period }: NotifySheetsProps) {
  const texts = useTexts(unitTexts).notify;
  const month = periodWithin(period, useLanguage());
  const [state, send] = useWrite(NotifySheetsDocument);
  return (
    <div className="stack">
      <p className="small quiet">{texts.what}</p>
      <div className="row">
        <Button
          isBusy={state.state === 'SENDING'}
          onClick={() => void send({ unit, period, sheets: null }, texts.act(month))}
        >
          {texts.act(month)}
        </Button>
      </div>
      {state.state === 'DONE' ? (
        <Notice>{state.answer.count === 0 ? texts.nobody : texts.done(state.answer.count)}</Notice>
      ) : (
        <WriteNotice state={state} />
      )}
    </div>
  );
}
