import { type Clerk, signInAtTerminal } from '../harness/command-line.ts';
import type { Row } from './answers.ts';
import { type Colleague, listAll } from './months.ts';

/** The agency and the year it is about. */
export const agency = 'H99.01';
export const year = 2026;
/** The division whose tasks were late. */
export const lateUnit = 'H99.01.02';

/** The people it is about, by their place in the agency. */

/** The people it is about, by their place in the agency. */
export interface Cast {
  readonly director: Colleague;
  /** Head of the late division; he himself scored above 90. */
  readonly head: Colleague;
  readonly transferred: Colleague;
  readonly mother: Colleague;
  readonly disciplined: Colleague;
  readonly petitioner: Colleague;
}

/** Who sits at a terminal, and who is in the agency. */
export interface Story {
  readonly hr: Clerk;
  readonly director: Clerk;
  readonly chairman: Clerk;
  readonly administrator: Clerk;
  readonly employee: Clerk;
  readonly inspector: Clerk;
  readonly manager: Clerk;
  readonly people: readonly Colleague[];
  readonly cast: Cast;
  /** The unit somebody is in once the story's transfer has happened. */
  unitNow(person: Colleague): string;
  /** The first deputy of a division. */
  deputyOf(unit: string): Colleague;
}

export async function beginStory(): Promise<Story> {
  const [hr, director, chairman, administrator, employee, inspector, manager] = (await Promise.all(
    ['nhansu', 'lanhdao', 'chutich', 'quantri', 'chuyenvien', 'thanhtra', 'quanly'].map(signInAtTerminal),
  )) as [Clerk, Clerk, Clerk, Clerk, Clerk, Clerk, Clerk];
  const people = await listAll<Colleague>(hr, 'people', 'employees', { unit: agency });
  const cast = chooseCast(people);
  return {
    ...{ hr, director, chairman, administrator, employee, inspector, manager, people, cast },
    unitNow: ({ code, assignment }) =>
      code === cast.transferred.code ? 'H99.01.02' : (assignment?.unit.code ?? agency),
    deputyOf: (unit) => {
      const [first] = people
        .filter(({ assignment }) => assignment?.unit.code === unit && assignment.post === 'DEPUTY')
        .toSorted((one, other) => (one.code < other.code ? -1 : 1));
      if (first === undefined) throw new Error(`${unit} has no deputy`);
      return first;
    },
  };
}

/** The rows of the year as somebody sees them. */
export async function rows(clerk: Clerk): Promise<readonly Row[]> {
  return listAll<Row>(clerk, 'classifications', 'classifications', { unit: agency, year });
}

export async function rowOf(clerk: Clerk, code: string): Promise<Row> {
  return byCode(await rows(clerk), code);
}

export function byCode(all: readonly Row[], code: string): Row {
  const found = all.find((row) => row.employee.code === code);
  if (found === undefined) throw new Error(`nobody of code ${code} is in the year`);
  return found;
}

/** The key, the row and its revision, as each step of the procedure names them. */
export function keyed(step: string, { id, rowRevision, employee: { code } }: Row) {
  return { idempotencyKey: `${step}-${year}-${code}`, classification: id, revision: rowRevision };
}

function chooseCast(all: readonly Colleague[]): Cast {
  const staff = (unit: string) =>
    all.filter(({ assignment }) => assignment?.unit.code === unit && assignment.post === 'STAFF');
  const of = (unit: string, index: number): Colleague => {
    const found = staff(unit)[index];
    if (found === undefined) throw new Error(`${unit} has no staff member ${index}`);
    return found;
  };
  const headOf = (unit: string): Colleague => {
    const found = all.find(({ assignment }) => assignment?.unit.code === unit && assignment.post === 'HEAD');
    if (found === undefined) throw new Error(`${unit} has no head`);
    return found;
  };
  const petitioner = all.find(({ code }) => code === 'AB0009');
  if (petitioner === undefined) throw new Error('the demonstration has no AB0009');
  return {
    director: headOf(agency),
    head: headOf(lateUnit),
    transferred: of('H99.01.01', 20),
    mother: of('H99.01.02', 20),
    disciplined: of('H99.01.03', 20),
    petitioner,
  };
}
