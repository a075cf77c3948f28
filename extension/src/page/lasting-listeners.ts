/** Listens on the window for as long as the script lives. */
export type Listen = <Type extends keyof WindowEventMap>(
  type: Type,
  listener: (event: WindowEventMap[Type]) => void,
  options?: { readonly capture?: boolean; readonly passive?: boolean },
) => void;

/**
 * A page that writes itself anew (`document.open`) takes every listener off its window and every node out of its tree, and loads no
 * script again. What is listened to through `listen` comes back; `onRewritten` is told.
 */
export const createLastingListeners = (signal: AbortSignal, onRewritten: () => void): Listen => {
  const again: (() => void)[] = [];
  let root: Element | null = document.documentElement;
  // Observers of the document node itself outlast it.
  const observer = new MutationObserver(() => {
    const now = document.documentElement as Element | null; // Null between `open` and the first write.
    if (now === root || now === null) return;
    const wasWritten = root !== null;
    root = now;
    if (!wasWritten) return;
    for (const act of again) act();
    onRewritten();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return (type, listener, options) => {
    const act = (): void => addEventListener(type, listener, { ...options, signal });
    again.push(act);
    act();
  };
};
