import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import { toText } from '../primitives/rational.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import type { Source } from '../primitives/source.ts';
import type { OrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import { type Bound, breach, isSame, isWithin } from './bounds.ts';
import { checkFixed, checkShares, checkThresholds, checkUnique, officeSource } from './derivation.ts';
import type { OrganisationDerivation } from './derivation-shapes.ts';
import { writtenValue } from './derive-person.ts';
import { deriveGroups } from './derive-split.ts';
import { organisationParameters, organisationValueOf } from './organisation-parameters.ts';

type Failure = readonly FieldError[];

/** An office's own rule set for organisations: it sets the points of the eight items, which the law leaves to it. */
export function deriveOrganisation(
  base: OrganisationRuleSet,
  written: OrganisationDerivation,
): Result<OrganisationRuleSet, Failure> {
  const office = officeSource(written);
  const groups = deriveGroups(base.groups, written.groups, base.generalMaximum, office);
  const items = deriveItems(base, written.items, office);
  const values = deriveValues(base, written, office);
  const errors = [
    ...checkFixed('/generalMaximum', 'generalMaximum', written.generalMaximum, base.generalMaximum),
    ...checkFixed('/resultMaximum', 'resultMaximum', written.resultMaximum, base.resultMaximum),
    ...checkThresholds(written.thresholds, base.thresholds),
    ...[groups, items, values].flatMap((part) => (part.ok ? [] : part.error)),
  ];
  if (errors.length > 0 || !groups.ok || !items.ok || !values.ok) return fail(errors);
  const { code, version, name, effectiveFrom, effectiveTo, decision } = written;
  return ok({
    ...values.value,
    code,
    version,
    name,
    effectiveFrom,
    effectiveTo,
    base: { code: base.code, version: base.version },
    decision,
    sources: [...base.sources, office],
    groups: groups.value,
    items: items.value,
  });
}

/** Points for each of the eight items, in the law's order whatever order they are written in. */
function deriveItems(
  base: OrganisationRuleSet,
  written: OrganisationDerivation['items'],
  office: Source,
): Result<OrganisationRuleSet['items'], Failure> {
  if (written === undefined) return fail([{ path: '/items', error: domainError('REQUIRED') }]);
  const shares = written.map(({ maximum }, position) => ({ path: `/items/${position}/maximum`, maximum }));
  const missing = base.items.filter(({ code }) => !written.some((item) => item.code === code));
  const errors = [
    ...checkUnique('/items', written),
    ...missing.map(({ code }) => ({ path: '/items', error: domainError('MISSING', { key: code }) })),
    ...checkShares('/items', 'items', shares, base.resultMaximum),
  ];
  if (errors.length > 0) return fail(errors);
  return ok(
    base.items.map((item) => {
      const maximum = written.find(({ code }) => code === item.code)?.maximum ?? null;
      return { ...item, maximum, source: office };
    }),
  );
}

/** Conditions, parameters, quota and deadlines, each within its bound. */
function deriveValues(
  base: OrganisationRuleSet,
  written: OrganisationDerivation,
  office: Source,
): Result<OrganisationRuleSet, Failure> {
  const errors: FieldError[] = [];
  let ruleSet = base;
  for (const { name, bound } of organisationParameters) {
    const value = writtenValue(written, name);
    const law = organisationValueOf(base, name);
    if (value === undefined || isSame(value, law.value)) continue;
    if (isWithin(bound, value, law.value)) ruleSet = withValue(ruleSet, name, { value, source: office });
    else errors.push(toBreach(name, value, law, bound));
  }
  return errors.length > 0 ? fail(errors) : ok(ruleSet);
}

function toBreach(name: string, value: unknown, law: { value: unknown; source: Source }, bound: Bound): FieldError {
  return breach(`/${name.replace('.', '/')}`, name, value, law, bound);
}

/** The value was parsed with the shape of the very part it replaces, so the rule set keeps its type. */
function withValue(ruleSet: OrganisationRuleSet, name: string, value: object): OrganisationRuleSet {
  const [part = '', inner = ''] = name.split('.');
  const before = ruleSet as unknown as Record<string, object>;
  return { ...before, [part]: { ...before[part], [inner]: value } } as unknown as OrganisationRuleSet;
}

/** "a 10, b 12, …", as a parameter shows the points of the items; null while none are set. */
export function itemPointsText({ items }: OrganisationRuleSet): string | null {
  const points = items.flatMap(({ code, maximum }) => (maximum === null ? [] : [`${code} ${toText(maximum)}`]));
  return points.length === 0 ? null : points.join(', ');
}
