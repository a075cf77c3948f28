import { useEffect, useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { queueTexts } from '../../locales/queue-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { ConflictView } from './ConflictView.tsx';
import {
  emptyQueue,
  keptCount,
  type Queue,
  type QueuedWrite,
  queueItem,
  queueLifetime,
  queueLimit,
  waitingCount,
} from './write-queue.ts';

/** While something waits it is tried again this often; the browser's own "online" is heard at once. Milliseconds. */
const tryEvery = 15_000;

export function useQueue(): Queue {
  const [queue, setQueue] = useState<Queue>(emptyQueue);
  useEffect(() => {
    void queueItem.getValue().then(setQueue);
    return queueItem.watch(setQueue);
  }, []);
  const waiting = waitingCount(queue);
  useEffect(() => {
    if (waiting === 0) return;
    const replay = () => void sendToBackground('write.replay', {});
    const timer = setInterval(replay, tryEvery);
    window.addEventListener('online', replay);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', replay);
    };
  }, [waiting]);
  return queue;
}

/** The list for a screen that follows the queue for nothing else. */
export function OwnQueue() {
  return <QueueList queue={useQueue()} />;
}

/** Everything that waits, met a conflict, was refused or cannot be read; nothing where there is nothing. */
export function QueueList({ queue }: { readonly queue: Queue }) {
  const texts = useTexts(queueTexts);
  if (keptCount(queue) === 0 && queue.expired === 0) return null;
  const waiting = waitingCount(queue);
  return (
    <section className="section stack" aria-label={texts.title}>
      <div className="row spread">
        <h2>
          {texts.title}
          {waiting > 0 && ` · ${texts.waiting(waiting)}`}
        </h2>
        {waiting > 0 && <Button onClick={() => void sendToBackground('write.replay', {})}>{texts.sendNow}</Button>}
      </div>
      {keptCount(queue) >= queueLimit && (
        <p className="notice" data-kind="problem" role="alert">
          {texts.full(queueLimit)}
        </p>
      )}
      {waiting > 0 && <p className="small quiet">{texts.kept}</p>}
      {queue.locked > 0 && <p>{texts.locked(queue.locked)}</p>}
      {queue.expired > 0 && (
        <div className="notice stack" role="status">
          <p>{texts.expired(queue.expired, queueLifetime / 86_400_000)}</p>
          <Button onClick={() => void sendToBackground('write.acknowledgeExpired', {})}>{texts.expiredRead}</Button>
        </div>
      )}
      <ul className="plain-list stack kept-writes">
        {queue.writes.map((write) => (
          <KeptWrite key={write.id} write={write} />
        ))}
        {queue.unreadable.map(({ id, writtenAt }) => (
          <li key={id} className="notice stack" data-kind="problem">
            <p>{writtenAt === null ? texts.unknownTime : texts.writtenAt(timeOf(writtenAt))}</p>
            <p>{texts.unreadable}</p>
            <DiscardButton id={id} what={writtenAt === null ? texts.unknownTime : texts.writtenAt(timeOf(writtenAt))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeptWrite({ write }: { readonly write: QueuedWrite }) {
  const texts = useTexts(queueTexts);
  const language = useLanguage();
  const at = timeOf(write.writtenAt);
  return (
    <li className="notice stack" data-kind={write.state === 'WAITING' ? undefined : 'problem'}>
      <p>{write.label}</p>
      {write.state === 'WAITING' && <p className="small quiet">{texts.stateWaiting(at)}</p>}
      {write.state === 'REFUSED' && (
        <p>
          {texts.stateRefused(at)} {problemText(write.code ?? '', language)}
        </p>
      )}
      {write.state === 'CONFLICT' && <ConflictView write={write} />}
      <DiscardButton id={write.id} what={`${write.label}, ${at}`} />
    </li>
  );
}

/** Up to a hundred stand under each other: the name says which one goes. */
function DiscardButton({ id, what }: { readonly id: string; readonly what: string }) {
  const texts = useTexts(queueTexts);
  return (
    <Button aria-label={`${texts.discard}: ${what}`} onClick={() => void sendToBackground('write.discard', { id })}>
      {texts.discard}
    </Button>
  );
}

function timeOf(milliseconds: number): string {
  return shownInstant(new Date(milliseconds).toISOString());
}
