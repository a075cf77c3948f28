import type { FrameState } from '../../messaging/overlay-messages.ts';
import { createElement } from './element.ts';
import type { FrameTexts } from './frame-texts.ts';

/** Where the page has no headings beside the strip, a state still gets this much height, in px. */
const leastHeight = 26;

/** The line at the head of the strip: whose it is, loading, refused, failed, signed out; and the band of a demonstration. */
export const createStateView = (strip: HTMLElement, texts: FrameTexts) => {
  const head = createElement('div', 'head');
  const name = createElement('b', '', 'Công vụ');
  const line = createElement('span', 'state', texts.states.LOADING);
  const band = createElement('span', 'tag', texts.demonstration);
  line.setAttribute('role', 'status');
  band.hidden = true;
  head.append(name, line, band);
  strip.append(head);
  let headHeight = 0;
  let state: FrameState = 'LOADING';

  const applyHeight = (): void => {
    // Over the first row's mark only while there are no marks.
    const height = state === 'READY' ? headHeight : Math.max(headHeight, leastHeight);
    head.style.height = `${height}px`;
    head.hidden = height === 0;
    name.hidden = state !== 'READY';
  };
  applyHeight();
  return {
    set(next: FrameState, code: string | null): void {
      state = next;
      line.textContent = next === 'READY' ? '' : texts.states[next];
      if (code !== null && next !== 'READY') line.append(createElement('small', 'code', ` ${code}`));
      line.title = line.textContent;
      applyHeight();
    },
    setHead(height: number): void {
      headHeight = height;
      applyHeight();
    },
    setDemonstration(shown: boolean): void {
      band.hidden = !shown;
      strip.classList.toggle('demonstration', shown);
      strip.dataset.band = shown ? texts.demonstration : '';
    },
  };
};
