import type { PageRow } from '@congvu/schema/page-reading';
import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { DocumentKeyInput } from '../../../generated/graphql.ts';
import { type AskFailure, askServer } from '../../graphql/ask-server.ts';
import { chosenCodeOf, toChosenCodes } from '../recognition/chosen-codes.ts';
import { HandlerChoicesDocument } from '../recognition/handler-choices.operations.ts';
import { identityKeysOf } from '../recognition/identity-keys.ts';
import {
  type Answers,
  answerAge,
  type DocumentTasks,
  findAnswers,
  type Identified,
  keepAnswers,
} from './answer-cache.ts';
import { PageMarksDocument } from './page-marks.operations.ts';
import type { PageState } from './page-state.ts';
import { choicesOn, documentInputOf, documentKeyOf, handlerOf } from './row-keys.ts';

/** The api answers at most this many people, and documents, in one call. */
export const keysPerCall = 500;

/**
 * Answers for everything a page shows: from the cache, and one call for what is not in it (more above 500 keys). Where rows name nobody
 * their documents' tasks do, so that a second call asks for those people; where a page has ids of its own for people, one's choices on
 * that host are asked for first.
 */
export async function findMarks(page: PageState): Promise<Result<Answers, AskFailure>> {
  const age = answerAge();
  const start = await findChoices(page, age);
  if (!start.ok) return start;
  let answers = start.value;
  const rows = Object.values(page.rows);
  const documents = new Map(rows.map((row) => keyed(documentInputOf(row, page))));
  for (let round = 0; round < 2; round++) {
    const people = unique(rows.flatMap((row) => personKeysOf(row, page, answers))).filter(
      (key) => !(key in answers.people),
    );
    const unknown = [...documents].filter(([key]) => !(key in answers.documents));
    const calls = Math.ceil(Math.max(people.length, unknown.length) / keysPerCall);
    for (let call = 0; call < calls; call++) {
      const part = [call * keysPerCall, (call + 1) * keysPerCall] as const;
      const next = await askPart(people.slice(...part), unknown.slice(...part), age);
      if (!next.ok) return next;
      answers = next.value;
    }
  }
  return ok(answers);
}

/** Staff codes of those who carry the tasks of a row that names nobody; else the keys of its handler. */
function personKeysOf(row: PageRow, page: PageState, answers: Answers): readonly string[] {
  const handler = handlerOf(row);
  if (handler !== null) return identityKeysOf(handler, chosenCodeOf(handler, choicesOn(page, answers)));
  const tasks = answers.documents[documentKeyOf(documentInputOf(row, page))]?.value ?? [];
  return tasks.map((task) => task.employee.code);
}

async function findChoices(page: PageState, age: number): Promise<Result<Answers, AskFailure>> {
  const answers = await findAnswers();
  const hasIds = Object.values(page.rows).some((row) => handlerOf(row)?.id != null);
  if (!hasIds || page.host in answers.choices) return ok(answers);
  const answer = await askServer(HandlerChoicesDocument, { host: page.host }, 'extension/overlay');
  if (!answer.ok) return answer;
  return ok(await keepAnswers({ choices: new Map([[page.host, toChosenCodes(answer.value)]]) }, age));
}

async function askPart(
  people: readonly string[],
  documents: readonly (readonly [string, DocumentKeyInput])[],
  age: number,
): Promise<Result<Answers, AskFailure>> {
  const variables = { keys: [...people], documents: documents.map(([, input]) => input) };
  const answer = await askServer(PageMarksDocument, variables, 'extension/overlay');
  if (!answer.ok) return answer;
  const { viewer, identify, documentTasks } = answer.value;
  if (identify.length !== people.length || documentTasks.length !== documents.length) {
    return fail({ code: 'SERVER_FAILED' });
  }
  const identified = new Map<string, Identified>();
  for (const [index, key] of people.entries()) put(identified, key, identify[index]);
  const tasks = new Map<string, DocumentTasks>();
  for (const [index, [key]] of documents.entries()) put(tasks, key, documentTasks[index]?.tasks);
  const { today, demonstration } = viewer;
  return ok(await keepAnswers({ today, demonstration, people: identified, documents: tasks }, age));
}

function put<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value !== undefined) map.set(key, value);
}

function keyed(input: DocumentKeyInput): [string, DocumentKeyInput] {
  return [documentKeyOf(input), input];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
