import { expect } from 'vitest';
import type { Trace } from './answers.ts';
import { sendAll } from './months.ts';
import { agency, byCode, keyed, rowOf, rows, type Story, year } from './story.ts';

/** The year is opened; who must hold a meeting, give an opinion or draw up a synthesis does. */
export async function openAndHear(story: Story): Promise<void> {
  const { hr, employee, people, cast } = story;
  const { openYear } = await hr.call<{ readonly openYear: { readonly added: number } }>('open-year', {
    input: { unit: agency, year, quotaBasis: 'LITERAL_HTT_ONLY' },
  });
  expect(openYear.added).toBe(people.length);
  const own = await rowOf(employee, cast.petitioner.code);
  await employee.call('self-rate', { input: { classification: own.id, revision: own.rowRevision, level: 'GOOD' } });
  const meeting = { year, heldOn: '2026-11-20', kind: 'ALL_STAFF', chair: 'Chủ trì', secretary: 'Thư ký', absent: 1 };
  for (const unit of [agency, ...new Set(people.map(story.unitNow).filter((code) => code !== agency))]) {
    const present = people.filter((one) => story.unitNow(one) === unit);
    await hr.call('record-meeting', {
      input: {
        unit,
        ...meeting,
        present: present.length,
        content: 'Thống nhất',
        documentNumber: `BB-${unit}`,
        employees: present.map(({ code }) => code),
      },
    });
  }
  const opinion = { body: 'Đảng ủy Sở Nội vụ', opinion: 'Nhất trí', givenOn: '2026-11-21' };
  const leaders = (await rows(hr)).filter(({ post }) => post !== 'STAFF');
  await sendAll(
    hr,
    'recordPartyOpinion',
    'RecordPartyOpinionInput',
    leaders.map((row) => ({ ...keyed('opinion', row), ...opinion })),
  );
  const heads = (await rows(hr)).filter(({ post }) => post === 'HEAD');
  await sendAll(
    hr,
    'synthesise',
    'SynthesiseInput',
    heads.map((row) => ({ ...keyed('synthesis', row), synthesis: 'Đủ hồ sơ' })),
  );
}

/** What the rules propose: forced, capped, within the quota, each step with its article. */
export async function propose(story: Story): Promise<void> {
  const { hr, cast } = story;
  const { proposeLevels } = await hr.call<{
    readonly proposeLevels: { readonly pool: number; readonly limit: number };
  }>('propose-levels', { input: { unit: agency, year } });
  const all = await rows(hr);
  expect(proposeLevels.limit).toBe(Math.floor(proposeLevels.pool / 6));
  expect(all.filter(({ proposedLevel }) => proposedLevel === 'OUTSTANDING').length).toBeLessThanOrEqual(
    proposeLevels.limit,
  );
  expect(all.filter(({ flags }) => flags.includes('QUOTA') || flags.includes('TIE')).length).toBeGreaterThan(0);

  // The unit stands at COMPLETED: its head, who scored above 90, is lowered to it; a deputy beside him is not.
  const head = byCode(all, cast.head.code);
  expect(head).toMatchObject({ scoreLevel: 'OUTSTANDING', proposedLevel: 'COMPLETED', flags: ['HEAD_CAP'] });
  expect(head.authority.code).toBe(agency);
  expect(byCode(all, cast.director.code).authority.code).toBe('H99');
  expect(byCode(all, cast.disciplined.code)).toMatchObject({ proposedLevel: 'NOT_COMPLETED', flags: ['FORCED'] });
  expect(byCode(all, cast.mother.code)).toMatchObject({
    leave: 'SICK_OR_MATERNITY',
    workedMonths: 10,
    proposal: 'LEVEL',
  });
  expect(byCode(all, cast.petitioner.code).months.every(({ total }) => total !== null)).toBe(true);

  const { node } = await hr.call<{ readonly node: Trace }>('trace', { id: head.id });
  const cap = node.explanation.find(({ step }) => step === 'headCap');
  expect(cap).toMatchObject({ before: 'OUTSTANDING', after: 'COMPLETED' });
  for (const { source, text } of node.explanation) {
    expect(source.instrument).toBe('335/2025/NĐ-CP');
    expect(text.length).toBeGreaterThan(10);
  }
}
