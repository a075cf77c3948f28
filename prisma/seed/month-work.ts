import { type CatalogueProduct, exampleCatalogue } from '@congvu/schema/catalogue';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { multiply, type Rational, rational } from '@congvu/schema/primitives/rational';
import { at, type Month, untilToday, workingDayFrom } from './calendar.ts';
import { rowId } from './load/row-id.ts';
import { drawTopic, drawUse, usesFor } from './product-titles.ts';
import { type Randomness, randomnessOf } from './randomness.ts';
import type { Member } from './roster.ts';

/** A task of the seed; what the database needs of it, before it is written. */
export interface Work {
  readonly id: string;
  readonly member: Member;
  readonly product: CatalogueProduct;
  readonly title: string;
  /** Decimal text. */
  readonly quantity: string;
  readonly units: Rational;
  readonly deadline: LocalDate;
  readonly origin: 'PLANNED' | 'UNPLANNED' | 'TAKEN_OVER';
  readonly outcome: 'OPEN' | 'DONE' | 'NOT_DONE' | 'HANDED_OVER';
  readonly assignedAt: string;
  readonly submittedOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly takenOverFromId: string | null;
  /** The days on which events of each kind were recorded. */
  readonly errorsOn: readonly LocalDate[];
  readonly delaysOn: readonly LocalDate[];
}

/** Numbers the tasks in the order in which they are made. */
export interface Counter {
  next: number;
}

const products = new Map(exampleCatalogue.products.map((product) => [product.code, product]));
const quantities = ['1', '1', '1', '1', '1', '1', '2', '2', '3', '0.5'] as const;
const quantityValues = { '0.5': rational(1, 2), '1': rational(1), '2': rational(2), '3': rational(3) } as const;

/**
 * The tasks of one person in one month, about twenty. In the current month those due before today are mostly done, the
 * rest is open; earlier months are settled.
 */
export function drawWork(member: Member, month: Month, counter: Counter): readonly Work[] {
  const randomness = randomnessOf(`work ${member.person.code} ${month.period}`);
  const uses = usesFor(member);
  return Array.from({ length: randomness.between(17, 23) }, (): Work => {
    const use = drawUse(uses, randomness);
    const product = products.get(use.code);
    if (product === undefined) throw new Error(`the catalogue has no ${use.code}`);
    const quantity = randomness.pick(quantities);
    const deadline = randomness.pick(month.workingDays);
    const isUnplanned = randomness.chance(0.05);
    return {
      id: rowId('task', counter.next++),
      member,
      product,
      title: `${use.phrase} ${drawTopic(member, randomness)}`,
      quantity,
      units: multiply(quantityValues[quantity], product.coefficient),
      deadline,
      origin: isUnplanned ? 'UNPLANNED' : 'PLANNED',
      assignedAt: drawAssignment(isUnplanned, month, deadline, randomness),
      takenOverFromId: null,
      ...drawOutcome(member.person.diligence, month, deadline, randomness),
    };
  });
}

/** A plan is fixed at 17:00 on the month's first working day (see fixedAt): planned work is assigned before, the rest after. */
function drawAssignment(isUnplanned: boolean, month: Month, deadline: LocalDate, randomness: Randomness): string {
  const first = month.workingDays[0];
  if (!isUnplanned) return at(first, randomness.between(8, 15), randomness.between(0, 59));
  const latest = untilToday(deadline, month.today);
  const day = month.workingDays.filter((each) => each > first && each <= latest);
  return day.length === 0
    ? at(first, 17, randomness.between(1, 59))
    : at(randomness.pick(day as unknown as readonly [LocalDate, ...LocalDate[]]), randomness.between(8, 11));
}

/** The moment from which work of a month counts as having arisen later. */
export function fixedAt(month: Month): string {
  return at(month.workingDays[0], 17);
}

type Outcome = Pick<Work, 'outcome' | 'submittedOn' | 'acceptedOn' | 'errorsOn' | 'delaysOn'>;

const open: Outcome = { outcome: 'OPEN', submittedOn: null, acceptedOn: null, errorsOn: [], delaysOn: [] };

function drawOutcome(diligence: number, month: Month, deadline: LocalDate, randomness: Randomness): Outcome {
  if (month.isCurrent) return drawCurrentOutcome(diligence, deadline, month.today, randomness);
  const slack = 1 - diligence;
  if (randomness.chance(0.02 + 0.55 * slack ** 3)) return { ...open, outcome: 'NOT_DONE' };
  return handedInOn(drawDone(slack, deadline, randomness), month.today);
}

function drawCurrentOutcome(diligence: number, deadline: LocalDate, today: LocalDate, randomness: Randomness): Outcome {
  if (deadline >= today) return open;
  const draw = randomness.fraction();
  if (draw < 0.05) return open;
  const done = drawDone(1 - diligence, deadline, randomness);
  if (done.acceptedOn > today) return open;
  // Handed in and waiting for the manager.
  return draw < 0.13 ? { ...open, submittedOn: done.submittedOn } : handedInOn(done, today);
}

interface Done {
  readonly submittedOn: LocalDate;
  readonly acceptedOn: LocalDate;
  readonly hasError: boolean;
  readonly isLate: boolean;
  readonly deadline: LocalDate;
}

function drawDone(slack: number, deadline: LocalDate, randomness: Randomness): Done {
  const isLate = randomness.chance(0.045 + 0.4 * slack ** 2);
  const days = isLate ? randomness.between(1, 4) : -randomness.between(0, 3);
  const submittedOn = workingDayFrom(deadline, days);
  const acceptedOn = workingDayFrom(submittedOn, randomness.between(0, 2));
  const hasError = randomness.chance(0.02 + 0.22 * slack ** 2);
  return { submittedOn, acceptedOn, hasError, isLate, deadline };
}

function handedInOn({ submittedOn, acceptedOn, hasError, isLate, deadline }: Done, today: LocalDate): Outcome {
  const accepted = untilToday(acceptedOn, today);
  return {
    outcome: 'DONE',
    submittedOn: untilToday(submittedOn, today),
    acceptedOn: accepted,
    errorsOn: hasError ? [accepted] : [],
    delaysOn: isLate ? [untilToday(addDays(deadline, 1), today)] : [],
  };
}

/**
 * Hands one failed task of the unit to a colleague: it stays in the first one's assigned total and adds to the second's
 * (R-ASG-4 and 5 of NĐ 335/2025 art. 18). Answers the changed list of tasks.
 */
export function handOverOne(works: readonly Work[], month: Month, counter: Counter): readonly Work[] {
  const failed = works.find((work) => work.outcome === 'NOT_DONE' && work.origin === 'PLANNED');
  const helper = works.findLast((work) => work.member !== failed?.member)?.member;
  if (failed === undefined || helper === undefined) return works;
  const handedOn = month.workingDays.find((day) => day > failed.deadline) ?? failed.deadline;
  const takenOver: Work = {
    ...failed,
    id: rowId('task', counter.next++),
    member: helper,
    origin: 'TAKEN_OVER',
    outcome: 'DONE',
    assignedAt: at(handedOn, 9),
    submittedOn: handedOn,
    acceptedOn: handedOn,
    takenOverFromId: failed.id,
    deadline: handedOn,
  };
  return [...works.map((work): Work => (work === failed ? { ...failed, outcome: 'HANDED_OVER' } : work)), takenOver];
}
