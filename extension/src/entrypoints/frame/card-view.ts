import type { FrameCard, FrameRow } from '../../messaging/overlay-messages.ts';
import { type CardContent, fillPersonCard } from './person-card.ts';
import { askVisibleBand } from './visible-band.ts';

/** Passing over a row reads nobody's record: the card opens after this rest, in ms, and each opening is one access entry. */
const dwell = 250;

export type CardView = {
  /** The pointer or the focus rests on a row. */
  rest(row: FrameRow, top: number): void;
  /** It went on before the card opened. */
  leave(): void;
  close(): void;
  receive(key: number, content: FrameCard | { readonly code: string }): void;
  /** The background has new marks: a record shown from before may be old. */
  forget(key: number): void;
  isOpen(): boolean;
};

export const createCardView = (
  card: HTMLElement,
  frame: HTMLElement,
  options: {
    readonly request: (key: number, employeeId: string) => void;
    readonly openInPanel: (row: FrameRow) => void;
    readonly look: () => Omit<Parameters<typeof fillPersonCard>[3], 'onOpen'>;
  },
): CardView => {
  const contents = new Map<number, FrameCard>();
  let shown: { readonly row: FrameRow; readonly top: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = (content: CardContent): void => {
    if (!shown) return;
    const { row, top } = shown;
    fillPersonCard(card, row, content, { ...options.look(), onOpen: () => options.openInPanel(row) });
    card.hidden = false;
    askVisibleBand(frame, (band) => {
      const lowest = Math.max(band.top + 4, band.bottom - card.offsetHeight - 4);
      card.style.top = `${Math.min(Math.max(top, band.top + 4), lowest)}px`;
    });
  };
  const open = (): void => {
    if (!shown) return;
    const { row } = shown;
    const known = contents.get(row.key);
    draw(known ?? 'LOADING');
    if (!known && row.person.state === 'ONE') options.request(row.key, row.person.mark.employeeId);
  };

  return {
    isOpen: () => !card.hidden,
    rest(row, top) {
      if (shown?.row === row && !card.hidden) return;
      clearTimeout(timer);
      shown = { row, top };
      timer = setTimeout(open, dwell);
    },
    leave: () => clearTimeout(timer),
    close() {
      clearTimeout(timer);
      shown = null;
      card.hidden = true;
      card.replaceChildren();
    },
    receive(key, content) {
      if ('mark' in content) contents.set(key, content);
      if (shown?.row.key === key && !card.hidden) draw(content);
    },
    forget(key) {
      contents.delete(key);
    },
  };
};
