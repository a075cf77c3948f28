import { type NearLimit, nearLimits } from '@congvu/schema/primitives/near-limit';
import { rational } from '@congvu/schema/primitives/rational';
import type { Context } from '../context.ts';
import { LIMITS } from './limits.ts';
import type { OperationMeasure } from './measure-operation.ts';

/** What a request used of its limits, as `extensions.limits` says it. */
export interface UsedLimits extends Partial<OperationMeasure> {
  /** Tokens of the document. */
  readonly tokens?: number;
  /** Bytes of the request's body, by its stated length. */
  readonly bytes?: number;
  /** Requests left in the current minute. */
  readonly remaining: number;
  /** What is nearly used up; a client that sees none need change nothing. */
  readonly warnings: readonly NearLimit[];
}

/** Nine tenths of a minute's requests: the last tenth is what a client has to slow down in. */
const RATE_SHARE = rational(9, 10);

/** Of a request as it was measured. `tokens` and `bytes` where they are known. */
export function usedLimits(
  { measure, remainingRequests: remaining }: Pick<Context, 'measure' | 'remainingRequests'>,
  { tokens, bytes }: { readonly tokens?: number | undefined; readonly bytes?: number | undefined } = {},
): UsedLimits {
  const { depth, cost, aliases, rootFields, tokens: mostTokens, bodyBytes, requestsPerMinute } = LIMITS;
  const said = { ...(tokens === undefined ? {} : { tokens }), ...(bytes === undefined ? {} : { bytes }) };
  const used = { ...measure, ...said };
  return {
    ...used,
    remaining,
    warnings: [
      ...nearLimits(used, { depth, cost, aliases, rootFields, tokens: mostTokens, bytes: bodyBytes }),
      ...nearLimits({ requestsPerMinute: requestsPerMinute - remaining }, { requestsPerMinute }, RATE_SHARE),
    ],
  };
}
