import { useEffect, useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { queueTexts } from '../../locales/queue-texts.ts';
import { sendToBackground } from '../../messaging/send-message.ts';
import { Button } from '../../ui/Button.tsx';
import { ConflictView } from './ConflictView.tsx';
import { type Queue, queueItem, waitingCount } from './write-queue.ts';

/** While something waits it is tried again this often; the browser's own "online" is heard at once. Milliseconds. */
const tryEvery = 15_000;

export function useQueue(): Queue {
  const [queue, setQueue] = useState<Queue>({ subject: '', writes: [] });
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

/** Everything that waits, met a conflict or was refused; nothing where there is nothing. */
export function QueueList({ queue }: { readonly queue: Queue }) {
  const texts = useTexts(queueTexts);
  const language = useLanguage();
  if (queue.writes.length === 0) return null;
  const waiting = waitingCount(queue);
  return (
    <section className="section stack" aria-label={texts.title}>
      <div className="row spread">
        <h2>
          {texts.title} · {texts.waiting(waiting)}
        </h2>
        {waiting > 0 && <Button onClick={() => void sendToBackground('write.replay', {})}>{texts.sendNow}</Button>}
      </div>
      {waiting > 0 && <p className="small quiet">{texts.kept}</p>}
      <ul className="plain-list stack">
        {queue.writes.map((write) => (
          <li key={write.id} className="notice stack" data-kind={write.state === 'WAITING' ? undefined : 'problem'}>
            <p>{write.label}</p>
            {write.state === 'WAITING' && <p className="small quiet">{texts.stateWaiting}</p>}
            {write.state === 'REFUSED' && (
              <p>
                {texts.stateRefused} {problemText(write.code ?? '', language)}
              </p>
            )}
            {write.state === 'CONFLICT' && <ConflictView write={write} />}
            <Button onClick={() => void sendToBackground('write.discard', { id: write.id })}>{texts.discard}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
