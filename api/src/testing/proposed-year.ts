import { expect } from 'vitest';
import { AGENCY, YEAR, type YearOffice } from './year-office.ts';

export const ROUND = { unit: AGENCY, year: YEAR };

/** Minutes of one meeting of the whole agency. */
export const MEETING = {
  ...ROUND,
  heldOn: '2026-11-20',
  kind: 'ALL_STAFF',
  chair: 'Giám đốc',
  secretary: 'Thư ký',
  present: 190,
  absent: 10,
  content: 'Thống nhất mức xếp loại.',
};

/** Carries the agency's year to its proposal as personnel does: opened, the meeting held, proposed. Leaders lack their opinions. */
export async function proposeYear(office: YearOffice): Promise<void> {
  for (const [name, input] of [
    ['openYear', ROUND],
    ['recordMeeting', MEETING],
    ['proposeLevels', ROUND],
  ] as const)
    expect((await office.act('nhansu', name, '', input)).errors).toEqual([]);
}

/** What the procedure asks before a head is decided: the Party's opinion and the synthesis. */
export async function hearOfLeader(office: YearOffice, userName: string): Promise<void> {
  for (const [name, input] of [
    ['recordPartyOpinion', { body: 'Chi ủy', opinion: 'Nhất trí', givenOn: '2026-11-21' }],
    ['synthesise', { synthesis: 'Các ý kiến thống nhất' }],
  ] as const) {
    const { id, rowRevision } = await office.yearOf('nhansu', office.codeOf(userName));
    const { result } = await office.act('nhansu', name, '', { classification: id, revision: rowRevision, ...input });
    expect(result.__typename).toBe('Classification');
  }
}

/** A row of the year as a decision names it, with the proposed level. */
export interface ProposedRow {
  readonly id: string;
  readonly rowRevision: number;
  readonly proposedLevel: string | null;
  readonly employee: { readonly code: string };
}

/** The rows of all who hold no post of a leader, by name. */
export async function staffRows(office: YearOffice): Promise<readonly ProposedRow[]> {
  const list = `query Q($after: String) { classifications(first: 100, after: $after, filter: { unit: "${AGENCY}", year: ${YEAR}, post: STAFF }) {
    edges { node { id rowRevision proposedLevel employee { code } } } pageInfo { hasNextPage endCursor } } }`;
  const rows: ProposedRow[] = [];
  for (let after: string | null = null; ; ) {
    const { classifications } = await office.read('nhansu', list, { after });
    for (const { node } of classifications.edges) rows.push(node);
    if (!classifications.pageInfo.hasNextPage) return rows;
    after = classifications.pageInfo.endCursor;
  }
}
