import { builder } from '../builder.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

interface AuditKey {
  readonly keyId: string;
  readonly publicKey: string;
}

const AuditKeyRef = builder.objectRef<AuditKey>('AuditKey').implement({
  description:
    'A public key that checks the signatures of the audit chain. Compare its id with the one on the office’s notice board.',
  fields: (t) => ({
    keyId: t.exposeString('keyId', { description: 'First 16 hexadecimal digits of the SHA-256 of the key (DER).' }),
    publicKey: t.exposeString('publicKey', { description: 'The key, SPKI as PEM: what check-receipt.mjs takes.' }),
    from: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it first signed; null while it has signed nothing.',
      resolve: async ({ keyId }, _args, context) => {
        const [row] = await query<{ readonly at: Date | null }>(
          context,
          sql`select congvu.audit_key_since(${keyId}) as at`,
        );
        return row?.at ?? null;
      },
    }),
  }),
});

builder.queryField('auditKeys', (t) =>
  t.field({
    type: [AuditKeyRef],
    description:
      'The keys that sign the audit chain today. Receipts signed by an older key are checked with the key the office has kept and posted.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, { database: { auditKey } }) => (auditKey === null ? [] : [auditKey]),
  }),
);
