import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import { SCORING_ROLES } from '../evaluation/assignment.ts';
import { add, compare, type Rational, toText, whole, ZERO } from '../primitives/rational.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import type { Source } from '../primitives/source.ts';
import { COMPONENTS_OF } from '../scoring/component.ts';
import type { LevelRuleSet } from '../scoring/level-rule-set.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import type { YearRules } from '../scoring/year-rules.ts';
import { breach, isSame, isWithin } from './bounds.ts';
import { checkFixed, checkShares, checkThresholds, officeSource } from './derivation.ts';
import type { PersonDerivation } from './derivation-shapes.ts';
import { deriveCriteria, deriveGroups } from './derive-split.ts';
import { scoringParameters, scoringRules } from './scoring-rules.ts';
import { yearParameters, yearValueOf } from './year-parameters.ts';

type Failure = readonly FieldError[];

/** An office's own rule set for people; `base` is the law's, of which it keeps all it does not choose. */
export function derivePerson(base: RuleSet, written: PersonDerivation): Result<RuleSet, Failure> {
  const office = officeSource(written);
  const maximum = { value: base.generalMaximum, source: base.valueSources.generalMaximum };
  const groups = deriveGroups(base.groups, written.groups, maximum, office);
  const criteria = groups.ok ? deriveCriteria(base.criteria, written.criteria, groups.value, office) : ok([]);
  const weights = deriveWeights(base, written.weights);
  const year = deriveYear(base.year, written.year, office);
  const errors = [
    ...checkFixed('/generalMaximum', 'generalMaximum', written.generalMaximum, maximum),
    ...checkFixed('/resultMaximum', 'resultMaximum', written.resultMaximum, {
      value: base.resultMaximum,
      source: base.valueSources.resultMaximum,
    }),
    ...checkFixed('/deductionPercent', 'deductionPercent', written.deductionPercent, {
      value: base.deductionPercent,
      source: base.valueSources.deductionPercent,
    }),
    ...checkThresholds(written.thresholds, base.thresholds),
    ...[groups, criteria, weights, year].flatMap((part) => (part.ok ? [] : part.error)),
    ...(criteria.ok ? checkDeductions(written, criteria.value) : []),
  ];
  if (errors.length > 0 || !groups.ok || !criteria.ok || !weights.ok || !year.ok) return fail(errors);
  const { code, version, name, effectiveFrom, effectiveTo, decision } = written;
  const ownWeights = isSame(weights.value, base.weights) ? base.valueSources.weights : office;
  return ok({
    ...base,
    code,
    version,
    name,
    effectiveFrom,
    effectiveTo,
    base: { code: base.code, version: base.version },
    decision,
    subjectType: written.subjectType ?? base.subjectType,
    sources: [...base.sources, ...(written.subjectType === undefined ? [] : contractSources(base)), office],
    valueSources: { ...base.valueSources, weights: ownWeights },
    groups: groups.value,
    criteria: criteria.value,
    weights: weights.value,
    parameters: deriveParameters(base, written, weights.value, office),
    year: year.value,
  });
}

/** That the rules of civil servants may be applied to labour-contract workers. */
function contractSources(base: RuleSet): readonly Source[] {
  return base.sources.map((source) => ({ ...source, clause: 'art. 28(2)' }));
}

/**
 * What a regime without arithmetic becomes a base of, once an office says how points are made: its maxima and its deduction are
 * the office's, the levels and the year stay the regime's.
 */
export function toScoringBase(base: LevelRuleSet, written: PersonDerivation): Result<RuleSet, Failure> {
  const { generalMaximum, resultMaximum, deductionPercent } = written;
  const missing = (['generalMaximum', 'resultMaximum', 'deductionPercent', 'groups', 'criteria', 'weights'] as const)
    .filter((key) => written[key] === undefined)
    .map((key) => ({ path: `/${key}`, error: domainError('REQUIRED') }));
  const { year } = base;
  if (generalMaximum === undefined || resultMaximum === undefined || deductionPercent === undefined || year === null) {
    return fail(missing);
  }
  const [outstanding] = base.thresholds;
  const total = add(generalMaximum, resultMaximum);
  const isOfHundred = compare(total, whole(100)) === 0;
  if (missing.length > 0 || !isOfHundred || outstanding === undefined) {
    // Levels at 90, 70 and 50 are of 100 points.
    const law = { value: whole(100), source: outstanding?.source ?? officeSource(written) };
    return fail([
      ...missing,
      ...(isOfHundred ? [] : [breach('/resultMaximum', 'generalMaximum + resultMaximum', total, law)]),
    ]);
  }
  const office = officeSource(written);
  const { conditions: _conditions, ...kept } = base;
  const step = { general: office, quantity: office, quality: office, progress: office, unitResult: office };
  return ok({
    ...kept,
    kind: 'PERSON',
    year,
    valueSources: { generalMaximum: office, resultMaximum: office, deductionPercent: office, weights: office },
    generalMaximum,
    resultMaximum,
    deductionPercent,
    groups: [],
    criteria: [],
    weights: null,
    rules: scoringRules(written.code, { ...step, organising: office, cohesion: office, sectionCap: office }),
    parameters: scoringParameters(office, office, null),
  } as RuleSet);
}

/** Weights are the office's where the law leaves them to it, else the law's. The sum of a role's is the maximum of the section. */
function deriveWeights(base: RuleSet, written: PersonDerivation['weights']): Result<RuleSet['weights'], Failure> {
  const law = { value: base.resultMaximum, source: base.valueSources.weights };
  if (written === undefined || written === null) {
    return base.weights === null ? fail([{ path: '/weights', error: domainError('REQUIRED') }]) : ok(base.weights);
  }
  const errors = SCORING_ROLES.flatMap((role) => {
    const own: Readonly<Partial<Record<string, Rational>>> = written[role];
    const fixed: Readonly<Partial<Record<string, Rational>>> | undefined = base.weights?.[role];
    const shares = COMPONENTS_OF[role].map((component) => ({
      path: `/weights/${role}/${component}`,
      component,
      maximum: own[component] ?? ZERO,
    }));
    if (fixed === undefined) return checkShares(`/weights/${role}`, `weights.${role}`, shares, law);
    return shares.flatMap(({ path, component, maximum }) =>
      checkFixed(path, `weights.${role}.${component}`, maximum, { value: fixed[component], source: law.source }),
    );
  });
  return errors.length > 0 ? fail(errors) : ok(written);
}

/** The value an office wrote under a name such as "quota.basis"; undefined where it wrote none. */
export function writtenValue(written: object | undefined, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((part, key) => (part === undefined ? undefined : (part as Record<string, unknown>)[key]), written);
}

function deriveYear(base: YearRules, written: PersonDerivation['year'], office: Source): Result<YearRules, Failure> {
  const errors: FieldError[] = [];
  let year = base;
  for (const { name, bound } of yearParameters) {
    const value = writtenValue(written, name);
    const law = yearValueOf(base, name);
    if (value === undefined || isSame(value, law.value)) continue;
    if (isWithin(bound, value, law.value)) year = withYearValue(year, name, { value, source: office });
    else errors.push(breach(`/year/${name.replace('.', '/')}`, name, value, law, bound));
  }
  return errors.length > 0 ? fail(errors) : ok(year);
}

/** The value was parsed with the shape of the very part it replaces, so the section keeps its type. */
function withYearValue(year: YearRules, name: string, value: object): YearRules {
  const [part = '', inner] = name.split('.');
  const before = year as unknown as Record<string, object>;
  return {
    ...before,
    [part]: inner === undefined ? value : { ...before[part], [inner]: value },
  } as unknown as YearRules;
}

function deriveParameters(
  base: RuleSet,
  written: PersonDerivation,
  weights: RuleSet['weights'],
  office: Source,
): RuleSet['parameters'] {
  return base.parameters.map((parameter) => {
    const chosen: string | undefined =
      parameter.name === 'weights' && !isSame(weights, base.weights)
        ? weightsText(weights)
        : written.parameters?.[parameter.name as keyof NonNullable<PersonDerivation['parameters']>];
    return chosen === undefined || chosen === parameter.default
      ? parameter
      : { ...parameter, default: chosen, source: office };
  });
}

/** "20, 32, 18; 8, 13, 7, 21, 11, 10": staff, then leaders. */
function weightsText(weights: RuleSet['weights']): string {
  return SCORING_ROLES.map((role) => {
    const own: Readonly<Partial<Record<string, Rational>>> = weights?.[role] ?? {};
    return COMPONENTS_OF[role].map((component) => toText(own[component] ?? ZERO)).join(', ');
  }).join('; ');
}

/** A proposed deduction is for a criterion there is, above 0 and within its maximum. */
function checkDeductions(written: PersonDerivation, criteria: RuleSet['criteria']): Failure {
  return (written.year?.generalDeductions ?? []).flatMap(({ criterion, points }, position): FieldError[] => {
    const path = `/year/generalDeductions/${position}`;
    const own = criteria.find(({ code }) => code === criterion);
    if (own === undefined)
      return [{ path: `${path}/criterion`, error: domainError('CRITERION_UNKNOWN', { criterion }) }];
    if (compare(points, ZERO) > 0 && compare(points, own.maximum) <= 0) return [];
    const maximum = toText(own.maximum);
    return [
      { path: `${path}/points`, error: domainError('OUT_OF_RANGE', { given: toText(points), minimum: '0', maximum }) },
    ];
  });
}
