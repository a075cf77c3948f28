import type { FrameMark, FrameRow } from '../../messaging/overlay-messages.ts';
import { describeDeadline, toDisplayDate, toPeriodText } from './deadline-text.ts';
import { createElement } from './element.ts';
import type { FrameTexts } from './frame-texts.ts';
import { createLevelMark } from './level-mark.ts';

const taskShapes = { NONE: '○', OPEN: '◐', DONE: '●', LATE: '◑', NOT_DONE: '◇' } as const;

const sign = (className: string, shape: string, title: string): HTMLElement => {
  const element = createElement('span', className, shape);
  element.title = title;
  return element;
};

const personParts = (mark: FrameMark, texts: FrameTexts): HTMLElement[] => {
  const level = createLevelMark(mark.level, texts);
  // No score without its state (ui.md): provisional, or the period it was confirmed for.
  const state = mark.provisional || mark.period === null ? texts.provisional : toPeriodText(mark.period);
  if (mark.level !== null) level.append(createElement('small', '', state));
  const parts = [level];
  if (mark.commendations) {
    parts.push(sign('commendation', `✦${mark.commendations}`, texts.commendations(mark.commendations)));
  }
  if (mark.activeDiscipline) {
    const until = mark.disciplineUntil === null ? null : toDisplayDate(mark.disciplineUntil);
    parts.push(sign('discipline', '▲', texts.discipline(until)));
  }
  return parts;
};

const describePerson = ({ person }: FrameRow, texts: FrameTexts): string => {
  switch (person.state) {
    case 'ONE': {
      const { name, level, provisional, period } = person.mark;
      if (level === null) return `${name}, ${texts.noLevel.full}`;
      const state = provisional ? texts.provisional : texts.confirmed;
      return `${name}, ${texts.levels[level].full} (${state}${period === null ? '' : ` ${toPeriodText(period)}`})`;
    }
    case 'SEVERAL':
      return `${texts.several(person.count)}. ${texts.chooseInPanel}`;
    case 'NONE':
      return texts.nobody;
    case 'NO_HANDLER':
      return texts.noHandler;
    default:
      return person satisfies never;
  }
};

/** One sentence with all a mark shows, for a screen reader. */
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
    row.person.state === 'ONE'
      ? personParts(row.person.mark, texts)
      : [
          createElement(
            'span',
            'person',
            row.person.state === 'SEVERAL' ? `? ${texts.several(row.person.count)}` : '—',
          ),
        ];
  const task = createElement(
    'span',
    `task task-${row.task.toLowerCase()}`,
    `${taskShapes[row.task]} ${texts.tasks[row.task]}`,
  );
  const due = createElement('span', `deadline deadline-${deadline.kind.toLowerCase()}`, deadline.text);
  button.setAttribute('aria-label', describeRow(row, today, texts));
  button.replaceChildren(...(level ? [level] : []), due, task, ...signs);
};
