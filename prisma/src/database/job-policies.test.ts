import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Name, openRegisters, type Registers } from '../../../test/testkit/register-readers.ts';
import type { Person } from '../../../test/testkit/small-organisation.ts';

/** Who asks for which job, and whose its file is. */
let test: Registers['test'];
let org: Registers['org'];
let readers: Registers['readers'];
let write: Registers['write'];
beforeAll(async () => {
  ({ test, org, readers, write } = await openRegisters());
});
afterAll(() => test.drop());

describe('a job', () => {
  /** One of a kind, unit and period is under way at a time. */
  let year = 2026;
  const ask = (person: Person, kind: string, id: string = randomUUID()) =>
    write(
      person,
      `INSERT INTO job (id, kind, unit_id, period, created_by_id, created_by_name)
       VALUES ($1::uuid, $2::congvu.job_kind, $3::uuid, $4, congvu.actor_user(), 'x')`,
      id,
      kind,
      org.units.officeA,
      String(year++),
    );

  it.each<[string, Name, string]>([
    ['IMPORT', 'personnel', 'done'],
    ['IMPORT', 'inspector', 'done'],
    ['IMPORT', 'director', 'done'],
    ['IMPORT', 'staffA', 'FORBIDDEN'],
    ['RETENTION', 'officer', 'done'],
    ['RETENTION', 'personnel', 'FORBIDDEN'],
    ['CLOSE_MONTH', 'personnel', 'done'],
    ['CLOSE_MONTH', 'officer', 'FORBIDDEN'],
  ])('%s is asked for by %s: %s', async (kind, name, outcome) => {
    expect(await ask(org[name], kind)).toBe(outcome);
  });

  it('that imports does not wait for another’s file, one that closes is under way once', async () => {
    const now = `INSERT INTO job (kind, unit_id, period, created_by_id, created_by_name)
      VALUES ($1::congvu.job_kind, $2::uuid, '2019', congvu.actor_user(), 'x')`;
    expect(await write(org.personnel, now, 'IMPORT', org.units.officeA)).toBe('done');
    expect(await write(org.inspector, now, 'IMPORT', org.units.officeA)).toBe('done');
    expect(await write(org.officer, now, 'RETENTION', org.units.officeA)).toBe('done');
    await expect(write(org.officer, now, 'RETENTION', org.units.officeA)).rejects.toThrow('job_under_way');
  });

  it('that imports is its creator’s, and brings only what he may write', async () => {
    const own = randomUUID();
    await ask(org.inspector, 'IMPORT', own);
    const bring = (person: Person, register: string) =>
      write(
        person,
        `INSERT INTO import_file (job_id, register, mode, content, sha256, rows)
         VALUES ($1::uuid, $2::congvu.import_register, 'GOOD_ONES', 'x', sha256('x'), 1)`,
        own,
        register,
      );
    expect(await readers('job', own)).toEqual(['inspector']);
    expect(await bring(org.personnel, 'DISCIPLINE')).toBe('FORBIDDEN');
    expect(await bring(org.inspector, 'DISCIPLINE')).toBe('FORBIDDEN');
    expect(await bring(org.inspector, 'FEEDBACK')).toBe('done');
    // What is left of the file when the job is done is its fingerprint.
    expect(
      await write(
        org.inspector,
        `UPDATE job SET state = 'DONE', started_at = now(), finished_at = now() WHERE id = $1::uuid`,
        own,
      ),
    ).toBe('done');
    const { rows: files } = await test.ownerPool.query('SELECT content, rows FROM import_file WHERE job_id = $1', [
      own,
    ]);
    expect(files).toEqual([{ content: null, rows: 1 }]);
  });
});
