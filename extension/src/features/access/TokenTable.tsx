import './access.css';
import { useState } from 'react';
import type { TokenRow_TokenFragment } from '../../../generated/graphql.ts';
import { accessTexts } from '../../locales/access-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { permissionTexts } from '../../locales/permission-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { RevokePersonalTokenDocument } from './access.operations.ts';

type TokenTableProps = {
  readonly label: string;
  readonly tokens: readonly TokenRow_TokenFragment[];
  /** Whether the holders are named, and a reason is asked for. */
  readonly isOfOthers?: boolean;
  readonly onMore?: (() => void) | null;
};

/** Tokens with what they may, until when, and when they were last used; never a secret. */
export function TokenTable({ label, tokens, isOfOthers = false, onMore = null }: TokenTableProps) {
  const texts = useTexts(accessTexts).tokens;
  const permissions = useTexts(permissionTexts);
  const [revoking, setRevoking] = useState<string | null>(null);
  return (
    <RegisterTable
      label={label}
      headings={Object.values(isOfOthers ? texts.otherHeadings : texts.headings)}
      onMore={onMore}
      rows={tokens.map((token) => ({
        key: token.id,
        cells: [
          ...(isOfOthers ? [<Holder key="holder" token={token} />] : []),
          <span key="name">
            {token.name} <span className="small quiet">{token.prefix}…</span>
          </span>,
          token.scopes.map((scope) => permissions[scope]).join(', '),
          shownInstant(token.expiresAt),
          token.lastUsedAt === null ? texts.never : shownInstant(token.lastUsedAt),
          [texts.states[token.state], token.revokedReason].filter(Boolean).join(': '),
          token.state === 'ACTIVE' ? (
            <span key="revoke" className="one-line">
              <Button
                aria-label={`${texts.revoke} · ${token.name}`}
                aria-expanded={revoking === token.id}
                onClick={() => setRevoking(token.id)}
              >
                {texts.revoke}
              </Button>
            </span>
          ) : null,
        ],
        below:
          revoking === token.id ? (
            <ActForm
              document={RevokePersonalTokenDocument}
              title={`${texts.revoke} · ${token.name}`}
              act={texts.revoke}
              fields={isOfOthers ? [{ name: 'reason', label: texts.reason, kind: 'area', isRequired: true }] : []}
              toInput={(values: Partial<Record<'reason', string>>) => ({
                token: token.id,
                reason: orNull(values.reason ?? ''),
              })}
              onClose={() => setRevoking(null)}
            />
          ) : null,
      }))}
    />
  );
}

function Holder({ token }: { readonly token: TokenRow_TokenFragment }) {
  return (
    <>
      {token.owner} <span className="small quiet">{token.ownerCode}</span>
    </>
  );
}
