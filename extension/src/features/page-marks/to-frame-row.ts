import type { PageRow } from '@congvu/schema/page-reading';
import type { FrameMark, FramePerson, FrameRow, FrameTaskState } from '../../messaging/overlay-messages.ts';
import type { Answers, DocumentTasks, Identified } from './answer-cache.ts';
import type { PageState } from './page-state.ts';
import { documentInputOf, documentKeyOf, personKeyOf } from './row-keys.ts';

/** What the frame draws for one row; null while its answers are not there. */
export function toFrameRow(row: PageRow, page: PageState, answers: Answers): FrameRow | null {
  const personKey = personKeyOf(row);
  const identified = personKey === null ? null : answers.people[personKey]?.value;
  const tasks = answers.documents[documentKeyOf(documentInputOf(row, page))]?.value;
  if (identified === undefined || tasks === undefined) return null;
  return {
    key: row.key,
    deadline: row.deadline,
    task: taskStateOf(tasks, answers.today),
    person: identified === null ? { state: 'NO_HANDLER' } : personOf(identified),
  };
}

/** The worst state first: what is late must not hide behind what is done. */
export function taskStateOf(tasks: DocumentTasks, today: string): FrameTaskState {
  const open = tasks.filter((task) => task.outcome === 'OPEN');
  if (open.some((task) => task.deadline < today)) return 'LATE';
  if (open.length > 0) return 'OPEN';
  if (tasks.some((task) => task.outcome === 'NOT_DONE')) return 'NOT_DONE';
  // A task handed on lives on as another task; alone it says nothing of this document.
  return tasks.some((task) => task.outcome === 'DONE') ? 'DONE' : 'NONE';
}

function personOf(identified: Identified): FramePerson {
  const [only] = identified.matches;
  if (identified.state === 'SEVERAL') return { state: 'SEVERAL', count: identified.matches.length };
  return identified.state === 'ONE' && only !== undefined ? { state: 'ONE', mark: markOf(only) } : { state: 'NONE' };
}

function markOf(match: Identified['matches'][number]): FrameMark {
  return {
    employeeId: match.employeeId,
    name: match.name,
    title: match.title,
    unit: match.unitName,
    period: match.period ?? null,
    level: match.level ?? null,
    display: match.display?.replace('.', ',') ?? null,
    provisional: match.provisional,
    commendations: match.commendations ?? null,
    activeDiscipline: match.activeDiscipline ?? false,
    disciplineUntil: match.activeDisciplineUntil ?? null,
  };
}
