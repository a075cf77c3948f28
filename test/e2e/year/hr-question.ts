import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { actAs, askAs, fetchFile, followAs } from './hr-asking.ts';
import { codeOf, NEW_UNIT } from './hr-files.ts';
import { addOne } from './hr-import.ts';

/** A token for a program, with the scopes it needs and an end. */
export interface Token {
  readonly id: string;
  readonly secret: string;
}

export async function makeToken(hr: string): Promise<Token> {
  const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { secret, token } = await actAs<{ readonly secret: string; readonly token: { readonly id: string } }>(
    hr,
    'create-token',
    'createPersonalToken',
    { name: 'Báo cáo nhân sự', scopes: ['EMPLOYEE_READ', 'UNIT_READ', 'SCORE_READ'], expiresOn },
  );
  return { id: token.id, secret };
}

interface PeoplePage {
  readonly employees: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly code: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Who is in the new unit? Read page by page by a program while a person is added: nobody twice, nobody of the 288 left out. */
export async function answerQuestion(hr: string, token: Token): Promise<void> {
  const codes: string[] = [];
  let after: string | null = null;
  for (let page = 0; page === 0 || after !== null; page += 1) {
    const { employees }: PeoplePage = await askAs(token.secret, 'people-of-unit', { unit: NEW_UNIT, first: 50, after });
    codes.push(...employees.edges.map(({ node }) => node.code));
    expect(employees.totalCount).toBe(page < 2 ? 288 : 289);
    after = employees.pageInfo.hasNextPage ? employees.pageInfo.endCursor : null;
    if (page === 1) await addOne(hr);
  }
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => code !== codeOf(300))).toHaveLength(288);
}

/** The same list as JSONL: made by a job, fetched once with its checksum, one object a line. */
export async function exportPeople(hr: string): Promise<void> {
  const { id } = await actAs<{ readonly id: string }>(hr, 'export-list', 'exportList', {
    list: 'EMPLOYEES',
    variables: JSON.stringify({ filter: { unit: NEW_UNIT } }),
    format: 'JSONL',
  });
  const { export: made } = await followAs<{
    readonly state: string;
    readonly error: string | null;
    readonly export: { readonly rows: number; readonly sha256: string | null; readonly url: string | null };
  }>(hr, 'export-job', id);
  expect(made.rows).toBe(289);
  const file = await fetchFile(hr, new URL(made.url ?? '', 'http://127.0.0.1').pathname);
  expect(file.status).toBe(200);
  const bytes = Buffer.from(await file.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect([made.sha256, file.headers.get('x-checksum-sha256')]).toEqual([sha256, sha256]);
  const lines = bytes
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly code?: string });
  expect(lines).toHaveLength(289);
  expect(lines.map(({ code }) => code)).toContain(codeOf(0));
}
