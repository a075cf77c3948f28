import { PERMISSIONS } from '@congvu/schema/permission';
import { periodOf } from '@congvu/schema/primitives/period';
import { builder } from '../builder.ts';
import type { Actor } from '../context.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { loadOfflineKey } from './offline-key.ts';
import { listUnitsByPath } from './viewer.store.ts';

export const PermissionEnum = builder.enumType('Permission', {
  description: 'What somebody may do with the records of others, each within the units a grant names and those below.',
  values: PERMISSIONS,
});

export const ViewerRef = builder.objectRef<Actor>('Viewer').implement({
  description: 'Who asks, and what the office’s calendar says.',
  fields: (t) => ({
    id: t.exposeID('userId', { description: 'Identifier of the account.' }),
    displayName: t.exposeString('displayName', { description: 'Name to show.' }),
    userName: t.exposeString('userName', { description: 'User name.' }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'The person of the account; null for an account of no person in service.',
      resolve: (actor, _args, context) =>
        actor.employeeId === null ? null : loadOne(context, employeeById, actor.employeeId),
    }),
    permissions: t.field({
      type: [PermissionEnum],
      description: 'Held over at least one unit today, narrowed by the token’s scopes.',
      resolve: (actor) => PERMISSIONS.filter((each) => actor.permissions.some((held) => held.permission === each)),
    }),
    units: t.field({
      type: [UnitRef],
      description: 'The topmost units over which some permission is held.',
      resolve: async (actor, _args, context) => [
        ...(await listUnitsByPath(context, [...new Set(actor.permissions.flatMap((held) => held.unitPaths))])),
      ],
    }),
    today: t.field({
      type: 'LocalDate',
      description: 'Today in Asia/Ho_Chi_Minh.',
      resolve: (_actor, _args, context) => context.today,
    }),
    currentPeriod: t.field({
      type: 'Period',
      description: 'The month of today.',
      resolve: (_actor, _args, context) => periodOf(context.today),
    }),
    offlineKey: t.string({
      description:
        'The key with which one’s waiting writes are encrypted in the browser: 32 bytes as base64url, the same for ever. In a session only; a token is refused.',
      authScopes: { inPerson: true },
      resolve: (actor, _args, context) => loadOfflineKey(context, actor),
    }),
    demonstration: t.boolean({
      description: 'Whether all data is fictional; every screen then says so.',
      resolve: (_actor, _args, context) => context.facts.demonstration,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    description: 'Who asks.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, { actor }) => {
      if (actor === null) throw new Error('The scope lets nobody through without an actor.');
      return actor;
    },
  }),
);
