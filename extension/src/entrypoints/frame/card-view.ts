import type { FrameCard, FrameRow } from '../../messaging/overlay-messages.ts';
import { type CardContent, fillPersonCard } from './person-card.ts';
import { askVisibleBand } from './visible-band.ts';

/** The most a card takes, in px (frame.css): what counts as the card's place, whatever it shows. */
const zoneHeight = 420;

/** Room between the card's place and the edge of what one sees, in px. */
const edge = 4;

/** Passing over a row reads nobody's record: the card opens after this rest, in ms, and each opening is one access entry. */
const dwell = 250;

export type CardView = {
  /** The pointer or the focus rests on a row. */
  rest(row: FrameRow, top: number): void;
  /** A person's wish by click or key: the card opens at once, and with `enter` takes the focus. */
  open(row: FrameRow, top: number, enter: boolean): void;
  /** It went on before the card opened. */
  leave(): void;
  /** Answers the row whose card it was. */
  close(): FrameRow | null;
  receive(key: number, content: FrameCard | { readonly code: string }): void;
  /** The background has new marks: a record shown from before may be old. */
  forget(key: number): void;
  /**
   * Does this height, in px from the frame's top, lie in the opened card's place? That is of one size for all records: the page
   * sees how the frame follows the pointer, and where a card ends would tell how much it says.
   */
  isBeside(y: number): boolean;
};

export const createCardView = (
  card: HTMLElement,
  frame: HTMLElement,
  options: {
    /** Which row's card is open now. */
    readonly onShown: (row: FrameRow | null) => void;
    readonly request: (key: number, employeeId: string) => void;
    readonly openInPanel: (row: FrameRow) => void;
    readonly look: () => Omit<Parameters<typeof fillPersonCard>[3], 'onOpen'>;
  },
): CardView => {
  const contents = new Map<number, FrameCard>();
  let shown: { readonly row: FrameRow; readonly top: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let zoneTop: number | null = null;

  const place = (): void => {
    if (!shown || zoneTop === null) return;
    const lowest = zoneTop + Math.max(0, zoneHeight - card.offsetHeight);
    card.style.top = `${Math.min(Math.max(shown.top, zoneTop), lowest)}px`;
  };
  const draw = (content: CardContent): void => {
    if (!shown) return;
    const { row } = shown;
    fillPersonCard(card, row, content, { ...options.look(), onOpen: () => options.openInPanel(row) });
    card.hidden = false;
    options.onShown(row);
    place();
  };
  const open = (): void => {
    if (!shown) return;
    const { row, top } = shown;
    const known = contents.get(row.key);
    draw(known ?? 'LOADING');
    // Once an opening: a record that comes later fills the place and does not move it.
    askVisibleBand(frame, (band) => {
      if (shown?.row !== row || card.hidden) return;
      const lowest = Math.max(band.top + edge, band.bottom - zoneHeight - edge);
      zoneTop = Math.min(Math.max(top, band.top + edge), lowest);
      place();
    });
    if (!known && row.person.state === 'ONE') options.request(row.key, row.person.mark.employeeId);
  };

  return {
    isBeside: (y) => zoneTop !== null && y >= zoneTop && y <= zoneTop + zoneHeight,
    open(row, top, enter) {
      clearTimeout(timer);
      const isNew = shown?.row !== row || card.hidden;
      shown = { row, top };
      if (isNew) open();
      // Without scrolling: the page would see by how much.
      if (enter) card.focus({ preventScroll: true });
    },
    rest(row, top) {
      if (shown?.row === row && !card.hidden) return;
      clearTimeout(timer);
      shown = { row, top };
      timer = setTimeout(open, dwell);
    },
    leave: () => clearTimeout(timer),
    close() {
      clearTimeout(timer);
      const row = shown?.row ?? null;
      shown = null;
      zoneTop = null;
      card.hidden = true;
      card.replaceChildren();
      options.onShown(null);
      return row;
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
