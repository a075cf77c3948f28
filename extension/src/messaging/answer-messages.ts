import { type Browser, browser } from 'wxt/browser';
import type { MessageResult } from './overlay-messages.ts';
import type { BackgroundMessageName, BackgroundMessages } from './send-message.ts';
import { kindOfSender, type SenderKind } from './sender.ts';

export type Sender = Browser.runtime.MessageSender;
export type Handlers = {
  readonly [Name in BackgroundMessageName]: (
    parameters: BackgroundMessages[Name]['parameters'],
    sender: Sender,
  ) => Promise<MessageResult<BackgroundMessages[Name]['result']>>;
};

/** Who may send what: the one list. A page's content script reaches nothing that answers with a record or a token. */
const senderOf: Readonly<Record<BackgroundMessageName, SenderKind>> = {
  'overlay.requestNonce': 'PAGE',
  'page.read': 'PAGE',
  'page.withdraw': 'PAGE',
  'page.needGeneric': 'PAGE',
  'page.openManualSearch': 'PAGE',
  'session.signIn': 'SCREEN',
  'session.signOut': 'SCREEN',
  'session.accessToken': 'SCREEN',
  'write.send': 'SCREEN',
  'write.replay': 'SCREEN',
  'write.discard': 'SCREEN',
  'write.acknowledgeExpired': 'SCREEN',
  'update.apply': 'SCREEN',
  'site.switchOn': 'SCREEN',
  'site.switchOff': 'SCREEN',
  'adapters.fetch': 'SCREEN',
  'panel.readDocument': 'SCREEN',
};

/**
 * The background's end: answers every message of the list, and refuses with FORBIDDEN a sender that the list does not
 * name. A handler that throws is a bug: it is logged without its parameters and answered with INTERNAL.
 */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (!isMessage(message)) return;
    void answer(handlers, message, sender).then(respond);
    return true;
  });
}

async function answer(
  handlers: Handlers,
  message: { readonly name: BackgroundMessageName; readonly parameters: unknown },
  sender: Sender,
): Promise<MessageResult<unknown>> {
  if (kindOfSender(sender) !== senderOf[message.name]) return { ok: false, error: { code: 'FORBIDDEN' } };
  try {
    // The pair of name and parameters is correlated by the list; handlers of PAGE messages parse what they get.
    const handler = handlers[message.name] as (parameters: unknown, sender: Sender) => Promise<MessageResult<unknown>>;
    return await handler(message.parameters, sender);
  } catch (reason) {
    console.error('message failed', message.name, reason instanceof Error ? reason.name : 'unknown');
    return { ok: false, error: { code: 'INTERNAL' } };
  }
}

function isMessage(value: unknown): value is { name: BackgroundMessageName; parameters: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    Object.hasOwn(senderOf, value.name)
  );
}
