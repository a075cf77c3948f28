import '../access/access.css';
import { useState } from 'react';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { webhookTexts } from '../../locales/webhook-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { ShownOnce } from '../access/ShownOnce.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { SetAsideEvents } from './SetAsideEvents.tsx';
import {
  DisableWebhookDocument,
  PauseWebhookDocument,
  ResumeWebhookDocument,
  RotateWebhookSecretDocument,
  TestWebhookDocument,
  WebhookFragment,
} from './webhooks.operations.ts';

/** One receiver: how it stands, what its owner may do with it, and its last messages. */
export function WebhookCard({ webhook: masked }: { readonly webhook: FragmentType<typeof WebhookFragment> }) {
  const texts = useTexts(webhookTexts);
  const webhook = readFragment(WebhookFragment, masked);
  const { id, name, state, revision } = webhook;
  const [paused, pause] = useWrite(PauseWebhookDocument);
  const [resumed, resume] = useWrite(ResumeWebhookDocument);
  const [disabled, disable] = useWrite(DisableWebhookDocument);
  const [tested, test] = useWrite(TestWebhookDocument);
  const [rotated, rotate] = useWrite(RotateWebhookSecretDocument);
  const [isShown, setIsShown] = useState(false);
  const command = { webhook: id, revision };
  const labelled = (act: string) => `${act} · ${name}`;
  const attempts = nodesOf(webhook.attempts);
  return (
    <>
      <h2>
        {name} <span className="small quiet">{texts.states[state]}</span>
      </h2>
      <p className="address">{webhook.url}</p>
      <p className="small quiet">
        {webhook.unit.name} · {webhook.events.map((event) => texts.sent[event]).join(', ')}
      </p>
      <p className={webhook.failedAttempts > 0 || webhook.lastError !== null ? 'field-problem' : 'small'}>
        {[
          webhook.disabledReason === null ? null : texts.reasons[webhook.disabledReason],
          webhook.nextAttemptAt === null
            ? null
            : texts.failed(webhook.failedAttempts, shownInstant(webhook.nextAttemptAt)),
          webhook.lastError === null ? null : texts.errors[webhook.lastError],
          webhook.failingSince === null ? null : texts.failing(shownInstant(webhook.failingSince)),
          webhook.lastDeliveredAt !== null
            ? texts.delivered(shownInstant(webhook.lastDeliveredAt))
            : webhook.failingSince === null
              ? texts.notYet
              : null,
          webhook.previousSecretUntil === null ? null : texts.bothSecrets(shownInstant(webhook.previousSecretUntil)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; these are acts of their own */}
      <div className="row" role="group" aria-label={name}>
        {state === 'ACTIVE' && (
          <>
            <Button onClick={() => void test({ webhook: id }, labelled(texts.test))}>{texts.test}</Button>
            <Button onClick={() => void pause(command, labelled(texts.pause))}>{texts.pause}</Button>
          </>
        )}
        {state !== 'ACTIVE' && (
          <Button onClick={() => void resume(command, labelled(texts.resume))}>{texts.resume}</Button>
        )}
        {state !== 'DISABLED' && (
          <>
            <Button
              onClick={() => {
                setIsShown(true);
                void rotate(command, labelled(texts.rotate));
              }}
            >
              {texts.rotate}
            </Button>
            <Button onClick={() => void disable({ ...command, reason: null }, labelled(texts.disable))}>
              {texts.disable}
            </Button>
          </>
        )}
      </div>
      {isShown && rotated.state === 'DONE' && (
        <ShownOnce label={texts.secret} secret={rotated.answer.secret} onClose={() => setIsShown(false)} />
      )}
      {[paused, resumed, disabled, tested, rotated].map(
        (each, at) =>
          each.state === 'REFUSED' && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the five acts never change places
            <WriteNotice key={at} state={each} />
          ),
      )}
      <SetAsideEvents webhook={webhook} />
      <details>
        <summary>{texts.attemptsTitle}</summary>
        {attempts.length === 0 ? (
          <p className="quiet">{texts.none}</p>
        ) : (
          <RegisterTable
            label={texts.attempts(name)}
            headings={Object.values(texts.attemptHeadings)}
            rows={attempts.map(({ messageId, at, event, status, error, milliseconds }) => ({
              key: `${messageId} ${at}`,
              cells: [
                shownInstant(at),
                texts.sent[event],
                error === null
                  ? texts.ok(status ?? 0)
                  : texts.bad(texts.errors[error], status === null ? '' : ` (${status})`),
                texts.milliseconds(milliseconds),
              ],
            }))}
          />
        )}
      </details>
    </>
  );
}
