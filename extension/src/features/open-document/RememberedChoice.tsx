import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ForgetHandlerDocument } from '../recognition/handler-choices.operations.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';

type RememberedChoiceProps = { readonly host: string; readonly handler: string };

/** Says that this person was chosen before, and takes that back. */
export function RememberedChoice({ host, handler }: RememberedChoiceProps) {
  const texts = useTexts(panelTexts);
  const [state, forget] = useWrite(ForgetHandlerDocument);
  return (
    <div className="stack">
      <p className="small quiet row">
        {texts.remembered}
        <Button kind="link" onClick={() => void forget({ host, handler }, texts.forgetChoice)}>
          {texts.forgetChoice}
        </Button>
      </p>
      <WriteNotice state={state} />
    </div>
  );
}
