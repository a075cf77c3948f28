import type { Permission } from '@congvu/schema/permission';
import type { Rational } from '@congvu/schema/primitives/rational';
import SchemaBuilder from '@pothos/core';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import accessLogPlugin from './access/access-log-plugin.ts';
import type { Context } from './context.ts';
import houseRulesPlugin from './house-rules-plugin.ts';
import { mayRead, refusal } from './request-scopes.ts';

/** What the type parameters of every Pothos call of the api resolve to. */
export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: true;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  AuthScopes: {
    /** Open to everybody, also without a token. Stated so that openness is a decision, not an omission. */
    open: boolean;
    /** Any signed-in actor; row policies decide what he sees. */
    signedIn: boolean;
    /** Signed in, and a token, if one is used, carries this scope; row policies decide what he sees. */
    reads: Permission;
    /** Holds this permission somewhere; the service decides whether here. */
    acts: Permission;
    /** Acts for himself, as a person in a session, never by a token with scopes. */
    inPerson: boolean;
  };
  Scalars: {
    ID: { Input: string; Output: string | number };
    LocalDate: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Period: { Input: string; Output: string };
    Exact: { Input: string; Output: Rational };
    JSON: { Input: unknown; Output: unknown };
  };
}

/**
 * The one schema builder. It defines no types: modules do, and schema.ts imports them.
 *
 * Deny by default: scopes run before a resolver, and the house rules refuse to build a schema with a root field that
 * states none. The errors plugin stands after scope-auth, so that a refusal is a top-level error and never a member of
 * a mutation's union.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, ScopeAuthPlugin, ErrorsPlugin, accessLogPlugin, houseRulesPlugin],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  scopeAuth: {
    authScopes: (context) => ({
      open: true,
      signedIn: context.actor !== null,
      reads: (permission) => mayRead(context.actor, permission),
      acts: (permission) => context.actor?.permissions.some((held) => held.permission === permission) ?? false,
      inPerson: context.actor !== null && context.actor.tokenScopes === null,
    }),
    // Whether one may subscribe is asked once; what is delivered then is chosen anew at each event.
    authorizeOnSubscribe: true,
    // A thrown error in a scope is a bug of ours, not a refusal.
    treatErrorsAsUnauthorized: false,
    unauthorizedError: (_parent, context) => refusal(context),
  },
  errors: {
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  relay: {
    cursorType: 'String',
    nodeTypeOptions: { description: 'Anything with an identifier that stays the same and can be fetched by `node`.' },
    nodeQueryOptions: {
      description: 'The object of this identifier, or null where there is none one may see.',
      authScopes: { signedIn: true },
      args: { id: { description: 'An identifier the api gave out.' } },
    },
    nodesQueryOptions: {
      description: 'The objects of these identifiers in their order; null where there is none one may see.',
      authScopes: { signedIn: true },
      nullable: { list: false, items: true },
      args: { ids: { description: 'Identifiers the api gave out, at most 100.' } },
    },
    idFieldOptions: { description: 'Opaque identifier; stays the same for the life of the object.' },
    pageInfoTypeOptions: { description: 'Where a page of a list stands.' },
    hasNextPageFieldOptions: { description: 'Whether more follows; known only when paging forward.' },
    hasPreviousPageFieldOptions: { description: 'Whether more precedes; known only when paging backward.' },
    startCursorFieldOptions: { description: 'Cursor of the first edge of this page; give it as `before`.' },
    endCursorFieldOptions: { description: 'Cursor of the last edge of this page; give it as `after`.' },
    cursorFieldOptions: { description: 'Where this edge stands in the list.' },
    nodeFieldOptions: { description: 'The item itself.' },
    edgesFieldOptions: { description: 'The items of this page, each with its cursor.' },
    pageInfoFieldOptions: { description: 'Where this page stands in the list.' },
    firstArgOptions: { description: 'How many items from the start, 1 to 100. Either this or `last` is required.' },
    lastArgOptions: { description: 'How many items from the end, 1 to 100. Either this or `first` is required.' },
    afterArgOptions: { description: 'Cursor after which the page begins.' },
    beforeArgOptions: { description: 'Cursor before which the page ends.' },
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    defaultEdgeTypeOptions: { description: 'One item of a page.' },
  },
});

builder.queryType({ description: 'Reading. What one may not see is as if absent.' });
builder.mutationType({
  description:
    'Acting. Every mutation takes an idempotency key and answers a union of its result and what may refuse it.',
});
builder.subscriptionType({
  description: 'Being told. Server-sent events of what one may see, for as long as one may.',
});
