import './access.css';
import { useQuery } from '@apollo/client/react';
import { GRANTED_ROLES } from '@congvu/schema/evaluation';
import { ROLES } from '@congvu/schema/permission';
import { roleTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { accessTexts } from '../../locales/access-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { type Choice, SelectField } from '../../ui/SelectField.tsx';
import { shownDate, shownInstant } from '../../ui/shown.ts';
import { screenPaths } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { termsOf } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { EndGrantDocument, GiveGrantDocument, GrantFragment, GrantsDocument } from './access.operations.ts';

/** Roles that were given, to be given and to be ended. */
export function GrantsPart({ filters }: { readonly filters: Readonly<Record<string, string>> }) {
  const texts = useTexts(accessTexts).grants;
  const language = useLanguage();
  const viewer = useViewer();
  const [ending, setEnding] = useState<string | null>(null);
  const role = filters.role ?? '';
  const isActive = filters.active !== 'no';
  const show = (changes: Record<string, string>) =>
    goTo({ path: screenPaths.access, item: null, filters: { ...filters, tab: 'grants', ...changes } });
  const query = useQuery(GrantsDocument, {
    variables: { filter: { role: termsOf(ROLES, role), activeOn: isActive ? viewer.today : null } },
  });
  const roles = GRANTED_ROLES.map((value) => ({ value, label: roleTexts[value][language] }));
  return (
    <>
      <div className="filters">
        <SelectField
          label={texts.role}
          value={role}
          choices={[{ value: '', label: texts.all }, ...roles]}
          onChoose={(value) => show({ role: value })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={isActive}
            onChange={(event) => show({ active: event.currentTarget.checked ? 'yes' : 'no' })}
          />
          {texts.onlyActive}
        </label>
      </div>
      <ActBar
        acts={[
          {
            name: 'give',
            label: texts.give,
            form: (onClose) => (
              <GiveForm
                roles={roles}
                onClose={() => {
                  onClose();
                  void query.refetch();
                }}
              />
            ),
          },
        ]}
      />
      <QueryStates query={query} empty={texts.none}>
        {({ grants }) =>
          grants.edges.length === 0 ? null : (
            <RegisterTable
              label={texts.give}
              headings={Object.values(texts.headings)}
              onMore={
                grants.pageInfo.hasNextPage
                  ? () => void query.fetchMore({ variables: { after: grants.pageInfo.endCursor } })
                  : null
              }
              rows={nodesOf(grants).map((masked) => {
                const grant = readFragment(GrantFragment, masked);
                const ended = grant.endedReason === null ? texts.endedPlain : texts.ended(grant.endedReason);
                return {
                  key: grant.id,
                  cells: [
                    grant.holder,
                    roleTexts[grant.role][language],
                    grant.unit.name,
                    texts.period(
                      shownDate(grant.from),
                      grant.revokedAt !== null
                        ? texts.revoked(shownInstant(grant.revokedAt))
                        : grant.to === null
                          ? texts.endless
                          : shownDate(grant.to),
                    ),
                    [grant.document, grant.givenBy === null ? null : texts.by(grant.givenBy)]
                      .filter(Boolean)
                      .join(', '),
                    grant.reviewDueOn === null ? '—' : shownDate(grant.reviewDueOn),
                    grant.canManage ? (
                      <span key="end" className="one-line">
                        <Button
                          aria-label={`${texts.end} · ${grant.holder}`}
                          aria-expanded={ending === grant.id}
                          onClick={() => setEnding(grant.id)}
                        >
                          {texts.end}
                        </Button>
                      </span>
                    ) : grant.isActive ? null : (
                      ended
                    ),
                  ],
                  below:
                    ending === grant.id ? (
                      <ActForm
                        document={EndGrantDocument}
                        title={`${texts.end} · ${grant.holder}`}
                        act={texts.endAct}
                        start={{ on: viewer.today }}
                        fields={[
                          { name: 'on', label: texts.on, kind: 'date', isRequired: true },
                          { name: 'reason', label: texts.reason, kind: 'area', isRequired: true },
                        ]}
                        toInput={({ on, reason }) => ({ grant: grant.id, on, reason })}
                        onClose={() => setEnding(null)}
                      />
                    ) : null,
                };
              })}
            />
          )
        }
      </QueryStates>
    </>
  );
}

type GiveProps = { readonly roles: readonly Choice[]; readonly onClose: () => void };

function GiveForm({ roles, onClose }: GiveProps) {
  const texts = useTexts(accessTexts).grants;
  const viewer = useViewer();
  return (
    <ActForm
      document={GiveGrantDocument}
      title={texts.give}
      act={texts.giveAct}
      start={{ from: viewer.today }}
      fields={[
        { name: 'employee', label: texts.employee, kind: 'person', isRequired: true },
        { name: 'role', label: texts.role, kind: 'select', isRequired: true, choices: roles },
        { name: 'unit', label: texts.unit, kind: 'unit', isRequired: true },
        { name: 'from', label: texts.from, kind: 'date', isRequired: true },
        { name: 'to', label: texts.to, kind: 'date' },
        { name: 'document', label: texts.document, kind: 'text', isRequired: true },
        { name: 'reviewDueOn', label: texts.reviewDueOn, kind: 'date' },
      ]}
      toInput={({ employee, role, unit, from, to, document, reviewDueOn }) => ({
        employee,
        // One of the choices above, for the form asks for it.
        role: role as (typeof GRANTED_ROLES)[number],
        unit,
        from,
        to: orNull(to),
        document,
        reviewDueOn: orNull(reviewDueOn),
      })}
      onClose={onClose}
    />
  );
}
