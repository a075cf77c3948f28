import type { FrameCard, FrameMark, FrameRow } from '../../messaging/overlay-messages.ts';
import { toDisplayDate, toPeriodText } from './deadline-text.ts';
import { createElement } from './element.ts';
import { figureText } from './figure-text.ts';
import type { FrameTexts } from './frame-texts.ts';
import { createLevelMark } from './level-mark.ts';
import { createPeriodPlot } from './period-plot.ts';
import { describeRow } from './row-mark.ts';

/** What the card knows of the person so far. */
export type CardContent = FrameCard | 'LOADING' | { readonly code: string };

const list = (title: string, items: readonly string[], texts: FrameTexts): HTMLElement => {
  const section = createElement('section', '');
  section.append(createElement('h2', '', title));
  if (items.length === 0) section.append(createElement('p', 'quiet', texts.none));
  else {
    const entries = createElement('ul', '');
    entries.append(...items.map((item) => createElement('li', '', item)));
    section.append(entries);
  }
  return section;
};

const personHead = (mark: FrameMark, texts: FrameTexts): HTMLElement => {
  const head = createElement('div', '');
  head.append(createElement('h1', '', mark.name), createElement('p', 'quiet', `${mark.title} · ${mark.unit}`));
  const figure = createElement('p', 'figure');
  if (mark.isRestricted) {
    head.append(createElement('p', 'quiet', texts.restricted.full));
    return head;
  }
  if (mark.display !== null) figure.append(createElement('strong', '', figureText(mark.display, texts)));
  figure.append(createLevelMark(mark.level, texts));
  if (mark.level !== null) {
    const period = mark.period === null ? '' : ` ${toPeriodText(mark.period)}`;
    figure.append(createElement('span', 'quiet', `${mark.provisional ? texts.provisional : texts.confirmed}${period}`));
  }
  head.append(figure);
  return head;
};

const personRecord = (content: CardContent, texts: FrameTexts): HTMLElement[] => {
  if (content === 'LOADING') return [createElement('p', 'quiet', texts.cardLoading)];
  if (!('mark' in content)) {
    return [createElement('p', '', texts.cardFailed), createElement('p', 'quiet code', content.code)];
  }
  if (content.mark.isRestricted) return [];
  const { open, done, late, notDone } = content.tasks;
  const parts = [
    createElement('p', '', texts.counts(open, done, late, notDone)),
    createPeriodPlot(content.periods, texts),
    createElement(
      'p',
      'quiet',
      content.scoredBy === null
        ? texts.notScored
        : texts.scoredBy(content.scoredBy.name, toPeriodText(content.scoredBy.period)),
    ),
  ];
  // null is "not allowed to know": then not even the heading says that there could be something.
  if (content.commendations !== null) {
    const items = content.commendations.map(({ title, decidedOn }) => `${title} (${toDisplayDate(decidedOn)})`);
    parts.push(list(texts.latestCommendations, items, texts));
  }
  if (content.disciplines !== null && content.disciplines.length > 0) {
    const items = content.disciplines.map(({ form, until }) => {
      const word = texts.disciplineForms[form] ?? form;
      return until === null ? word : `${word} — ${texts.discipline(toDisplayDate(until))}`;
    });
    parts.push(list(texts.disciplines, items, texts));
  }
  // A decision in force stands above already.
  const blocks = (content.blocks ?? []).filter(({ kind }) => kind !== 'ACTIVE_DISCIPLINE');
  if (blocks.length > 0) {
    const items = blocks.map(({ kind, until }) => {
      const word = texts.blocks[kind] ?? kind;
      return until === null ? word : texts.until(word, toDisplayDate(until));
    });
    parts.push(list(texts.blocked, items, texts));
  }
  const { findings, upheldFeedback } = content;
  const seen = [
    findings !== null && findings.open > 0 ? texts.openFindings(findings.open) : null,
    findings !== null && findings.good > 0 ? texts.goodPractices(findings.good) : null,
    upheldFeedback !== null && upheldFeedback > 0 ? texts.upheldFeedback(upheldFeedback) : null,
  ].filter((each) => each !== null);
  if (seen.length > 0) parts.push(list(texts.inspections, seen, texts));
  return parts;
};

/** The card of a row. Its one button opens the side panel; nothing in a page changes data. */
export const fillPersonCard = (
  card: HTMLElement,
  row: FrameRow,
  content: CardContent,
  {
    today,
    demonstration,
    texts,
    onOpen,
  }: {
    readonly today: string;
    readonly demonstration: boolean;
    readonly texts: FrameTexts;
    readonly onOpen: () => void;
  },
): void => {
  const open = createElement('button', 'open', texts.open);
  open.type = 'button';
  open.addEventListener('click', onOpen);
  const body =
    row.person.state === 'ONE'
      ? [personHead(row.person.mark, texts), ...personRecord(content, texts)]
      : [createElement('p', '', describeRow(row, today, texts))];
  const band = demonstration ? [createElement('p', 'band', texts.demonstration)] : [];
  card.setAttribute('aria-label', row.person.state === 'ONE' ? row.person.mark.name : texts.chooseInPanel);
  card.setAttribute('aria-busy', String(content === 'LOADING'));
  // What comes in later must not throw the keyboard out of the card.
  const hadFocus = card.contains(document.activeElement) && document.activeElement !== card;
  card.replaceChildren(...band, ...body, open);
  if (hadFocus) open.focus({ preventScroll: true });
};
