import { domainError } from '@congvu/schema/errors';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { type DeprecatedUse, deprecatedUses } from './deprecated-uses.ts';

/** `x-rehearse: deprecations`: the request is answered as it will be once all that is deprecated has gone. */
const REHEARSAL = 'deprecations';

/**
 * Tells a client in `extensions.deprecated` what it uses that will go. In a rehearsal, asked for by a request's header or switched on
 * for the whole process, such an operation is refused instead, with one error (DEPRECATED_FIELD) for each use.
 */
export function useDeprecations({ isRehearsed }: { readonly isRehearsed: boolean }): Plugin<Context> {
  const refused = (args: ExecutionArgs, uses: readonly DeprecatedUse[]): ExecutionResult | null => {
    // Ours: the context every operation of the api is executed with, beside yoga's own request.
    const { request, locale } = args.contextValue as Context & { readonly request: Request };
    if (uses.length === 0 || !(isRehearsed || request.headers.get('x-rehearse') === REHEARSAL)) return null;
    return {
      errors: uses.map(({ path, use }) => requestError(domainError('DEPRECATED_FIELD', { field: path, use }), locale)),
    };
  };
  const usesOf = (args: ExecutionArgs) => deprecatedUses(args.schema, args.document, args.variableValues ?? {});
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const uses = usesOf(args);
      const refusal = refused(args, uses);
      if (refusal !== null) return void setResultAndStopExecution(refusal);
      if (uses.length === 0) return;
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, deprecated: uses } });
        },
      };
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const refusal = refused(args, usesOf(args));
      if (refusal !== null) setResultAndStopExecution(refusal);
    },
  };
}
