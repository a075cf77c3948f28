import type { Clerk } from '../harness/command-line.ts';

/** A person of an agency as the story needs him. */
export interface Colleague {
  readonly code: string;
  readonly name: string;
  readonly assignment: {
    readonly post: 'HEAD' | 'DEPUTY' | 'STAFF';
    readonly title: string;
    readonly group: { readonly code: string };
    readonly unit: { readonly code: string };
  } | null;
}

interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** Every node of a list, page by page. */
export async function listAll<Node>(
  clerk: Clerk,
  operation: string,
  field: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const data: Readonly<Record<string, Page<Node>>> = await clerk.call(operation, { ...variables, after });
    const page = data[field];
    if (page === undefined) throw new Error(`${operation} did not answer ${field}`);
    nodes.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

/** Follows a job until it is over; throws where it failed. */
export async function follow(clerk: Clerk, id: string): Promise<FinishedJob> {
  for (let asked = 0; asked < 240; asked += 1) {
    const { job } = await clerk.call<{ readonly job: FinishedJob }>('job', { id });
    if (job.state === 'FAILED') throw new Error(`the job failed: ${job.error}`);
    if (job.state === 'DONE') return job;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the job ${id} did not end`);
}

export interface FinishedJob {
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly leftOpen: number;
  readonly error: string | null;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

interface Sheet {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly role: 'STAFF' | 'LEADER';
  readonly canConfirm: boolean;
  readonly employee: { readonly code: string };
  readonly unit: { readonly code: string };
  readonly criteria: readonly { readonly code: string; readonly maximum: string }[];
}

/** Points off the maximum of criterion I.1, by staff code; nobody else loses any. */
export type Marks = ReadonlyMap<string, number>;

/**
 * Confirms every sheet of a month that is still open and that the clerk may confirm, each criterion at its maximum but for
 * what `marks` takes off; staff before heads, so that component d is worked out of confirmed sheets. Answers how many.
 */
export async function confirmSheets(
  clerk: Clerk,
  unit: string,
  period: string,
  marks: Marks = new Map(),
): Promise<number> {
  const open = (await listAll<Sheet>(clerk, 'sheets', 'periodSheets', { unit, period })).filter(
    ({ state, canConfirm }) => canConfirm && ['ASSIGNED', 'SELF_SCORED'].includes(state),
  );
  const order = [
    ...open.filter(({ role }) => role === 'STAFF'),
    ...open.filter(({ role }) => role === 'LEADER').reverse(),
  ];
  await sendAll(
    clerk,
    'confirmPeriodSheet',
    'ConfirmPeriodSheetInput',
    order.map((sheet) => confirmation(sheet, period, marks)),
  );
  return order.length;
}

function confirmation(sheet: Sheet, period: string, marks: Marks): Readonly<Record<string, unknown>> {
  const off = marks.get(sheet.employee.code) ?? 0;
  return {
    idempotencyKey: `confirm-${period}-${sheet.employee.code}-${sheet.unit.code.replaceAll('.', '_')}`,
    sheet: sheet.id,
    revision: sheet.revision,
    criteria: sheet.criteria.map(({ code, maximum }) => ({
      code,
      points: code === 'I.1' ? take(maximum, off) : maximum,
    })),
    ...(sheet.role === 'LEADER' ? { organising: 100, cohesion: 100 } : {}),
  };
}

/** Criterion I.1 has 5 points. */
function take(maximum: string, off: number): string {
  return String(Number(maximum) - off);
}

/**
 * Sends one mutation for each input, ten to a request, which is what a request may hold. Done over HTTP: two hundred people's
 * months would be two hundred starts of the command.
 */
export async function sendAll(
  clerk: Clerk,
  mutation: string,
  inputType: string,
  inputs: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (let first = 0; first < inputs.length; first += 10) {
    const batch = inputs.slice(first, first + 10);
    const declared = batch.map((_, index) => `$i${index}: ${inputType}!`).join(', ');
    const fields = batch.map(
      (_, index) => `m${index}: ${mutation}(input: $i${index}) { __typename ... on DomainError { code message } }`,
    );
    const response = await fetch('http://127.0.0.1:4000/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${clerk.token}`, 'x-purpose': 'EVALUATE' },
      body: JSON.stringify({
        query: `mutation (${declared}) { ${fields.join(' ')} }`,
        variables: Object.fromEntries(batch.map((input, index) => [`i${index}`, input])),
      }),
    });
    // Only whether each was done is read of it.
    const { data, errors } = (await response.json()) as {
      readonly data?: Readonly<Record<string, { readonly code?: string } | null>> | null;
      readonly errors?: unknown;
    };
    const refused = Object.entries(data ?? {}).filter(([, outcome]) => outcome === null || outcome.code !== undefined);
    if (errors !== undefined || refused.length > 0) {
      throw new Error(`${mutation}: ${JSON.stringify({ errors, refused, inputs: batch })}`);
    }
  }
}
