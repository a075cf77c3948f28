import type { FrameMark, FramePerson, FrameRow } from '../../messaging/overlay-messages.ts';
import { describeDeadline, toDisplayDate, toPeriodText } from './deadline-text.ts';
import { createElement } from './element.ts';
import type { FrameTexts } from './frame-texts.ts';
import { createLevelMark } from './level-mark.ts';

const taskShapes = { NONE: '○', OPEN: '◐', DONE: '●', LATE: '◑', NOT_DONE: '◇' } as const;

/** For a screen reader alone, in front of what one sees: the name of a mark is made of both, so that what one sees is part of it. */
const unseen = (text: string): HTMLElement => createElement('span', 'unseen', text);

const shape = (character: string): HTMLElement => {
  const element = createElement('span', '', character);
  element.setAttribute('aria-hidden', 'true');
  return element;
};

/** A shape and a figure for the eye, and the words for both as the title; `words` what a screen reader adds to the figure. */
const sign = (className: string, character: string, figure: string, words: string, title: string): HTMLElement => {
  const element = createElement('span', className);
  element.title = title;
  element.append(shape(character), figure, unseen(words));
  return element;
};

const personParts = (mark: FrameMark, texts: FrameTexts): HTMLElement[] => {
  if (mark.isRestricted) {
    const restricted = createElement('span', 'person quiet', texts.restricted.short);
    restricted.title = texts.restricted.full;
    return [restricted];
  }
  const level = createLevelMark(mark.level, texts);
  // No score without its state (ui.md): provisional, or the period it was confirmed for.
  const state = mark.provisional || mark.period === null ? texts.provisional : toPeriodText(mark.period);
  if (mark.level !== null) level.append(' ', createElement('small', '', state));
  const parts = [level];
  if (mark.commendations) {
    const count = String(mark.commendations);
    const title = texts.commendations(mark.commendations);
    parts.push(sign('commendation', '✦', count, title.replace(count, ''), title));
  }
  if (mark.activeDiscipline) {
    const until = mark.disciplineUntil === null ? null : toDisplayDate(mark.disciplineUntil);
    const title = texts.discipline(until);
    parts.push(sign('discipline', '▲', '', title, title));
  }
  return parts;
};

const describePerson = ({ person }: FrameRow, texts: FrameTexts): string => {
  switch (person.state) {
    case 'ONE': {
      const { name, level, provisional, period, isRestricted } = person.mark;
      if (isRestricted) return `${name}, ${texts.restricted.full}`;
      if (level === null) return `${name}, ${texts.noLevel.full}`;
      const state = provisional ? texts.provisional : texts.confirmed;
      return `${name}, ${texts.levels[level].full} (${state}${period === null ? '' : ` ${toPeriodText(period)}`})`;
    }
    case 'SEVERAL':
      return `${texts.several(person.count)}. ${texts.chooseInPanel}`;
    case 'SHARED':
      return `${texts.shared(person.count)}. ${texts.chooseInPanel}`;
    case 'NONE':
      return texts.nobody;
    case 'NO_HANDLER':
      return texts.noHandler;
    default:
      return person satisfies never;
  }
};

/** A choice to be made, or a dash: whom the row names is said to a screen reader in front of it. */
const noPerson = (person: FramePerson, texts: FrameTexts): HTMLElement => {
  const element = createElement('span', 'person');
  if (person.state === 'SEVERAL') element.append(shape('? '), texts.several(person.count));
  else if (person.state === 'SHARED') element.append(shape('? '), texts.shared(person.count));
  else element.append(shape('—'));
  return element;
};

/** One sentence with all a mark shows: what the card of a row without a person says. */
export const describeRow = (row: FrameRow, today: string, texts: FrameTexts): string => {
  const parts = [describePerson(row, texts), describeDeadline(row.deadline, today, texts).text, texts.tasks[row.task]];
  if (row.person.state === 'ONE') {
    const { commendations, activeDiscipline, disciplineUntil } = row.person.mark;
    if (commendations) parts.push(texts.commendations(commendations));
    const until = disciplineUntil === null ? null : toDisplayDate(disciplineUntil);
    if (activeDiscipline) parts.push(texts.discipline(until));
  }
  return parts.join(', ');
};

/** Fills the mark of one row: level, deadline, state of the task, commendations, discipline; or why there is no person. */
export const fillRowMark = (button: HTMLElement, row: FrameRow, today: string, texts: FrameTexts): void => {
  const deadline = describeDeadline(row.deadline, today, texts);
  const [level, ...signs] =
    row.person.state === 'ONE' ? personParts(row.person.mark, texts) : [noPerson(row.person, texts)];
  const task = createElement('span', `task task-${row.task.toLowerCase()}`);
  task.append(shape(`${taskShapes[row.task]} `), texts.tasks[row.task]);
  const due = createElement('span', `deadline deadline-${deadline.kind.toLowerCase()}`, deadline.text);
  const pause = (): HTMLElement => unseen(', ');
  button.replaceChildren(
    unseen(`${describePerson(row, texts)}: `),
    ...(level ? [level] : []),
    pause(),
    due,
    pause(),
    task,
    ...signs.flatMap((one) => [pause(), one]),
  );
};
