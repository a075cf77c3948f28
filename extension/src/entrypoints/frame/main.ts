import type { PageToFrame } from '../../messaging/frame-channel.ts';
import type { BackgroundToFrame, FrameRow } from '../../messaging/overlay-messages.ts';
import { createCardView } from './card-view.ts';
import { createElement } from './element.ts';
import { connectFrame, type FrameListener } from './frame-connection.ts';
import { followLanguage } from './frame-language.ts';
import { followPresence } from './frame-size.ts';
import { english, vietnamese } from './frame-texts.ts';
import { keepToFrame } from './keep-to-frame.ts';
import { createStateView } from './state-view.ts';
import { createStripView } from './strip-view.ts';

/** A frame that nobody sees gets no pictures; then nobody sees an old one either. Milliseconds. */
const paintedWithin = 200;

/** Once what stands in the tree now is on the screen: after the next picture, which shows it, has been handed over. */
const whenPainted = (act: () => void): void => {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    act();
  };
  requestAnimationFrame(() => requestAnimationFrame(once));
  setTimeout(once, paintedWithin);
};

/** Up and down the strip; the card lies to its left. */
const stepsOf = (key: string): number | undefined =>
  ({
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  })[key];

/** Wires the frame: records come from the background, places from the page, nothing goes back but size and choice. */
const startFrame = async (strip: HTMLElement): Promise<void> => {
  const listening = Promise.withResolvers<FrameListener>();
  const connection = connectFrame(listening.promise);
  const language = await followLanguage();
  const texts = language === 'en' ? english : vietnamese;
  document.documentElement.lang = language;
  strip.setAttribute('aria-label', texts.strip);
  const rows = new Map<number, FrameRow>();
  let today = '';
  let demonstration = false;

  const card = createElement('div', 'card');
  card.hidden = true;
  card.id = 'card';
  card.tabIndex = -1;
  card.setAttribute('role', 'dialog');
  document.body.append(card);
  const state = createStateView(strip, texts);
  const view = createStripView(
    strip,
    (key) => rows.get(key) ?? null,
    () => today,
    texts,
  );
  const cards = createCardView(card, document.documentElement, {
    onShown: (row) => view.setOpen(row?.key ?? null),
    request: (key, employeeId) => connection.toBackground({ type: 'card', key, employeeId }),
    openInPanel: ({ key, person }) => {
      const employeeId = person.state === 'ONE' ? person.mark.employeeId : null;
      connection.toBackground({ type: 'openInPanel', key, employeeId });
    },
    look: () => ({ today, demonstration, texts }),
  });

  const hearBackground = (message: Exclude<BackgroundToFrame, { type: 'refused' }>): void => {
    switch (message.type) {
      case 'state':
        state.set(message.state, message.code);
        if (message.state === 'READY' || message.state === 'LOADING') return;
        // Signed out, refused or failed: no record of before stays on the screen.
        rows.clear();
        cards.close();
        view.redraw();
        return;
      case 'marks': {
        const isNewDay = today !== message.today;
        ({ today, demonstration } = message);
        state.setDemonstration(demonstration);
        for (const key of message.removed) rows.delete(key);
        for (const row of message.changed) {
          rows.set(row.key, row);
          cards.forget(row.key);
        }
        const hasDeadlines = rows.size === 0 || [...rows.values()].some(({ deadline }) => deadline !== null);
        strip.classList.toggle('no-deadlines', !hasDeadlines);
        const changed = [...message.removed, ...message.changed.map(({ key }) => key)];
        view.redraw(isNewDay ? undefined : changed);
        return;
      }
      case 'card':
        cards.receive(message.key, message.card);
        return;
      case 'cardFailed':
        cards.receive(message.key, { code: message.code });
        return;
      default:
        message satisfies never;
    }
  };
  const hearLayout = (layout: Extract<PageToFrame, { type: 'layout' }>): void => {
    document.documentElement.classList.toggle('dark', layout.dark);
    document.documentElement.classList.toggle('compact', layout.compact);
    strip.style.width = `${layout.width}px`;
    state.setHead(layout.headHeight);
    view.setLayout(layout);
    whenPainted(() => connection.toPage({ type: 'drawn', sequence: layout.sequence }));
  };
  /** The mark an event happened on, with its row: null between marks and where the background has not filled it. */
  const markAt = (target: EventTarget | null): { readonly row: FrameRow; readonly top: number } | null => {
    const button = target instanceof Element ? target.closest('.mark') : null;
    const entry = button && view.entryOf(button);
    const row = entry && rows.get(entry.key);
    return row ? { row, top: entry.top } : null;
  };
  const isInCard = (target: EventTarget | null): boolean => target instanceof Node && card.contains(target);
  const restOn = (target: EventTarget | null): void => {
    const mark = markAt(target);
    if (mark) cards.rest(mark.row, mark.top);
    else if (!isInCard(target)) cards.leave();
  };
  // Not pointerover: when the frame grows, the browser sends one for the place where the pointer was before.
  document.addEventListener('pointermove', ({ target }) => {
    if (markAt(target) || !isGrowing()) restOn(target);
  });
  document.addEventListener('focusin', ({ target }) => restOn(target));
  // A click of the pointer opens the card; that of a key (Enter, space) goes into it.
  document.addEventListener('click', ({ target, detail }) => {
    const mark = markAt(target);
    if (mark) cards.open(mark.row, mark.top, detail === 0);
  });
  const leaveCard = (): void => {
    const hadFocus = isInCard(document.activeElement);
    const row = cards.close();
    if (row && hadFocus) view.buttonOf(row.key)?.focus();
  };
  document.addEventListener('keydown', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('.mark') : null;
    const mark = markAt(button);
    if (event.key === 'Escape' || (event.key === 'ArrowRight' && isInCard(event.target))) leaveCard();
    else if (event.key === 'ArrowLeft' && mark) cards.open(mark.row, mark.top, true);
    else {
      const steps = stepsOf(event.key);
      if (steps === undefined || !button) return;
      view.moveFocus(button, steps);
    }
    event.preventDefault();
  });
  keepToFrame(strip, card);
  // Not whether it is over the card itself: how long a card is, is a part of what it says.
  const inside = ({ target, clientY }: PointerEvent): boolean =>
    (target instanceof Node && strip.contains(target)) || cards.isBeside(clientY);
  const { pointerLeft, isGrowing } = followPresence(inside, connection.toPage, () => void cards.close());
  listening.resolve({ layout: hearLayout, background: hearBackground, pointerLeft });
};

const strip = document.querySelector<HTMLElement>('#strip');
// Opened by itself, frame.html has the strip too; without a nonce it stays empty.
if (strip) void startFrame(strip);
