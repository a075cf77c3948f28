import { useQuery } from '@apollo/client/react';
import { type ChosenCodes, toChosenCodes } from './chosen-codes.ts';
import { HandlerChoicesDocument } from './handler-choices.operations.ts';

/** One's own choices on a host; with null nothing is asked. A failure counts as no choice: the person is then asked again. */
export function useChosenCodes(host: string | null): { readonly codes: ChosenCodes; readonly isLoading: boolean } {
  const { data, loading } = useQuery(HandlerChoicesDocument, { variables: { host: host ?? '' }, skip: host === null });
  return { codes: data === undefined ? {} : toChosenCodes(data), isLoading: loading && data === undefined };
}
