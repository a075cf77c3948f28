import { expect } from 'vitest';
import type { Clerk } from '../harness/command-line.ts';

interface Session {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
}

interface Standing {
  readonly state: string;
  readonly revision: number;
  readonly units: readonly {
    readonly unit: { readonly code: string };
    readonly late: boolean;
    readonly submittedAt: string | null;
    readonly proposals: number | null;
  }[];
  readonly rows: {
    readonly edges: readonly {
      readonly node: {
        readonly classificationId: string;
        readonly level: string | null;
        readonly proposal: { readonly level: string } | null;
        readonly change: {
          readonly before: string | null;
          readonly after: string;
          readonly authorisedBy: string;
        } | null;
      };
    }[];
  };
}

/** Who has a part in it. */
export interface Calibrators {
  /** Opens it for the agency; that day also in charge of the second division, so that it has a voice of its own. */
  readonly hr: Clerk;
  readonly hrCode: string;
  /** That day in charge of the third division, which comes late. */
  readonly latecomer: Clerk;
  readonly latecomerCode: string;
  /** Head of the first division. */
  readonly manager: Clerk;
  /** Decides the agency's levels. */
  readonly director: Clerk;
}

const agency = 'H99.01';
const [first, second, late] = ['H99.01.01', 'H99.01.02', 'H99.01.03'];

/**
 * Two divisions lay their levels side by side before they are decided: hidden until both have submitted, one change with
 * its reason and who authorised it, a third division late, and the lock. Nothing is decided by it. Answers the year whose
 * level was changed.
 */
export async function calibrate({
  hr,
  hrCode,
  latecomer,
  latecomerCode,
  manager,
  director,
}: Calibrators): Promise<string> {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const charge = { kind: 'ACTING_HEAD', from: today, to: today, document: '02/QĐ-SNV' };
  await director.call('delegate', { input: { ...charge, unit: second, employee: hrCode } });
  await director.call('delegate', { input: { ...charge, unit: late, employee: latecomerCode } });
  const { openCalibration } = await hr.call<{ readonly openCalibration: Session }>('open-calibration', {
    input: { unit: agency, year: 2026, units: [first, second], title: 'Mặt bằng hai phòng', dueOn: today },
  });
  const session = openCalibration.id;
  const look = async (clerk: Clerk, unit: string): Promise<Standing> =>
    (await clerk.call<{ readonly node: Standing }>('calibration', { id: session, unit })).node;

  // Each speaks for his own division, and reads nothing of the other's before both have spoken.
  const mine = await lowerOne(manager, session, first, await look(manager, first));
  expect((await look(manager, second)).rows.edges.filter(({ node }) => node.proposal !== null)).toEqual([]);
  await lowerOne(hr, session, second, await look(hr, second));
  expect((await look(manager, second)).rows.edges.filter(({ node }) => node.proposal !== null)).toEqual([]);
  expect(await director.refused('reveal-calibration', { input: { session, reason: 'Cần xem sớm' } })).toMatch(
    /UNITS_NOT_SUBMITTED/,
  );
  await submit(manager, session, first, (await look(manager, first)).revision);
  expect(await submit(hr, session, second, (await look(hr, second)).revision)).toBe('REVEALED');
  const other = await look(manager, second);
  expect(other.rows.edges.filter(({ node }) => node.proposal !== null)).toHaveLength(1);

  // A third joins when all is shown: late, and said so.
  await hr.call('join-calibration', { input: { session, unit: late } });
  const joined = await look(latecomer, first);
  expect(joined.units.find(({ unit }) => unit.code === late)).toMatchObject({ late: true });
  expect(joined.rows.edges.filter(({ node }) => node.proposal !== null)).toEqual([]);
  await submit(latecomer, session, late, joined.revision);

  const change = { session, classification: mine, after: 'GOOD', document: 'BB-05', authorisedBy: 'Giám đốc Sở' };
  expect(await hr.refused('change-calibrated', { input: { ...change, reason: '' } })).toMatch(
    /REASON_REQUIRED|INVALID_INPUT/,
  );
  await hr.call('change-calibrated', { input: { ...change, reason: 'Cùng mặt bằng với phòng bên' } });
  const after = await look(director, first);
  const changed = after.rows.edges.find(({ node }) => node.classificationId === mine);
  expect(changed?.node.change).toMatchObject({ before: 'COMPLETED', after: 'GOOD', authorisedBy: 'Giám đốc Sở' });
  const lock = { session, document: 'BB-06', revision: after.revision };
  expect(await hr.refused('lock-calibration', { input: lock })).toMatch(/FORBIDDEN/);
  await director.call('lock-calibration', { input: lock });
  expect(
    await hr.refused('change-calibrated', { input: { ...change, after: 'COMPLETED', reason: 'Xem lại' } }),
  ).toMatch(/SESSION_LOCKED/);
  return mine;
}

/** Proposes COMPLETED for the first of a unit's people; answers whose year it is. */
async function lowerOne(clerk: Clerk, session: string, unit: string, standing: Standing): Promise<string> {
  // Nobody proposes his own level: the row of who asks is refused, the next one stands.
  for (const { node } of standing.rows.edges) {
    const rows = [{ classification: node.classificationId, level: 'COMPLETED', reason: 'Việc chưa đều' }];
    const { proposeCalibrated } = await clerk.call<{
      readonly proposeCalibrated: { readonly rows: readonly { readonly errors: readonly unknown[] }[] };
    }>('propose-calibrated', { input: { session, unit, rows } });
    if (proposeCalibrated.rows[0]?.errors.length === 0) return node.classificationId;
  }
  throw new Error(`nobody of ${unit} could be proposed: ${JSON.stringify(standing)}`);
}

async function submit(clerk: Clerk, session: string, unit: string, revision: number): Promise<string> {
  const { submitCalibration } = await clerk.call<{ readonly submitCalibration: Session }>('submit-calibration', {
    input: { session, unit, revision },
  });
  return submitCalibration.state;
}
