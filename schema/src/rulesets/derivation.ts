import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import { compare, type Rational, sum, ZERO } from '../primitives/rational.ts';
import type { Source } from '../primitives/source.ts';
import { breach, isSame } from './bounds.ts';
import type { AnyRuleSet, RuleSetRegistry } from './registry.ts';

/** The first lines of what an office writes. */
export interface DerivationHeader {
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly decision: { readonly number: string; readonly decidedOn: LocalDate };
  readonly subjectType?: 'CONTRACT' | undefined;
}

/** The source of all that an office chose: its own decision, which is a practice and not law for everybody. */
export function officeSource({ decision, effectiveFrom, effectiveTo }: DerivationHeader): Source {
  return { instrument: decision.number, clause: null, effectiveFrom, effectiveTo, url: null, certainty: 'PRACTICE' };
}

/** Whether code, version and dates are free and within the base's. Only the law's own rule sets are a base. */
export function checkHeader(
  base: AnyRuleSet,
  header: DerivationHeader,
  published: RuleSetRegistry,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const add = (path: string, error: FieldError['error']) => errors.push({ path, error });
  const [source] = base.sources;
  if (base.base !== null || base.kind === 'HISTORY' || source === undefined) {
    add('/base', domainError('UNKNOWN_VALUE', { given: base.code, allowed: [] }));
    return errors;
  }
  const { code, version, effectiveFrom, effectiveTo } = header;
  const taken = published.find(code);
  if (taken !== null && (taken.base === null || published.find(code, version) !== null)) {
    const known = taken.base === null ? taken.version : version;
    add('/version', domainError('RULE_SET_PUBLISHED', { ruleSet: code, version: known }));
  } else if (taken !== null && subjectOf(taken) !== (header.subjectType ?? subjectOf(base))) {
    // One code stays one kind of person for ever: an assignment names the code alone.
    add('/code', domainError('UNKNOWN_VALUE', { given: code, allowed: [] }));
  }
  if (header.subjectType !== undefined && subjectOf(base) !== 'CIVIL_SERVANT') {
    add('/subjectType', domainError('UNKNOWN_VALUE', { given: header.subjectType, allowed: [subjectOf(base)] }));
  }
  if (effectiveFrom < base.effectiveFrom) {
    const law = { value: base.effectiveFrom, source };
    errors.push(breach('/effectiveFrom', 'effectiveFrom', effectiveFrom, law, 'AT_LEAST'));
  }
  if (effectiveTo !== null && effectiveTo < effectiveFrom) {
    add('/effectiveTo', domainError('INCONSISTENT', { reason: 'DATES_REVERSED' }));
  }
  if (base.effectiveTo !== null && (effectiveTo === null || effectiveTo > base.effectiveTo)) {
    const law = { value: base.effectiveTo, source };
    errors.push(breach('/effectiveTo', 'effectiveTo', effectiveTo, law, 'NOT_LATER'));
  }
  return errors;
}

function subjectOf(ruleSet: AnyRuleSet): string {
  return ruleSet.kind === 'ORGANISATION' ? ruleSet.kind : ruleSet.subjectType;
}

/** A value the law fixes, which an office may repeat but not change. */
export function checkFixed(
  path: string,
  parameter: string,
  given: unknown,
  law: { readonly value: unknown; readonly source: Source },
): readonly FieldError[] {
  return given === undefined || isSame(given, law.value) ? [] : [breach(path, parameter, given, law)];
}

type Threshold = { readonly level: string; readonly atLeast: Rational };

/** The thresholds of the levels, which are the law's: all of them, or none said. */
export function checkThresholds(
  given: readonly Threshold[] | undefined,
  law: readonly (Threshold & { readonly source: Source })[],
): readonly FieldError[] {
  if (given === undefined) return [];
  const missing = law
    .filter(({ level }) => !given.some((each) => each.level === level))
    .map(({ level, atLeast, source }) =>
      breach('/thresholds', `thresholds.${level}`, null, { value: atLeast, source }),
    );
  const changed = given.flatMap(({ level, atLeast }, position) => {
    const own = law.find((each) => each.level === level);
    const path = `/thresholds/${position}`;
    if (own === undefined) return [{ path, error: domainError('UNKNOWN_VALUE', { given: level, allowed: [] }) }];
    return checkFixed(`${path}/atLeast`, `thresholds.${level}`, atLeast, { value: own.atLeast, source: own.source });
  });
  return [...missing, ...changed];
}

/** Points that share out a maximum: each at least `0` (above it where `above`), together exactly the maximum. */
export function checkShares(
  path: string,
  parameter: string,
  shares: readonly { readonly path: string; readonly maximum: Rational }[],
  law: { readonly value: Rational; readonly source: Source },
  above = false,
): readonly FieldError[] {
  const outside = shares.filter(({ maximum }) => compare(maximum, ZERO) < (above ? 1 : 0));
  const errors: FieldError[] = outside.map((share) => ({
    path: share.path,
    error: domainError('OUT_OF_RANGE', { given: String(share.maximum), minimum: '0', maximum: String(law.value) }),
  }));
  const total = sum(shares.map(({ maximum }) => maximum));
  return compare(total, law.value) === 0 ? errors : [...errors, breach(path, parameter, total, law)];
}

/** Codes that stand twice. */
export function checkUnique(path: string, coded: readonly { readonly code: string }[]): readonly FieldError[] {
  return coded.flatMap(({ code }, position) =>
    coded.findIndex((each) => each.code === code) === position
      ? []
      : [{ path: `${path}/${position}/code`, error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) }],
  );
}
