import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/testkit/database.ts';
import { actorOf, createSmallOrganisation, type SmallOrganisation } from '../../../test/testkit/small-organisation.ts';
import { type Database, openDatabase } from '../database/database.ts';
import {
  type AuditHeadRecord,
  appendAudit,
  appendAudits,
  createEphemeralSigner,
  isHeadSigned,
  verifyAudit,
} from './audit.ts';

let test: TestDatabase;
let org: SmallOrganisation;
let database: Database;
let kept: AuditHeadRecord[];
let signer: ReturnType<typeof createEphemeralSigner>;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await createSmallOrganisation(test.ownerPool);
});
afterAll(() => test.drop());

beforeEach(async () => {
  kept = [];
  signer = createEphemeralSigner(kept);
  await tamper('TRUNCATE audit_head, audit_entry');
  await tamper(`UPDATE audit_tip SET sequence = 0, hash = decode(repeat('00', 32), 'hex')`);
  database = openDatabase({ url: test.urls.apiUrl, poolSize: 4, auditSigner: signer });
  return () => database.close();
});

const change = (entityId: string, payload: unknown = { title: 'Công văn\nhai dòng' }) => ({
  action: 'assignTask',
  entity: 'Task',
  entityId,
  employeeId: org.staffA.employeeId,
  payload,
  idempotencyKey: `key-${entityId}-000`,
});

const append = (entityId: string) =>
  database.runAs(actorOf(org.headA), () => database.withActor((tx) => appendAudit(tx, change(entityId))));

const verify = (keptHeads = kept) => verifyAudit(test.ownerPool, { publicKeys: [signer.publicKey], keptHeads });

/** What somebody with the owner's rights could do: the triggers that refuse it are switched off for him. */
async function tamper(sql: string): Promise<void> {
  const tables = ['audit_entry', 'audit_head'];
  await test.ownerPool.query(tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER append_only`).join(';'));
  await test.ownerPool.query(sql);
  await test.ownerPool.query(tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER append_only`).join(';'));
}

const faultKinds = (report: Awaited<ReturnType<typeof verify>>) =>
  report.faults.map((fault) => `${fault.sequence} ${fault.kind}`);

/** Recomputes every link from the altered entries, as somebody would who wants the chain to look whole. */
const rechain = `DO $$ DECLARE e congvu.audit_entry; previous bytea := decode(repeat('00', 32), 'hex'); BEGIN
  FOR e IN SELECT * FROM congvu.audit_entry ORDER BY sequence LOOP
    e.previous_hash := previous;
    previous := sha256(convert_to(congvu.audit_text(e), 'UTF8'));
    UPDATE congvu.audit_entry SET previous_hash = e.previous_hash, hash = previous WHERE sequence = e.sequence;
    UPDATE congvu.audit_head SET hash = previous WHERE sequence = e.sequence;
    UPDATE congvu.audit_tip SET hash = previous;
  END LOOP; END $$`;

describe('an untouched chain', () => {
  it('verifies, with a receipt that is checked by the public key alone', async () => {
    const receipts = [await append('1'), await append('2'), await append('3')];
    expect(receipts.map((receipt) => receipt.sequence)).toEqual([1, 2, 3]);
    for (const receipt of receipts) expect(isHeadSigned(receipt, signer.publicKey)).toBe(true);
    expect(isHeadSigned({ ...receipts[0]!, sequence: 2 }, signer.publicKey)).toBe(false);
    expect(await verify()).toEqual({ entries: 3, keptHeads: 3, faults: [] });
  });

  it('has one successor to each entry when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => append(`c${index}`)));
    expect(await verify()).toEqual({ entries: 20, keptHeads: 20, faults: [] });
  });

  it('takes many changes of one transaction in their order, each with a receipt', async () => {
    await append('1');
    const receipts = await database.runAs(actorOf(org.headA), () =>
      database.withActor((tx) => appendAudits(tx, [change('2'), { ...change('3'), employeeId: null }, change('4')])),
    );
    expect(receipts.map((receipt) => receipt.sequence)).toEqual([2, 3, 4]);
    expect(receipts.every((receipt) => isHeadSigned(receipt, signer.publicKey))).toBe(true);
    const { rows } = await test.ownerPool.query('SELECT entity_id, employee_id FROM audit_entry ORDER BY sequence');
    expect(rows.map((row) => row.entity_id)).toEqual(['1', '2', '3', '4']);
    expect(rows[2].employee_id).toBeNull();
    expect(await verify()).toEqual({ entries: 4, keptHeads: 4, faults: [] });
    const none = await database.runAs(actorOf(org.headA), () => database.withActor((tx) => appendAudits(tx, [])));
    expect(none).toEqual([]);
  });

  it('keeps nothing of a transaction that was undone, neither inside nor outside the database', async () => {
    const undone = database.runAs(actorOf(org.headA), () =>
      database.withActor(async (tx) => {
        await appendAudit(tx, change('u'));
        throw new Error('changed my mind');
      }),
    );
    await expect(undone).rejects.toThrow('changed my mind');
    await append('1');
    expect(await verify()).toEqual({ entries: 1, keptHeads: 1, faults: [] });
  });

  it('shows an entry to the person concerned and to who acted, and to no other', async () => {
    await append('1');
    const seenBy = (person: { userId: string }) =>
      database.runAs(actorOf(person), async () => [
        await database.prisma.auditEntry.count(),
        await database.prisma.auditHead.count(),
      ]);
    expect(await seenBy(org.staffA)).toEqual([1, 1]);
    expect(await seenBy(org.headA)).toEqual([1, 1]);
    expect(await seenBy(org.director)).toEqual([0, 0]);
  });
});

describe('tampering', () => {
  beforeEach(async () => {
    for (const entity of ['1', '2', '3', '4']) await append(entity);
  });

  it('is refused by the database even to the owner, and by grants to the api', async () => {
    for (const table of ['audit_entry', 'audit_head', 'access_entry', 'sheet_revision']) {
      for (const sql of [
        `DELETE FROM ${table}`,
        `UPDATE ${table} SET ${table === 'audit_head' ? "key_id = 'x'" : firstColumn(table)}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        await expect(test.ownerPool.query(sql)).rejects.toMatchObject({ code: 'CV010' });
        const asApi = database.runAs(actorOf(org.headA), () => database.pool.query(sql));
        await expect(asApi).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it.each([
    ['payload', `payload = '{}'`],
    ['actor', `actor_name = 'Ai khác'`],
    ['time', `at = at - interval '1 day'`],
    ['person', 'employee_id = NULL'],
  ])('of an edited row is found: %s', async (_, set) => {
    await tamper(`UPDATE audit_entry SET ${set} WHERE sequence = 2`);
    expect(faultKinds(await verify())).toEqual(['2 EDITED']);
  });

  it('of a removed row in the middle is found', async () => {
    await tamper('DELETE FROM audit_head WHERE sequence = 2; DELETE FROM audit_entry WHERE sequence = 2');
    expect(faultKinds(await verify())).toEqual(['2 HEAD_CONTRADICTED', '3 GAP', '3 BROKEN_LINK']);
  });

  it('of a removed tail is found by the heads outside, also where the tip was set back', async () => {
    await tamper(
      `DELETE FROM audit_head WHERE sequence > 2; DELETE FROM audit_entry WHERE sequence > 2;
       UPDATE audit_tip SET sequence = 2, hash = (SELECT hash FROM audit_entry WHERE sequence = 2)`,
    );
    expect(faultKinds(await verify())).toEqual(['3 HEAD_CONTRADICTED', '4 HEAD_CONTRADICTED']);
    // Without them the cut chain is a whole chain: this is why they are kept.
    expect((await verify([])).faults).toEqual([]);
  });

  it('of a rewritten chain is found by the signatures, and by the heads outside', async () => {
    await tamper(`UPDATE audit_entry SET payload = '{}' WHERE sequence = 3; ${rechain}`);
    expect(faultKinds(await verify())).toEqual([
      '3 HEAD_CONTRADICTED',
      '3 FALSE_SIGNATURE',
      '4 HEAD_CONTRADICTED',
      '4 FALSE_SIGNATURE',
    ]);
    expect(faultKinds(await verify([]))).toEqual(['3 FALSE_SIGNATURE', '4 FALSE_SIGNATURE']);
  });

  it('of a signature by another key is found', async () => {
    const foreign = createEphemeralSigner();
    const report = await verifyAudit(test.ownerPool, { publicKeys: [foreign.publicKey], keptHeads: [] });
    expect(faultKinds(report)).toEqual([
      '1 FALSE_SIGNATURE',
      '2 FALSE_SIGNATURE',
      '3 FALSE_SIGNATURE',
      '4 FALSE_SIGNATURE',
    ]);
  });
});

function firstColumn(table: string): string {
  return { audit_entry: "payload = '{}'", access_entry: "kind = 'x'", sheet_revision: "reason = 'x'" }[table] ?? '';
}
