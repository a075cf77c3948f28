import { useEffect } from 'react';
import { type BuilderLink, openBuilderLink } from './builder-link.ts';
import { toAdapterPage } from './page-draft.ts';
import { nothingTaught, type TaughtFrame, type Teaching } from './teaching.ts';

/** After a frame went, this long until the next try, and so many tries, in ms. */
const reconnectAfter = 400;
const mostTries = 25;
/** What is typed is read by the page once it rests, in ms. */
const readAfter = 250;

/** Opens the link, and opens it again when the page has loaded another: the frame keeps its number as long as it stays. */
export function useConnection(tabId: number, setTeaching: (update: (before: Teaching) => Teaching) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a state setter never changes
  useEffect(() => {
    let isOver = false;
    let link: BuilderLink | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connect = async (tries: number): Promise<void> => {
      const opened = await openBuilderLink(tabId, () => {
        setTeaching((before) => ({ ...before, state: 'CONNECTING', link: null, picking: null, reading: null }));
        timer = setTimeout(() => void connect(mostTries), reconnectAfter);
      });
      if (isOver) {
        if (opened.ok) opened.value.close();
        return;
      }
      if (!opened.ok) {
        if (tries > 0) timer = setTimeout(() => void connect(tries - 1), reconnectAfter);
        else setTeaching((before) => ({ ...before, state: { problem: opened.error.code } }));
        return;
      }
      link = opened.value;
      const frames = await describeFrames(link);
      if (isOver) return;
      setTeaching((before) => {
        const frame = frames.find(({ id }) => id === before.frame?.id) ?? before.frame;
        return { ...before, state: 'READY', link: opened.value, frames, frame };
      });
    };
    setTeaching(() => nothingTaught);
    void connect(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
      link?.close();
    };
  }, [tabId]);
}

async function describeFrames(link: BuilderLink): Promise<readonly TaughtFrame[]> {
  const described = await Promise.all(
    link.frames.map(async (id) => ({ id, answer: await link.ask(id, 'describe', {}) })),
  );
  return described.flatMap(({ id, answer }) => (answer.ok ? [{ id, facts: answer.value }] : []));
}

/** Reads the page with the draft whenever it changed and rests, and again after the page loaded another. */
export function useReading({ draft, frame, link }: Teaching, change: (part: Partial<Teaching>) => void): void {
  const frameId = frame?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is made anew at every render and does the same
  useEffect(() => {
    const page = draft === null ? null : toAdapterPage(draft);
    if (page === null || link === null || frameId === undefined) {
      change({ reading: null });
      return;
    }
    let isOver = false;
    const timer = setTimeout(async () => {
      const answer = await link.ask(frameId, 'read', { page });
      if (!isOver) change({ reading: answer.ok ? answer.value : null });
    }, readAfter);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [draft, link, frameId]);
}
