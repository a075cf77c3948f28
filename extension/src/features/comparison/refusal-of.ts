import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { codeOf } from '../../graphql/transport-failure.ts';

/** Why a query was refused: its code, and the api's sentence in the person's language, which names what differs. */
export function refusalOf(error: unknown): { readonly code: string; readonly message: string | null } {
  return {
    code: codeOf(error),
    message: CombinedGraphQLErrors.is(error) ? (error.errors[0]?.message ?? null) : null,
  };
}
