import type { Office } from '../harness/office.ts';

/** One task as the database has it, seen by the person whose token asks. */
export interface TaskState {
  readonly id: string;
  readonly revision: number;
  readonly outcome: string;
  readonly title: string;
  readonly documents: readonly { readonly number: string }[];
  /** Events that were not undone, oldest first. */
  readonly kinds: readonly string[];
}

const tasksOfEmployee = `query ($code: String!, $period: Period!) {
  employee(code: $code) {
    tasks(first: 50, filter: { period: $period }) {
      edges { node { id revision outcome title documents { number } events { kind undone } } }
    }
  }
}`;

const recordEvent = `mutation ($input: RecordTaskEventInput!) {
  recordTaskEvent(input: $input) { __typename ... on DomainError { code message } }
}`;

type Answer = {
  readonly data?: {
    readonly employee?: {
      readonly tasks: {
        readonly edges: readonly {
          readonly node: Omit<TaskState, 'kinds'> & {
            readonly events: readonly { readonly kind: string; readonly undone: boolean }[];
          };
        }[];
      };
    };
  };
};

/** Every task of this person that rests on a document of this number. */
export async function tasksOf(
  office: Office,
  token: string,
  code: string,
  number: string,
): Promise<readonly TaskState[]> {
  // The month of the deadline, which the story keeps in the present one (Asia/Ho_Chi_Minh).
  const period = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);
  const answer = (await post(office, token, tasksOfEmployee, { code, period })) as Answer; // What the query above asks for.
  const nodes = answer.data?.employee?.tasks.edges.map(({ node }) => node);
  if (nodes === undefined) throw new Error(`the office did not answer: ${JSON.stringify(answer)}`);
  return nodes
    .filter(({ documents }) => documents.some((document) => document.number === number))
    .map(({ events, ...task }) => ({
      ...task,
      kinds: events.filter(({ undone }) => !undone).map(({ kind }) => kind),
    }));
}

/** Another person's word on a task, given elsewhere meanwhile. */
export async function recordError(office: Office, token: string, task: TaskState, day: string): Promise<void> {
  const input = {
    idempotencyKey: crypto.randomUUID(),
    task: task.id,
    revision: task.revision,
    kind: 'MAJOR_ERROR',
    occurredOn: day,
  };
  const answer = await post(office, token, recordEvent, { input });
  if (!JSON.stringify(answer).includes('"TaskEvent"') && !JSON.stringify(answer).includes('"Task"'))
    throw new Error(`not recorded: ${JSON.stringify(answer)}`);
}

async function post(office: Office, token: string, query: string, variables: object): Promise<unknown> {
  const answer = await fetch(office.ready.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-purpose': 'EVALUATE' },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}
