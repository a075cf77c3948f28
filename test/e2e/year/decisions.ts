import { expect } from 'vitest';
import type { Clerk } from '../harness/command-line.ts';
import type { Decided, Decision, Row } from './answers.ts';
import { follow } from './months.ts';
import { agency, byCode, rowOf, rows, type Story, year } from './story.ts';

/** What the law forbids is refused by name; then everybody is decided, the director by the chairman. */
export async function decideLevels(story: Story): Promise<void> {
  const { hr, director, chairman, cast } = story;
  const all = await rows(hr);
  const [head, top] = [byCode(all, cast.head.code), byCode(all, cast.director.code)];
  const decide = (clerk: Clerk, rowsToDecide: readonly Decision[]) =>
    clerk.call<Decided>('decide-classifications', {
      input: { decisionNumber: '400/QĐ-SNV', decidedOn: '2026-11-22', rows: rowsToDecide },
    });
  // Against the cap with a reason alone; the director about himself.
  const against = await decide(director, [
    { classification: head.id, level: 'OUTSTANDING', reason: 'Ghi nhận cố gắng' },
  ]);
  expect(against.decideClassifications.rows[0]?.errors.map(({ code }) => code)).toEqual(['HEAD_ABOVE_UNIT']);
  const himself = await decide(director, [asProposed(top)]);
  expect(himself.decideClassifications.decided).toBe(0);
  const forced = await decide(director, [
    { classification: byCode(all, cast.disciplined.code).id, level: 'GOOD', reason: 'Đã sửa chữa' },
  ]);
  expect(forced.decideClassifications.rows[0]?.errors.map(({ code }) => code)).toEqual(['FORCED_LEVEL']);

  const others = all.filter(({ employee: { code } }) => code !== cast.director.code);
  // Differing from the proposal: not without a reason, and one's own later petition is about just that.
  const lowered = { classification: byCode(all, cast.petitioner.code).id, level: 'GOOD' };
  const silent = await decide(director, [lowered]);
  expect(silent.decideClassifications.rows[0]?.errors.map(({ code }) => code)).toEqual(['REASON_REQUIRED']);
  const decisions = others.map((row) =>
    row.employee.code === cast.petitioner.code ? { ...lowered, reason: 'Chưa đủ minh chứng' } : asProposed(row),
  );
  const decided = await decide(director, decisions);
  expect(decided.decideClassifications, JSON.stringify(decided)).toMatchObject({ decided: others.length, refused: 0 });
  const last = await decide(chairman, [asProposed(top)]);
  expect(last.decideClassifications, JSON.stringify(last)).toMatchObject({ decided: 1 });
}

/** HR’s clerk, himself one of the agency, petitions; dismissed, the decision stands. */
export async function dismissPetition(story: Story): Promise<void> {
  const { hr, director } = story;
  await hr.call('notify-classifications', { input: { unit: agency, year } });
  // HR's clerk is one of the agency's people himself.
  const { viewer } = await hr.call<{ readonly viewer: { readonly employee: { readonly code: string } } }>('viewer', {});
  const { filePetition } = await hr.call<{ readonly filePetition: { readonly id: string; readonly dueOn: string } }>(
    'file-petition',
    { input: { classification: (await rowOf(hr, viewer.employee.code)).id, content: 'Đề nghị xem lại tháng 11' } },
  );
  expect(filePetition.dueOn > '2026-11-22').toBe(true);
  const { resolvePetition } = await director.call<{ readonly resolvePetition: { readonly replacement: unknown } }>(
    'resolve-petition',
    {
      input: {
        petition: filePetition.id,
        outcome: 'DISMISSED',
        resolution: 'Minh chứng đã được tính',
        documentNumber: '76/SNV',
      },
    },
  );
  expect(resolvePetition.replacement).toBeNull();
}

/** Published by level alone, closed with nobody left open. */
export async function publishAndClose(story: Story): Promise<void> {
  const { hr } = story;
  await hr.call('notify-classifications', { input: { unit: agency, year } });
  await hr.call('publish-classifications', { input: { unit: agency, year } });
  const { closeYear } = await hr.call<{ readonly closeYear: { readonly id: string } }>('close-year', {
    input: { unit: agency, year },
  });
  const job = await follow(hr, closeYear.id);
  expect(job, JSON.stringify(job)).toMatchObject({ leftOpen: 0 });
}

/** As the rules propose; where they leave it to the authority, GOOD, with the reason that asks for. */
function asProposed({ id, proposal, proposedLevel }: Row): Decision {
  if (proposal === 'NOT_CLASSIFIED') return { classification: id, notClassified: true };
  if (proposal === 'AUTHORITY_DECIDES') return { classification: id, level: 'GOOD', reason: 'Bằng điểm tại ranh giới' };
  return { classification: id, level: proposedLevel };
}
