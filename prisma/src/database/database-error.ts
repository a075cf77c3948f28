import { type DomainError, domainError, type PayloadOf } from '@congvu/schema/errors';
import { parsePeriod } from '@congvu/schema/primitives/period';

/**
 * What an error of the database means to a caller; null where it means nothing to him (a fault of ours). No other file
 * knows SQLSTATEs.
 *
 * Covers pg's own errors and Prisma's, which carry the SQLSTATE in their cause or a code of their own.
 */
export function translateDatabaseError(error: unknown): DomainError | null {
  for (const { state, detail } of statesOf(error)) {
    const translated = meaningOf(state, detail);
    if (translated) return translated;
  }
  return null;
}

function meaningOf(state: string, detail: string): DomainError | null {
  switch (state) {
    // A policy's WITH CHECK, a missing grant, our guards of one's own row.
    case '42501':
    case 'CV003':
      return domainError('FORBIDDEN', { permission: null });
    // The quota's trigger names the group (null: the agency), its limit and how many there would be.
    case 'CV020': {
      if (detail === '') return null;
      const { group, limit, outstanding } = JSON.parse(detail) as QuotaDetail;
      return domainError('QUOTA_EXCEEDED', { group, limit, outstanding });
    }
    case 'CV021':
      return domainError('HEAD_ABOVE_UNIT');
    case 'CV022':
      return domainError('FORCED_LEVEL');
    case 'CV023': {
      if (detail === '') return null;
      const period = parsePeriod((JSON.parse(detail) as { readonly period: string }).period);
      return period.ok ? domainError('PERIOD_CLOSED', { period: period.value }) : null;
    }
    // The registers' guards carry the payload of their error.
    case 'CV030':
      return withPayload('DECISION_EXISTS', detail);
    case 'CV031':
      return withPayload('YEAR_NOT_DECIDED', detail);
    case 'CV032':
      return withPayload('ALREADY_COMMENDED', detail);
    case 'CV033':
      return withPayload('UNIT_CLOSED', detail);
    case 'CV034':
      return domainError('EVIDENCE_REQUIRED', { component: 'proof' });
    case 'CV035':
      return domainError('SECOND_PERSON_REQUIRED');
    case 'CV036':
      return withPayload('IMPORT_USED', detail);
    case 'CV037':
      return domainError('SESSION_LOCKED');
    case 'CV038':
      return withPayload('UNIT_CYCLE', detail);
    // The user was deactivated while his request was under way.
    case 'CV001':
      return domainError('UNAUTHENTICATED');
    // Prisma: the row to change is not there for this actor.
    case 'P2025':
      return domainError('NOT_FOUND');
    // A text that no column of text or JSON can hold: NUL, half a character. What the caller sent is at fault.
    case '22021':
    case '22P05':
      return domainError('BAD_REQUEST');
    // Refused connections, a server that starts or stops, no free slot; Prisma's words for the same.
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'ECONNRESET':
    case '28P01':
    case '28000':
    case '3D000':
    case '53300':
    case '57P01':
    case '57P02':
    case '57P03':
    case 'P1000':
    case 'P1001':
    case 'P1017':
      return domainError('DATABASE_UNREACHABLE', { reason: state });
    default:
      return null;
  }
}

/** The guards of the registers write their DETAIL as the error's payload: our own words, written nowhere else. */
function withPayload<
  Code extends
    | 'DECISION_EXISTS'
    | 'YEAR_NOT_DECIDED'
    | 'ALREADY_COMMENDED'
    | 'UNIT_CLOSED'
    | 'IMPORT_USED'
    | 'UNIT_CYCLE',
>(code: Code, detail: string): DomainError | null {
  return detail === '' ? null : ({ code, payload: JSON.parse(detail) as PayloadOf<Code> } as DomainError);
}

/** What assert_quota() says of itself: our own words, written nowhere else. */
interface QuotaDetail {
  readonly group: string | null;
  readonly limit: number;
  readonly outstanding: number;
}

/** Every code found on the error, its causes and what Prisma's driver adapter kept of the original, with PostgreSQL's DETAIL. */
export function* statesOf(error: unknown, depth = 0): Generator<{ readonly state: string; readonly detail: string }> {
  // Five levels hold every wrapping seen (Prisma error → meta → adapter error → cause); a cycle ends there too.
  if (depth > 5 || typeof error !== 'object' || error === null) return;
  for (const key of ['originalCode', 'code']) {
    const code: unknown = Reflect.get(error, key);
    const detail: unknown = Reflect.get(error, 'detail');
    if (typeof code === 'string') yield { state: code, detail: typeof detail === 'string' ? detail : '' };
  }
  for (const key of ['cause', 'meta', 'driverAdapterError']) yield* statesOf(Reflect.get(error, key), depth + 1);
  if (error instanceof AggregateError) for (const each of error.errors) yield* statesOf(each, depth + 1);
}
