import type pg from 'pg';
import { attemptWrite } from './attempt-write.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createRegisterOrganisation, type RegisterOrganisation } from './register-organisation.ts';
import { actorOf, createPerson, type Person } from './small-organisation.ts';

/** A person of the organisation by the name the tests give him. */
export type Name = {
  [Key in keyof RegisterOrganisation]: RegisterOrganisation[Key] extends Person ? Key : never;
}[keyof RegisterOrganisation];

export const everybody: readonly Name[] = [
  ...(['director', 'headA', 'staffA', 'staffB', 'personnel', 'inspector', 'outsideInspector'] as const),
  ...(['insideInspector', 'leader', 'officer'] as const),
];

/** A database with the organisation of the registers, and what each of its people may read and write there. */
export interface Registers {
  readonly test: TestDatabase;
  readonly org: RegisterOrganisation;
  /** Whether somebody sees the row of a table. */
  sees(person: Person, table: string, id: string): Promise<boolean>;
  /** Who of everybody sees the row, by name. */
  readers(table: string, id: string): Promise<readonly Name[]>;
  /** What comes of a statement in somebody's name: `attemptWrite`'s answer. */
  write(person: Person, sql: string, ...values: unknown[]): Promise<string>;
  /** What a query in somebody's name finds. */
  ask<Row extends pg.QueryResultRow>(person: Person, sql: string, values: readonly unknown[]): Promise<Row[]>;
  /** Somebody new, in office A unless stated, so that one test's records are not another's. */
  join(unitId?: string): Promise<Person>;
  /** Whom and which unit a row is about; office A unless stated. */
  at(person: Person, unitId?: string): { readonly employeeId: string; readonly unitId: string };
  /** What a row is about: staffA in office A, and office A alone. */
  staffA(): { readonly employeeId: string; readonly unitId: string };
  ofA(): { readonly unitId: string };
}

export async function openRegisters(): Promise<Registers> {
  const test = await createTestDatabase();
  const org = await createRegisterOrganisation(test.ownerPool);
  const sees: Registers['sees'] = async (person, table, id) => {
    const sql = `SELECT 1 FROM ${table} WHERE id = $1`;
    return (await test.database.runAs(actorOf(person), () => test.database.pool.query(sql, [id]))).rowCount === 1;
  };
  let joined = 0;
  return {
    test,
    org,
    sees,
    readers: async (table, id) => {
      const seen = await Promise.all(everybody.map((name) => sees(org[name], table, id)));
      return everybody.filter((_, index) => seen[index]);
    },
    write: (person, sql, ...values) =>
      attemptWrite(test.database, person, async (tx) => ({ count: await tx.$executeRawUnsafe(sql, ...values) })),
    ask: async <Row extends pg.QueryResultRow>(person: Person, sql: string, values: readonly unknown[]) =>
      (await test.database.runAs(actorOf(person), () => test.database.pool.query<Row>(sql, [...values]))).rows,
    join: (unitId = org.units.officeA) => {
      joined++;
      const [code, name] = [`MOI${joined}`, `Người Mới ${joined}`];
      return createPerson(test.ownerPool, { code, name, unitId, post: 'STAFF' });
    },
    at: ({ employeeId }, unitId = org.units.officeA) => ({ employeeId, unitId }),
    staffA: () => ({ employeeId: org.staffA.employeeId, unitId: org.units.officeA }),
    ofA: () => ({ unitId: org.units.officeA }),
  };
}
