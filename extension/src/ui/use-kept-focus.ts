import { type RefObject, useRef } from 'react';
import { flushSync } from 'react-dom';

/**
 * For a box in which a press takes away what was pressed: `keep` makes the change at once, and where that leaves the keyboard
 * nowhere it goes on at what the box marks `data-kept` (the safe answer to a question), at its first field, or its first button.
 */
export function useKeptFocus<Box extends HTMLElement>(): {
  readonly box: RefObject<Box | null>;
  readonly keep: (change: () => void) => void;
} {
  const box = useRef<Box>(null);
  const keep = (change: () => void) => {
    flushSync(change);
    if (document.activeElement !== document.body) return;
    const find = (selector: string) => box.current?.querySelector<HTMLElement>(selector);
    (find('[data-kept]') ?? find('input') ?? find('button'))?.focus();
  };
  return { box, keep };
}
