import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptWrite } from '../../../test/testkit/attempt-write.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import {
  createSmallOrganisation,
  type Person,
  type SmallOrganisation,
} from '../../../test/testkit/small-organisation.ts';
import type { Prisma } from '../../generated/client/client.ts';
import type { Transaction } from './database.ts';

let test: TestDatabase;
let org: SmallOrganisation;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
});
afterAll(() => test.drop());

const attempt = (person: Person, work: (tx: Transaction) => Promise<unknown>) =>
  attemptWrite(test.database, person, work);

function taskOf(person: Person, unitId: string): Prisma.TaskUncheckedCreateInput {
  return {
    employeeId: person.employeeId,
    unitId,
    productId: org.productId,
    title: 'Báo cáo nhanh',
    quantity: '1',
    coefficientNumerator: 5n,
    coefficientDenominator: 1n,
    unitsNumerator: 5n,
    unitsDenominator: 1n,
    qualityRequirement: 'Đúng hạn',
    deadline: new Date('2026-11-30'),
    responsibility: 'LEAD',
    origin: 'UNPLANNED',
    period: '2026-11',
    assignedByName: 'Trần Trưởng A',
  };
}

describe('a task', () => {
  it.each<
    [
      string,
      keyof SmallOrganisation & ('headA' | 'staffA' | 'director' | 'personnel'),
      'staffA' | 'staffB' | 'headA',
      'officeA' | 'officeB',
      string,
    ]
  >([
    ['by the head for his staff', 'headA', 'staffA', 'officeA', 'done'],
    ['by the director for a head', 'director', 'headA', 'officeA', 'done'],
    ['by the head for himself', 'headA', 'headA', 'officeA', 'FORBIDDEN'],
    ['by the head for another office', 'headA', 'staffB', 'officeB', 'FORBIDDEN'],
    ['by a colleague', 'staffA', 'staffB', 'officeB', 'FORBIDDEN'],
    ['by personnel from a file', 'personnel', 'staffA', 'officeA', 'done'],
  ])('is assigned %s: %4$s', async (_, actor, employee, office, outcome) => {
    const data = taskOf(org[employee], org.units[office]);
    expect(await attempt(org[actor], (tx) => tx.task.create({ data }))).toBe(outcome);
  });

  it('is confirmed by the head, not by himself, a stranger or who only reads', async () => {
    const confirm = (owner: Person) => (tx: Transaction) =>
      tx.task.updateMany({
        where: { employeeId: owner.employeeId },
        data: { outcome: 'DONE', acceptedOn: new Date('2026-11-21') },
      });
    expect(await attempt(org.staffA, confirm(org.staffA))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, confirm(org.headA))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, confirm(org.staffB))).toBe('nothing');
    expect(await attempt(org.personnel, confirm(org.staffA))).toBe('nothing');
    expect(await attempt(org.headA, confirm(org.staffA))).toBe('done');
  });

  it('is handed in by its own person, and its counts are not his to change', async () => {
    const change = (data: Prisma.TaskUncheckedUpdateManyInput) => (tx: Transaction) =>
      tx.task.updateMany({ where: { employeeId: org.staffB.employeeId }, data });
    expect(await attempt(org.staffB, change({ submittedOn: new Date('2026-11-20'), revision: { increment: 1 } }))).toBe(
      'done',
    );
    expect(await attempt(org.staffB, change({ delays: 0, errors: 0, deadline: new Date('2027-01-01') }))).toBe(
      'FORBIDDEN',
    );
  });

  it('keeps its person, unit and weight, though the actor may confirm both the row before and the row after', async () => {
    const changes: Prisma.TaskUncheckedUpdateManyInput[] = [
      { employeeId: org.headA.employeeId },
      { unitId: org.units.department },
      { quantity: '4', unitsNumerator: 20n },
      { coefficientNumerator: 10n, unitsNumerator: 20n },
    ];
    for (const data of changes) {
      const change = (tx: Transaction) =>
        tx.task.updateMany({ where: { employeeId: org.staffA.employeeId, quantity: '2' }, data });
      expect(await attempt(org.director, change)).toBe('FORBIDDEN');
    }
  });

  it('cannot be deleted by anybody of the api', async () => {
    expect(await attempt(org.director, (tx) => tx.task.deleteMany())).toBe('FORBIDDEN');
  });

  it('keeps units = quantity × coefficient exactly', async () => {
    const data = {
      ...taskOf(org.staffA, org.units.officeA),
      quantity: '0.1',
      unitsNumerator: 1n,
      unitsDenominator: 2n,
    };
    expect(await attempt(org.headA, (tx) => tx.task.create({ data }))).toBe('done');
    const wrong = attempt(org.headA, (tx) => tx.task.create({ data: { ...data, unitsDenominator: 3n } }));
    await expect(wrong).rejects.toThrow('task_units');
  });
});

describe('events and causes', () => {
  const eventOf = async (person: Person) =>
    (
      await test.ownerPool.query<{ id: string; task_id: string }>(
        'SELECT id, task_id FROM task_event WHERE employee_id = $1',
        [person.employeeId],
      )
    ).rows[0];

  it('are recorded on others by their head; one records only that one handed in', async () => {
    const event = await eventOf(org.staffA);
    const record =
      (person: Person, kind: 'DELAY' | 'SUBMISSION', exempt = false) =>
      (tx: Transaction) =>
        tx.taskEvent.create({
          data: {
            taskId: event?.task_id ?? '',
            employeeId: org.staffA.employeeId,
            kind,
            exempt,
            occurredOn: new Date('2026-11-21'),
            recordedById: person.userId,
            recordedByName: 'x',
          },
        });
    expect(await attempt(org.headA, record(org.headA, 'DELAY'))).toBe('done');
    expect(await attempt(org.headA, record(org.director, 'DELAY'))).toBe('FORBIDDEN');
    expect(await attempt(org.staffA, record(org.staffA, 'SUBMISSION'))).toBe('done');
    expect(await attempt(org.staffA, record(org.staffA, 'DELAY', true))).toBe('FORBIDDEN');
    expect(await attempt(org.staffB, record(org.staffB, 'DELAY'))).toBe('FORBIDDEN');
  });

  it('are exempted and decided by others than the person', async () => {
    const exempt = (tx: Transaction) =>
      tx.taskEvent.updateMany({ where: { employeeId: org.staffB.employeeId, kind: 'DELAY' }, data: { exempt: true } });
    const decide = (tx: Transaction) =>
      tx.objectiveCause.updateMany({
        where: { employeeId: org.staffB.employeeId },
        data: { state: 'CONFIRMED', decidedByName: 'x', decidedAt: new Date() },
      });
    expect([await attempt(org.staffB, exempt), await attempt(org.staffB, decide)]).toEqual(['nothing', 'nothing']);
    expect([await attempt(org.headA, exempt), await attempt(org.headA, decide)]).toEqual(['nothing', 'nothing']);
    expect([await attempt(org.director, exempt), await attempt(org.director, decide)]).toEqual(['done', 'done']);
  });

  it('are claimed by the person alone, and only as claims', async () => {
    const eventId = randomUUID();
    const event = await eventOf(org.staffA);
    await test.ownerPool.query(
      `INSERT INTO task_event (id, task_id, employee_id, kind, occurred_on, recorded_by_name) VALUES ($1, $2, $3, 'DELAY', '2026-11-21', 'x')`,
      [eventId, event?.task_id, org.staffA.employeeId],
    );
    const claim = (person: Person, state: 'CLAIMED' | 'CONFIRMED') => (tx: Transaction) =>
      tx.objectiveCause.create({
        data: {
          eventId,
          employeeId: org.staffA.employeeId,
          state,
          reason: 'Chờ ý kiến cơ quan phối hợp',
          claimedById: person.userId,
          claimedByName: 'x',
          decidedAt: state === 'CONFIRMED' ? new Date() : null,
        },
      });
    expect(await attempt(org.headA, claim(org.headA, 'CLAIMED'))).toBe('FORBIDDEN');
    expect(await attempt(org.staffA, claim(org.staffA, 'CONFIRMED'))).toBe('FORBIDDEN');
    expect(await attempt(org.staffA, claim(org.staffA, 'CLAIMED'))).toBe('done');
  });
});

describe('a period sheet', () => {
  const change = (owner: Person, data: Prisma.PeriodSheetUncheckedUpdateManyInput) => (tx: Transaction) =>
    tx.periodSheet.updateMany({ where: { employeeId: owner.employeeId }, data });
  const points = (owner: Person, data: Prisma.SheetCriterionUncheckedUpdateManyInput) => (tx: Transaction) =>
    tx.sheetCriterion.updateMany({ where: { sheet: { employeeId: owner.employeeId } }, data });

  it('is self-scored by its person, who confirms neither points nor the sheet', async () => {
    expect(await attempt(org.staffA, change(org.staffA, { state: 'SELF_SCORED', selfGeneral: '28.5' }))).toBe('done');
    expect(await attempt(org.staffA, points(org.staffA, { selfPoints: '5' }))).toBe('done');
    expect(await attempt(org.staffA, points(org.staffA, { confirmedPoints: '5' }))).toBe('FORBIDDEN');
    expect(await attempt(org.staffA, change(org.staffA, { general: '30' }))).toBe('FORBIDDEN');
    expect(await attempt(org.staffA, change(org.staffA, { state: 'CONFIRMED' }))).toBe('FORBIDDEN');
    expect(await attempt(org.headA, change(org.headA, { general: '30' }))).toBe('FORBIDDEN');
  });

  it('is confirmed by who scores in the unit, and closed to its person from then on', async () => {
    expect(await attempt(org.personnel, change(org.staffA, { state: 'CONFIRMED' }))).toBe('FORBIDDEN');
    expect(await attempt(org.inspector, change(org.staffA, { state: 'CONFIRMED' }))).toBe('nothing');
    expect(await attempt(org.headA, change(org.staffB, { state: 'CONFIRMED' }))).toBe('nothing');
    expect(await attempt(org.headA, points(org.staffA, { confirmedPoints: '4.5', remark: 'Đã đối chiếu' }))).toBe(
      'done',
    );
    expect(await attempt(org.headA, change(org.staffA, { state: 'CONFIRMED', general: '27' }))).toBe('done');
    expect(await attempt(org.staffA, change(org.staffA, { state: 'SELF_SCORED' }))).toBe('nothing');
    expect(await attempt(org.staffA, points(org.staffA, { selfPoints: '1' }))).toBe('nothing');
  });

  it('moves to no other person', async () => {
    expect(await attempt(org.headA, change(org.staffA, { employeeId: org.headA.employeeId, period: '2026-10' }))).toBe(
      'FORBIDDEN',
    );
  });

  it('keeps the order of its total by itself, exact to fifteen decimals', async () => {
    const data = { scoreState: 'SCORED', totalNumerator: '263', totalDenominator: '3', level: 'GOOD' } as const;
    expect(await attempt(org.headA, change(org.staffA, data))).toBe('done');
    const { rows } = await test.ownerPool.query('SELECT total_order FROM period_sheet WHERE employee_id = $1', [
      org.staffA.employeeId,
    ]);
    expect(rows).toEqual([{ total_order: '87.666666666666666' }]);
  });
});
