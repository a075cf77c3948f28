import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { loadInBulk } from '../../prisma/seed/load/bulk-load.ts';
import { copyRows, type TableRows } from '../../prisma/seed/load/copy-rows.ts';
import { addPerson, createTables, OFFICE_SIZE, type Tables } from './close-rows.ts';

const OFFICES_PER_DEPARTMENT = 20;

export interface CloseOffice {
  readonly rootId: string;
  /** Somebody of personnel over everything. */
  readonly userId: string;
}

/**
 * A province of so many people with 20 tasks each in one month, every sheet confirmed with the score scorePeriod gives: the
 * month as it stands the evening before it is closed. Loaded by COPY, as owner, into an empty migrated database.
 */
export async function loadOffice(client: pg.Client, people: number): Promise<CloseOffice> {
  const { rootId, productId, userId } = await createFrame(client);
  const tables = createTables();
  const units = createUnits(tables, rootId, Math.ceil(people / OFFICE_SIZE));
  await client.query('begin');
  const names = [tables.employees, tables.assignments, tables.tasks, tables.sheets].map((each) => each.table);
  // COPY refuses a bound role; loadInBulk sets the others' policies aside, and empties what it loads.
  await client.query('alter table unit no force row level security');
  await copy(client, tables.units);
  await client.query('alter table unit force row level security');
  await loadInBulk(client, names, async () => {
    for (let person = 0; person < people; person += 1) {
      addPerson(tables, units[Math.floor(person / OFFICE_SIZE)] ?? rootId, productId, person);
      if (person % 2_000 === 1_999 || person === people - 1) {
        for (const table of [tables.employees, tables.assignments, tables.tasks, tables.sheets])
          await copy(client, table);
      }
    }
  });
  await client.query('commit');
  await client.query('vacuum (analyze)');
  return { rootId, userId };
}

function copy(client: pg.Client, rows: TableRows<string>): Promise<void> {
  return copyRows(client, rows, rows.takeChunks(), false);
}

async function createFrame(client: pg.Client) {
  const [rootId, productId, userId] = [randomUUID(), randomUUID(), randomUUID()];
  await client.query(
    `insert into unit (id, code, name, short_name, level, kind, path, valid_from)
     values ($1, 'T', 'Tỉnh', 'T', 1, 'MANAGING_AGENCY', 't', '2026-01-01')`,
    [rootId],
  );
  await client.query(`insert into work_group (code, name, unit_id) values ('CM', 'Chuyên môn', $1)`, [rootId]);
  await client.query(
    `with version as (
       insert into catalogue_version (code, name, decision_number, decided_on, valid_from, standard_points, certainty)
       values ('DM-1', 'Danh mục', '01/QĐ', '2026-01-01', '2026-01-01', 5, 'PRACTICE') returning id)
     insert into product (id, catalogue_id, code, name, search_key, complexity_group, points, coefficient_numerator,
       coefficient_denominator, certainty)
     select $1, id, 'DC.02', 'Công văn', 'cong van', 'N2', 25, 5, 1, 'PRACTICE' from version`,
    [productId],
  );
  await client.query(
    `insert into user_account (id, issuer, subject, user_name, display_name) values ($1, 'bench', 'ns', 'nhansu', 'Nhân sự')`,
    [userId],
  );
  await client.query(
    `insert into role_grant (user_id, role, unit_id, valid_from, document) values ($1, 'HR', $2, '2026-01-01', '02/QĐ')`,
    [userId, rootId],
  );
  return { rootId, productId, userId };
}

function createUnits(tables: Tables, rootId: string, offices: number): readonly string[] {
  let department = { id: '', path: '' };
  return Array.from({ length: offices }, (_, office) => {
    const number = Math.floor(office / OFFICES_PER_DEPARTMENT);
    if (office % OFFICES_PER_DEPARTMENT === 0) {
      department = { id: randomUUID(), path: `t.s${number}` };
      addUnit(tables, department.id, `T.S${number}`, department.path, rootId, 2);
    }
    const id = randomUUID();
    addUnit(tables, id, `T.S${number}.P${office}`, `${department.path}.p${office}`, department.id, 3);
    return id;
  });
}

function addUnit(tables: Tables, id: string, code: string, path: string, parentId: string, level: number): void {
  tables.units.add({
    id,
    code,
    name: `Đơn vị ${code}`,
    short_name: code,
    level,
    kind: level === 2 ? 'USING_AGENCY' : 'DIRECT_UNIT',
    path,
    parent_id: parentId,
    valid_from: '2026-01-01',
  });
}
