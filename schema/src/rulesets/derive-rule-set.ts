import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import { parseInput } from '../evaluation/parse-input.ts';
import { fail, type Result } from '../primitives/result.ts';
import type { Source } from '../primitives/source.ts';
import { type OrganisationRuleSet, organisationRuleSetShape } from '../scoring/organisation-rule-set.ts';
import { type RuleSet, ruleSetShape } from '../scoring/rule-set.ts';
import { breach } from './bounds.ts';
import { checkHeader } from './derivation.ts';
import { organisationDerivationShape, personDerivationShape } from './derivation-shapes.ts';
import { deriveOrganisation } from './derive-organisation.ts';
import { derivePerson, toScoringBase } from './derive-person.ts';
import { organisationParameters, organisationValueOf } from './organisation-parameters.ts';
import type { AnyRuleSet, RuleSetRegistry } from './registry.ts';
import { yearParameters, yearValueOf } from './year-parameters.ts';

/** A rule set an office may publish. */
export type OwnRuleSet = RuleSet | OrganisationRuleSet;

/**
 * An office's own rule set out of the law's and what the office wrote: its split of the general points, its weights, its readings
 * of what the law leaves open. It comes back complete, with the office's decision as the source of all that differs.
 *
 * `published`: what is known already; a code and version in it are never used again. Errors: every breach with the field, the
 * bound and the clause (RULE_SET_OUT_OF_BOUNDS), or what is missing, unknown or out of range in what was written.
 *
 * @example deriveRuleSet(registry.get('ND233-2026/PUBLIC_EMPLOYEE', 1), { code: 'H99/VC', version: 1, weights, … }, registry)
 */
export function deriveRuleSet(
  base: AnyRuleSet,
  written: unknown,
  published: RuleSetRegistry,
): Result<OwnRuleSet, readonly FieldError[]> {
  if (base.kind === 'ORGANISATION') {
    const read = parseInput(organisationDerivationShape, written);
    if (!read.ok) return fail(read.error.payload.fields);
    const derived = deriveOrganisation(base, read.value);
    return withHeader(checkHeader(base, read.value, published), derived);
  }
  const read = parseInput(personDerivationShape, written);
  if (!read.ok) return fail(read.error.payload.fields);
  const header = checkHeader(base, read.value, published);
  if (base.kind === 'PERSON') return withHeader(header, derivePerson(base, read.value));
  if (base.kind === 'HISTORY') return fail(header);
  const scoring = toScoringBase(base, read.value);
  return withHeader(header, scoring.ok ? derivePerson(scoring.value, read.value) : scoring);
}

function withHeader<Value>(
  header: readonly FieldError[],
  derived: Result<Value, readonly FieldError[]>,
): Result<Value, readonly FieldError[]> {
  if (header.length === 0) return derived;
  return fail(derived.ok ? header : [...header, ...derived.error]);
}

/**
 * Reads a complete rule set that is said to be derived from `base`, such as an imported one: what an office may choose is checked
 * like `deriveRuleSet` checks it, and everything else must be the base's to the letter, sources and rules included.
 */
export function parseRuleSet(
  written: unknown,
  base: AnyRuleSet,
  published: RuleSetRegistry,
): Result<OwnRuleSet, readonly FieldError[]> {
  const isOrganisation = base.kind === 'ORGANISATION';
  const read = isOrganisation ? parseInput(organisationRuleSetShape, written) : parseInput(ruleSetShape, written);
  if (!read.ok) return fail(read.error.payload.fields);
  const derived = deriveRuleSet(base, toChoices(read.value), published);
  if (!derived.ok) return derived;
  const [source] = base.sources;
  if (source === undefined) return fail([{ path: '/base', error: domainError('REQUIRED') }]);
  const differing = differences(toJson(read.value), toJson(derived.value), '', source);
  return differing.length > 0 ? fail(differing) : derived;
}

/** What of a complete rule set is an office's to write. */
function toChoices(ruleSet: OwnRuleSet): unknown {
  const { code, version, name, effectiveFrom, effectiveTo, decision } = ruleSet;
  const toGroup = (group: RuleSet['groups'][number]) => ({
    code: group.code,
    maximum: group.maximum,
    name: group.name,
  });
  const common = {
    ...{ code, version, name, effectiveFrom, effectiveTo, decision },
    groups: ruleSet.groups.map(toGroup),
    thresholds: ruleSet.thresholds.map(({ level, atLeast }) => ({ level, atLeast })),
  };
  if (ruleSet.kind === 'ORGANISATION') {
    const items = ruleSet.items.map((item) => ({ code: item.code, maximum: item.maximum }));
    const maxima = { generalMaximum: ruleSet.generalMaximum.value, resultMaximum: ruleSet.resultMaximum.value };
    const values = nest(organisationParameters.map(({ name: key }) => [key, organisationValueOf(ruleSet, key).value]));
    return toJson({ ...common, ...maxima, items, ...values });
  }
  const { generalMaximum, resultMaximum, deductionPercent, weights } = ruleSet;
  const defaults = new Map(ruleSet.parameters.map((parameter) => [parameter.name, parameter.default]));
  return toJson({
    ...common,
    ...{ generalMaximum, resultMaximum, deductionPercent, weights },
    ...(ruleSet.subjectType === 'CONTRACT' ? { subjectType: ruleSet.subjectType } : {}),
    criteria: ruleSet.criteria.map((criterion) => ({ ...toGroup(criterion), group: criterion.group })),
    parameters: {
      componentCap: defaults.get('componentCap'),
      extraTaskFailure: defaults.get('extraTaskFailure'),
    },
    year: nest(yearParameters.map(({ name: key }) => [key, yearValueOf(ruleSet.year, key).value])),
  });
}

/** ["quota.basis", x] as { quota: { basis: x } }. */
function nest(values: readonly (readonly [name: string, value: unknown])[]): object {
  const nested: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const [part = '', inner] = name.split('.');
    const before = nested[part];
    nested[part] = inner === undefined ? value : { ...(typeof before === 'object' ? before : {}), [inner]: value };
  }
  return nested;
}

function toJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Where two JSON values differ, each with the nearest source of what should stand there. */
function differences(given: unknown, expected: unknown, path: string, nearest: Source): readonly FieldError[] {
  if (!isObject(given) || !isObject(expected)) {
    return given === expected ? [] : [breach(path, path, given, { value: expected, source: nearest })];
  }
  // A sourced part of a rule set that passed its shape has a whole source.
  const source = isObject(expected.source) ? (expected.source as unknown as Source) : nearest;
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(given)])];
  return keys.flatMap((key) => differences(given[key], expected[key], `${path}/${key}`, source));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
