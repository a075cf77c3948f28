import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { usedLimits } from './used-limits.ts';

/** The names of what a request nearly used up, for the header of its response. */
const warned = new WeakMap<Request, readonly string[]>();

/** Says in each response what the request used of the limits, how many requests are left, and what is nearly used up. */
export function useUsedLimits(): Plugin<Context> {
  return {
    onExecute() {
      return {
        onExecuteDone({ args, result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          const { contextValue: context, document } = args;
          // Yoga puts the request beside what our context holds.
          const { request } = context as unknown as { readonly request: Request };
          const stated = request.headers.get('content-length');
          const limits = usedLimits(context, {
            tokens: document.tokenCount,
            bytes: stated === null ? undefined : Number(stated),
          });
          if (limits.warnings.length > 0)
            warned.set(
              request,
              limits.warnings.map(({ limit }) => limit),
            );
          setResult({ ...result, extensions: { ...result.extensions, limits } });
        },
      };
    },
    onResponse({ request, response }) {
      const names = warned.get(request);
      if (names !== undefined) response.headers.set('x-congvu-warning', names.join(', '));
    },
  };
}
