import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';

/** Says in each response what the request used of the limits and how many requests are left. */
export function useUsedLimits(): Plugin<Context> {
  return {
    onExecute() {
      return {
        onExecuteDone({ args, result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          const { measure, remainingRequests } = args.contextValue;
          const limits = { ...measure, remaining: remainingRequests };
          setResult({ ...result, extensions: { ...result.extensions, limits } });
        },
      };
    },
  };
}
