import { randomUUID } from 'node:crypto';
import { appendAudit, openAuditSigner } from '@congvu/prisma/audit';
import { openDatabase } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import type { Permission } from '@congvu/schema/permission';
import { addDays, type LocalDate, startOfDay } from '@congvu/schema/primitives/local-date';
import type { Environment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { createPersonalTokenSecret } from '../identity/personal-token.ts';
import { auditFiles } from '../start/audit-files.ts';
import { withConnection } from '../start/with-connection.ts';

export interface TokenRequest {
  readonly userName: string;
  readonly name: string;
  readonly scopes: readonly Permission[];
  /** The last day it works. */
  readonly expires: LocalDate;
}

/**
 * Creates a token in the name of its user, by the api's role and with an entry in the audit chain, as if he had asked
 * for it himself; the entry says that the command line did. Answers the secret, which is kept nowhere.
 *
 * Errors: NOT_FOUND where no active user has the name.
 */
export async function storeToken(
  environment: Environment,
  urls: { readonly ownerUrl: string; readonly apiUrl: string },
  { userName, name, scopes, expires }: TokenRequest,
): Promise<string> {
  const { userId, employeeId } = await getUser(urls.ownerUrl, userName);
  const { secret, prefix, secretHash } = createPersonalTokenSecret();
  const auditSigner = await openAuditSigner(auditFiles(environment));
  const database = openDatabase({ url: urls.apiUrl, poolSize: 1, auditSigner });
  const actor = { userId, tokenScopes: null, purpose: null, requestId: randomUUID() };
  try {
    await database.runAs(actor, () =>
      database.withActor(async (tx) => {
        const data = {
          userId,
          name,
          prefix,
          secretHash,
          scopes: [...scopes],
          expiresAt: startOfDay(addDays(expires, 1)),
        };
        const { id } = await tx.personalToken.create({ data, select: { id: true } });
        await appendAudit(tx, {
          action: 'createPersonalToken',
          entity: 'PersonalToken',
          entityId: id,
          employeeId,
          payload: { scopes, expiresOn: expires, by: 'congvu token create' },
          idempotencyKey: null,
        });
      }),
    );
  } finally {
    await database.close();
  }
  return secret;
}

/** By the owner: the api's role finds nobody without knowing who asks. */
async function getUser(ownerUrl: string, userName: string): Promise<{ userId: string; employeeId: string | null }> {
  const { rows } = await withConnection({ connectionString: ownerUrl }, (client) =>
    client.query<{ userId: string; employeeId: string | null }>(
      `select id as "userId", employee_id as "employeeId" from congvu.user_account where user_name = $1 and active`,
      [userName],
    ),
  );
  const user = rows[0];
  if (user === undefined) throw new Failure(domainError('NOT_FOUND'));
  return user;
}
