import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { type DemonstrationAccount, demonstrationAccounts } from './accounts.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { findMember, roster, unitId } from './roster.ts';

/** The embedded provider's cost: about 50 ms a check. */
const cost = { N: 16_384, r: 8, p: 1 } as const;
const hashBytes = 64;

/** The decision by which roles are given. */
const document = 'Quyết định phân công sử dụng phần mềm số 01/QĐ-UBND';

/** Passwords and granted roles of the demonstration's accounts. */
export async function writeAccounts(tables: Tables, earliest: string): Promise<void> {
  const hashes = await Promise.all(demonstrationAccounts.map((account) => hashPassword(account.password)));
  demonstrationAccounts.forEach((account, index) => {
    const userId = account.place === null ? addElected(tables, account, earliest) : findMember(account.userName).userId;
    tables.credentials.add({ user_id: userId, user_name: account.userName, hash: hashes[index] ?? null });
    if (account.grantedOver === null) return;
    tables.grants.add({
      id: rowId('grant', index + 1),
      user_id: userId,
      role: account.role,
      unit_id: unitId(account.grantedOver),
      valid_from: earliest,
      valid_to: null,
      document,
      kind: 'GRANT',
      delegated_by_id: null,
      review_due_on: null,
    });
  });
}

/** An account without a person of the seed: elected leaders are under Party rules and stand in no round. */
function addElected(
  tables: Tables,
  { userName, description, unitCode }: DemonstrationAccount,
  earliest: string,
): string {
  const id = rowId('user', roster.length + 1);
  const name = description.vi;
  tables.users.add({ id, issuer: 'embedded', subject: id, employee_id: null, user_name: userName, display_name: name });
  // Beside the role of the account, what a head has by his post: he scores the heads of sở (art. 10).
  tables.grants.add({
    id: rowId('grant', 100 + tables.grants.count),
    user_id: id,
    role: 'MANAGER',
    unit_id: unitId(unitCode),
    valid_from: earliest,
    valid_to: null,
    document,
    kind: 'GRANT',
    delegated_by_id: null,
    review_due_on: null,
  });
  return id;
}

/** "scrypt$N$r$p$salt$hash", the last two base64url, as the embedded provider reads it. */
async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await deriveKey(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

function deriveKey(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, hashBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
