import type { PageRow } from '@congvu/schema/page-reading';
import type { FrameMark, FramePerson, FrameRow, FrameTaskState } from '../../messaging/overlay-messages.ts';
import { chosenCodeOf } from '../recognition/chosen-codes.ts';
import { type Resolution, resolveHandler } from '../recognition/resolve-handler.ts';
import type { Answers, DocumentTasks, Identified } from './answer-cache.ts';
import type { PageState } from './page-state.ts';
import { choicesOn, documentInputOf, documentKeyOf, handlerOf, mainHandlersOf } from './row-keys.ts';

type Match = Identified['matches'][number];

/** What the frame draws for one row; null while its answers are not there. `tonesMeant`: this page writes tones. */
export function toFrameRow(row: PageRow, page: PageState, answers: Answers, tonesMeant: boolean): FrameRow | null {
  const tasks = answers.documents[documentKeyOf(documentInputOf(row, page))]?.value;
  if (tasks === undefined) return null;
  const handler = handlerOf(row);
  const matchesOf = (key: string) => answers.people[key]?.value.matches;
  const chosenCode = handler && chosenCodeOf(handler, choicesOn(page, answers));
  const person =
    handler === null
      ? carrierOf(tasks, matchesOf, mainHandlersOf(row).length)
      : personOf(resolveHandler(handler, matchesOf, { chosenCode, tonesMeant }));
  return (
    person && {
      key: row.key,
      deadline: row.deadline ?? deadlineOf(tasks),
      task: taskStateOf(tasks, answers.today),
      person,
    }
  );
}

/** A list without deadlines still has those of the work that was given: the nearest one that is open. */
function deadlineOf(tasks: DocumentTasks): string | null {
  const open = tasks.filter((task) => task.outcome === 'OPEN').map((task) => task.deadline);
  return open.toSorted()[0] ?? null;
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

function personOf(resolution: Resolution<Match> | null): FramePerson | null {
  if (resolution === null) return null;
  if (resolution.state === 'NONE') return { state: 'NONE' };
  if (resolution.state === 'ONE') return { state: 'ONE', mark: markOf(resolution.match) };
  return { state: 'SEVERAL', count: resolution.matches.length };
}

/** A row without people, or with several alike: whoever carries the task that rests on the document. */
function carrierOf(
  tasks: DocumentTasks,
  matchesOf: (key: string) => readonly Match[] | undefined,
  named: number,
): FramePerson | null {
  const codes = [...new Set(tasks.map((task) => task.employee.code))];
  const [code] = codes;
  if (code === undefined) return named === 0 ? { state: 'NO_HANDLER' } : { state: 'SHARED', count: named };
  if (codes.length > 1) return { state: 'SHARED', count: codes.length };
  const matches = matchesOf(code);
  if (matches === undefined) return null;
  const [only] = matches;
  return only === undefined || matches.length > 1 ? { state: 'NONE' } : { state: 'ONE', mark: markOf(only) };
}

function markOf(match: Match): FrameMark {
  return {
    employeeId: match.employeeId,
    name: match.name,
    title: match.title,
    unit: match.unitName,
    period: match.period ?? null,
    level: match.level ?? null,
    display: match.display ?? null,
    provisional: match.provisional,
    commendations: match.commendations ?? null,
    activeDiscipline: match.activeDiscipline ?? false,
    disciplineUntil: match.activeDisciplineUntil ?? null,
    // One's own mark keeps its figures.
    isRestricted: match.restricted && (match.level ?? null) === null,
  };
}
