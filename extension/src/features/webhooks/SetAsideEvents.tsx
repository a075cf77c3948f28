import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { webhookTexts } from '../../locales/webhook-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import {
  DismissWebhookEventsDocument,
  ResendWebhookEventsDocument,
  SetAsideEventsFragment,
} from './webhooks.operations.ts';

/** Events the receiver refused, each with what became of it, to be sent again or dismissed by hand; nothing where there are none. */
export function SetAsideEvents({ webhook: masked }: { readonly webhook: FragmentType<typeof SetAsideEventsFragment> }) {
  const texts = useTexts(webhookTexts);
  const { id, name, state, setAsideCount, setAside } = readFragment(SetAsideEventsFragment, masked);
  const [resent, resend] = useWrite(ResendWebhookEventsDocument);
  const [dismissed, dismiss] = useWrite(DismissWebhookEventsDocument);
  const events = nodesOf(setAside);
  if (events.length === 0) return null;
  const waiting = events.filter((each) => each.state === 'SET_ASIDE').map(({ messageId }) => messageId);
  const isBusy = resent.state === 'SENDING' || dismissed.state === 'SENDING';
  const labelled = (act: string, what: string) => `${act} · ${name} · ${what}`;
  const acts = (messages: readonly string[], what: string) => (
    <div className="row">
      {state === 'ACTIVE' && (
        <Button
          aria-label={labelled(texts.resend, what)}
          isBusy={isBusy}
          onClick={() => void resend({ webhook: id, messages: [...messages] }, labelled(texts.resend, what))}
        >
          {texts.resend}
        </Button>
      )}
      <Button
        aria-label={labelled(texts.dismiss, what)}
        isBusy={isBusy}
        onClick={() => void dismiss({ webhook: id, messages: [...messages] }, labelled(texts.dismiss, what))}
      >
        {texts.dismiss}
      </Button>
    </div>
  );
  return (
    <details open={setAsideCount > 0}>
      <summary>{texts.setAsideTitle(setAsideCount)}</summary>
      <p className="small quiet">{state === 'ACTIVE' ? texts.setAsideWhat : texts.setAsideStopped}</p>
      {waiting.length > 1 && acts(waiting, texts.allOf(waiting.length))}
      {resent.state === 'REFUSED' && <WriteNotice state={resent} />}
      {dismissed.state === 'REFUSED' && <WriteNotice state={dismissed} />}
      <RegisterTable
        label={texts.setAside(name)}
        headings={Object.values(texts.setAsideHeadings)}
        rows={events.map(({ messageId, event, state: become, at, attempts, lastStatus, lastError }) => ({
          key: messageId,
          cells: [
            shownInstant(at),
            `${texts.sent[event]} (${messageId})`,
            lastError === null
              ? texts.setAsideStates[become]
              : `${texts.setAsideStates[become]}: ${texts.errors[lastError]}${lastStatus === null ? '' : ` (${lastStatus})`}`,
            texts.times(attempts),
            become === 'SET_ASIDE' ? acts([messageId], messageId) : '',
          ],
        }))}
      />
    </details>
  );
}
