import { expect } from 'vitest';
import type { Clerk } from '../harness/command-line.ts';
import { listAll } from './months.ts';

/** What an inspection left behind for the rest of the story. */
export interface Inspected {
  readonly inspection: string;
  readonly finding: Saved;
  readonly goodPractice: Saved;
  readonly recommendation: Saved;
}

/** A row as a mutation answers it. */
export interface Saved {
  readonly id: string;
  readonly revision: number;
}

type Answer<Field extends string, Row = Saved> = Readonly<Record<Field, Row>>;

interface Inspectors {
  readonly inspector: Clerk;
  /** Head of the agency that is visited. */
  readonly director: Clerk;
  readonly agency: string;
  /** Whom the findings are about, each with his unit. */
  readonly wrongdoer: { readonly code: string; readonly unit: string };
  readonly model: { readonly code: string; readonly unit: string };
}

/**
 * An unannounced check of public duty in two divisions of an agency: its head knows nothing of it before it happened, nothing of
 * a finding before it is issued. It leaves a breach, a good practice, and a recommendation with an owner and a day.
 */
export async function inspect(people: Inspectors): Promise<Inspected> {
  const { inspector, director, agency, wrongdoer, model } = people;
  const { saveInspection } = await inspector.call<Answer<'saveInspection'>>('save-inspection', {
    input: {
      unit: 'H99',
      kind: 'DUTY_CHECK',
      area: 'PUBLIC_DUTY',
      mode: 'UNANNOUNCED',
      title: 'Kiểm tra công vụ đột xuất tại Sở Nội vụ',
      topics: ['WORKING_HOURS', 'ADMINISTRATIVE_PROCEDURES'],
      teamKind: 'Đoàn kiểm tra công vụ',
    },
  });
  const { id: inspection } = saveInspection;
  // A team is made by a decision; without one nothing runs.
  expect(
    await inspector.refused('start-inspection', {
      input: { inspection, revision: saveInspection.revision, on: '2026-10-05' },
    }),
  ).toMatch(/WRONG_STATE|EVIDENCE_REQUIRED/);
  const { setTeam } = await inspector.call<Answer<'setTeam'>>('set-team', {
    input: {
      inspection,
      revision: saveInspection.revision,
      decisionNumber: '118/QĐ-TTr',
      decidedOn: '2026-10-01',
      members: [
        { name: 'Vũ Thanh Tra', role: 'HEAD' },
        { name: 'Lê Thành Viên', role: 'MEMBER' },
      ],
    },
  });
  const visits = [];
  for (const { unit } of [wrongdoer, model]) {
    const { planVisit } = await inspector.call<Answer<'planVisit'>>('plan-visit', {
      input: { inspection, unit, from: '2026-10-05', to: '2026-10-07', unannounced: true },
    });
    visits.push(planVisit);
  }
  expect(await seenBy(director, 'inspections', agency, inspection)).toBe(false);
  await inspector.call('start-inspection', { input: { inspection, revision: setTeam.revision, on: '2026-10-05' } });
  const done: string[] = [];
  for (const visit of visits) {
    const { recordVisit } = await inspector.call<Answer<'recordVisit'>>('record-visit', {
      input: { visit: visit.id, revision: visit.revision, on: '2026-10-06' },
    });
    done.push(recordVisit.id);
  }
  expect(await seenBy(director, 'inspections', agency, inspection)).toBe(true);
  const { recordFinding: finding } = await inspector.call<Answer<'recordFinding'>>('record-finding', {
    input: {
      inspection,
      visit: done[0],
      unit: wrongdoer.unit,
      employee: wrongdoer.code,
      topic: 'ADMINISTRATIVE_PROCEDURES',
      positive: false,
      description: 'Giữ 12 hồ sơ quá hạn, không có thư xin lỗi',
      quantity: 12,
      severity: 'GRAVE',
      evidence: 'Biên bản kiểm tra ngày 06/10/2026',
      foundOn: '2026-10-06',
    },
  });
  const { recordFinding: goodPractice } = await inspector.call<Answer<'recordFinding'>>('record-finding', {
    input: {
      inspection,
      visit: done[1],
      unit: model.unit,
      employee: model.code,
      topic: 'CITIZEN_RECEPTION',
      positive: true,
      description: 'Lập bảng hướng dẫn hồ sơ bằng hình, người dân không phải đi lại lần hai',
      evidence: 'Biên bản kiểm tra ngày 06/10/2026',
      foundOn: '2026-10-06',
    },
  });
  expect(await seenBy(director, 'findings', agency, finding.id)).toBe(false);
  await inspector.call('issue-findings', { input: { inspection, on: '2026-10-12' } });
  expect(await seenBy(director, 'findings', agency, finding.id)).toBe(true);

  const recommended = {
    inspection,
    finding: finding.id,
    kind: 'CONSIDER_DISCIPLINE',
    targetEmployee: wrongdoer.code,
    content: 'Xem xét xử lý kỷ luật theo thẩm quyền',
    issuedOn: '2026-10-12',
  };
  expect(await inspector.refused('issue-recommendation', { input: recommended })).toMatch(/ownerUnit/);
  const { issueRecommendation: recommendation } = await inspector.call<Answer<'issueRecommendation'>>(
    'issue-recommendation',
    { input: { ...recommended, ownerUnit: agency, dueOn: '2026-11-30' } },
  );
  return { inspection, finding: await renewed(inspector, finding), goodPractice, recommendation };
}

/** The finding as it stands now: issuing changed its revision. */
async function renewed(clerk: Clerk, { id }: Saved): Promise<Saved> {
  const found = (await listAll<Saved>(clerk, 'findings', 'findings', { unit: 'H99.01' })).find(
    (each) => each.id === id,
  );
  if (found === undefined) throw new Error(`the finding ${id} is not listed`);
  return found;
}

async function seenBy(clerk: Clerk, list: 'inspections' | 'findings', unit: string, id: string): Promise<boolean> {
  const rows = await listAll<{ readonly id: string }>(clerk, list, list, { unit });
  return rows.some((row) => row.id === id);
}

/** What was recommended is done by a document, and closed by who may; not before. */
export async function closeRecommendation(
  inspector: Clerk,
  director: Clerk,
  { recommendation }: Inspected,
): Promise<void> {
  const note = 'Sở đã xử lý';
  expect(
    await inspector.refused('close-recommendation', {
      input: { recommendation: recommendation.id, revision: recommendation.revision, on: '2026-11-20', note },
    }),
  ).toMatch(/EVIDENCE_REQUIRED/);
  const { addFollowUp } = await director.call<Answer<'addFollowUp'>>('add-follow-up', {
    input: {
      recommendation: recommendation.id,
      revision: recommendation.revision,
      state: 'DONE',
      note,
      proof: '322/QĐ-SNV',
    },
  });
  const { closeRecommendation: closed } = await inspector.call<
    Answer<'closeRecommendation', { readonly state: string }>
  >('close-recommendation', {
    input: { recommendation: recommendation.id, revision: addFollowUp.revision, on: '2026-11-20', note },
  });
  expect(closed.state).toBe('CLOSED');
}

/** The defect a unit was told of is remedied with proof: until then nobody may decide it outstanding. */
export async function remedy(inspector: Clerk, { finding }: Inspected): Promise<void> {
  const { remedyFinding } = await inspector.call<Answer<'remedyFinding', { readonly remediedOn: string | null }>>(
    'remedy-finding',
    {
      input: {
        finding: finding.id,
        revision: finding.revision,
        on: '2026-11-20',
        proof: 'Báo cáo khắc phục số 45/BC-SNV',
      },
    },
  );
  expect(remedyFinding.remediedOn).toBe('2026-11-20');
}
