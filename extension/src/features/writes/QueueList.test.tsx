import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { QueueList } from './QueueList.tsx';
import { emptyQueue, type QueuedWrite } from './write-queue.ts';

it('says of each button which write it drops, of unreadable ones when they were written', () => {
  const write = (id: string, label: string) => {
    const kept: Partial<QueuedWrite> = { id, label, state: 'WAITING', writtenAt: Date.UTC(2026, 10, 22, 3) };
    // What the list shows of a write that waits.
    return kept as QueuedWrite;
  };
  const queue = {
    ...emptyQueue,
    writes: [write('1', 'Xác nhận phiếu của Lý Văn Lực'), write('2', 'Giao việc 1201/BNV-CCHC')],
    unreadable: [{ id: '3', writtenAt: null }],
  };
  const names = [...renderToStaticMarkup(<QueueList queue={queue} />).matchAll(/aria-label="(Bỏ[^"]*)"/g)];
  expect(names.map(([, name]) => name)).toEqual([
    expect.stringMatching(/^Bỏ: Xác nhận phiếu của Lý Văn Lực, .*22\/11\/2026/),
    expect.stringMatching(/^Bỏ: Giao việc 1201\/BNV-CCHC, /),
    expect.stringMatching(/^Bỏ: ./),
  ]);
});
