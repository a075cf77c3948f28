import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  subtract,
  sum,
  toDisplay,
  toText,
  whole,
} from '../primitives/rational.ts';
import type { OrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import type { OrganisationPoints, OrganisationScore } from './organisation-year.ts';

/**
 * What is wrong with an organisation's points: groups and items that the rule set does not have, come twice or are missing; points
 * above a maximum, of one or of the section; an item left out that is not one of those "nếu có". Empty where nothing is.
 */
export function checkOrganisationPoints(rules: OrganisationRuleSet, points: OrganisationPoints): readonly FieldError[] {
  const general = points.general.map(({ group, points: given }) => ({ code: group, given, mayLack: false }));
  const items = points.items.map(({ item, points: given }) => ({
    code: item,
    given,
    mayLack: rules.items.some(({ code, optional }) => code === item && optional),
  }));
  return [
    ...checkPart('/general', 'group', rules.groups, general, rules.generalMaximum.value),
    ...checkPart('/items', 'item', rules.items, items, rules.resultMaximum.value),
  ];
}

interface Part {
  readonly code: string;
  readonly maximum: Rational | null;
}
interface Given {
  readonly code: string;
  readonly given: Rational | null;
  readonly mayLack: boolean;
}

function checkPart(
  path: string,
  key: string,
  parts: readonly Part[],
  given: readonly Given[],
  most: Rational,
): readonly FieldError[] {
  const maxima = new Map(parts.map(({ code, maximum }) => [code, maximum]));
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  for (const [index, { code, given: points, mayLack }] of given.entries()) {
    const maximum = maxima.get(code);
    const at = `${path}/${index}`;
    if (maximum === undefined) {
      errors.push({ path: `${at}/${key}`, error: domainError('CRITERION_UNKNOWN', { criterion: code }) });
    } else if (points === null) {
      if (!mayLack) errors.push({ path: `${at}/points`, error: domainError('CRITERION_MISSING', { criterion: code }) });
    } else if (maximum !== null && compare(points, maximum) > 0) {
      const payload = { criterion: code, given: toText(points), maximum: toText(maximum) };
      errors.push({ path: `${at}/points`, error: domainError('POINTS_ABOVE_MAXIMUM', payload) });
    }
    if (seen.has(code)) {
      errors.push({ path: `${at}/${key}`, error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) });
    }
    seen.add(code);
  }
  for (const { code } of parts.filter((each) => !seen.has(each.code))) {
    errors.push({ path, error: domainError('CRITERION_MISSING', { criterion: code }) });
  }
  const total = sum(given.map(({ given: points }) => points ?? whole(0)));
  if (compare(total, most) > 0) {
    const payload = { given: toText(total), minimum: '0', maximum: toText(most) };
    errors.push({ path, error: domainError('OUT_OF_RANGE', payload) });
  }
  return errors;
}

/**
 * General points and results of an organisation, 100 in all, exactly. The points were checked by `checkOrganisationPoints`.
 *
 * The points of items that do not apply go to the others in proportion (REDISTRIBUTE) or are lost (DROP). Where the rule set
 * sets no points by item, those given are already spread over the 70 and stand as they are: a reading, the law has no split.
 *
 * Source: NĐ 335/2025 art. 6, 7; domain.md 4.2.
 */
export function scoreOrganisation(rules: OrganisationRuleSet, points: OrganisationPoints): OrganisationScore {
  const general = sum(points.general.map((each) => each.points));
  const given = sum(points.items.flatMap((each) => (each.points === null ? [] : [each.points])));
  const factor = redistribution(rules, points);
  const results = multiply(given, factor);
  const total = add(general, results);
  return {
    general,
    results,
    total,
    display: toDisplay(
      total,
      rules.thresholds.map(({ atLeast }) => atLeast),
    ),
    trace: [
      line(rules, 'general', general, { maximum: toText(rules.generalMaximum.value) }),
      line(rules, 'results', results, {
        given: toText(given),
        factor: toText(factor),
        notApplicable: notApplicable(points).join(' '),
        maximum: toText(rules.resultMaximum.value),
      }),
    ],
  };
}

function notApplicable(points: OrganisationPoints): readonly string[] {
  return points.items.flatMap(({ item, points: given }) => (given === null ? [item] : []));
}

/** All points of the section ÷ the points of the items that apply; 1 where nothing is redistributed. */
function redistribution(rules: OrganisationRuleSet, points: OrganisationPoints): Rational {
  if (rules.parameters.naItem.value === 'DROP') return whole(1);
  const left = notApplicable(points);
  const lost = sum(
    rules.items.flatMap(({ code, maximum }) => (maximum !== null && left.includes(code) ? [maximum] : [])),
  );
  const most = rules.resultMaximum.value;
  return divide(most, subtract(most, lost));
}

function line(
  rules: OrganisationRuleSet,
  step: 'general' | 'results',
  value: Rational,
  figures: OrganisationScore['trace'][number]['figures'],
): OrganisationScore['trace'][number] {
  const { id, source } = rules.rules[step];
  return { step, rule: id, source, before: null, after: toText(value), figures };
}
