import { compare, type Rational, sum, whole, ZERO } from '../primitives/rational.ts';
import { findRuleSet, listRuleSets } from '../rulesets/rulesets.ts';
import { COMPONENTS, COMPONENTS_OF, type Component, LEADER_COMPONENTS } from '../scoring/component.ts';
import type { LeaderFigure, ScoreInput, ScoreItem, ScoreParameters } from '../scoring/period-score.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import {
  findIdentity,
  type JsonObject,
  member,
  readArray,
  readNumber,
  readNumberWithin,
  readObject,
  readWord,
  refuse,
  required,
} from './json-reader.ts';
import { type JsonValue, quote } from './read-json.ts';

const KEYS = ['id', 'ruleSet', 'role', 'general', 'items', ...LEADER_COMPONENTS, 'parameters'] as const;
const ITEM_KEYS = ['units', 'origin', 'outcome', 'errors', 'delays'] as const;
const PARAMETER_KEYS = ['componentCap', 'extraTaskFailure', 'weights'] as const;
/** More events than any product has; it keeps the counts small whole numbers. */
const MOST_EVENTS = whole(1_000_000_000);

/** One line of `congvu score`, read to the letter of contract.md. Throws a LineFault at the first fault. */
export function readScoreLine(line: JsonValue): { readonly ruleSet: RuleSet; readonly input: ScoreInput } {
  const object = readObject(line, '', KEYS);
  const id = required(object, '', 'id');
  if (findIdentity(line) === null) refuse('/id', 'UNKNOWN_VALUE', { given: quote(id), allowed: [] });
  const ruleSet = readRuleSet(required(object, '', 'ruleSet'));
  const role = readWord(required(object, '', 'role'), '/role', ['STAFF', 'LEADER'] as const);
  const general = readNumberWithin(required(object, '', 'general'), '/general', {
    minimum: ZERO,
    maximum: ruleSet.generalMaximum,
  });
  const items = readArray(required(object, '', 'items'), '/items').map((item, index) =>
    readItem(item, `/items/${index}`),
  );
  const leader = readLeaderFigures(object, role);
  const parameters = readParameters(member(object, 'parameters'), ruleSet, COMPONENTS_OF[role]);
  const input: ScoreInput =
    leader === null
      ? { role: 'STAFF', general, items, parameters }
      : { role: 'LEADER', general, items, parameters, ...leader };
  return { ruleSet, input };
}

function readRuleSet(value: JsonValue): RuleSet {
  const found = typeof value === 'string' ? findRuleSet(value) : null;
  const allowed = listRuleSets().map(({ code }) => code);
  return found ?? refuse('/ruleSet', 'UNKNOWN_VALUE', { given: quote(value), allowed });
}

function readItem(value: JsonValue, path: string): ScoreItem {
  const item = readObject(value, path, ITEM_KEYS);
  return {
    units: readNumberWithin(required(item, path, 'units'), `${path}/units`, { minimum: ZERO, above: true }),
    origin: readWord(required(item, path, 'origin'), `${path}/origin`, ['PLANNED', 'TAKEN_OVER', 'UNPLANNED'] as const),
    outcome: readWord(required(item, path, 'outcome'), `${path}/outcome`, ['DONE', 'NOT_DONE', 'HANDED_OVER'] as const),
    errors: readCount(item, path, 'errors'),
    delays: readCount(item, path, 'delays'),
  };
}

function readCount(item: JsonObject, path: string, key: 'errors' | 'delays'): number {
  const value = member(item, key);
  if (value === undefined) return 0;
  const range = { minimum: ZERO, maximum: MOST_EVENTS, wholeOnly: true };
  return readNumberWithin(value, `${path}/${key}`, range).smallNumerator;
}

/** Required for a leader, refused for staff. */
function readLeaderFigures(
  object: JsonObject,
  role: 'STAFF' | 'LEADER',
): Readonly<Record<(typeof LEADER_COMPONENTS)[number], LeaderFigure>> | null {
  if (role === 'STAFF') {
    const given = LEADER_COMPONENTS.find((component) => member(object, component) !== undefined);
    return given === undefined ? null : refuse(`/${given}`, 'INCONSISTENT', { reason: 'LEADER_FIGURE_FOR_STAFF' });
  }
  return {
    unitResult: readLeaderFigure(object, 'unitResult'),
    organising: readLeaderFigure(object, 'organising'),
    cohesion: readLeaderFigure(object, 'cohesion'),
  };
}

function readLeaderFigure(object: JsonObject, key: string): LeaderFigure {
  const value = required(object, '', key);
  const percent = readNumber(value, `/${key}`);
  if (compare(percent, whole(50)) === 0) return 50;
  if (compare(percent, whole(100)) === 0) return 100;
  return refuse(`/${key}`, 'OUT_OF_RANGE', { given: quote(value), minimum: '50', maximum: '100' });
}

function readParameters(
  value: JsonValue | undefined,
  ruleSet: RuleSet,
  components: readonly Component[],
): ScoreParameters {
  const given = value === undefined ? {} : readObject(value, '/parameters', PARAMETER_KEYS);
  const cap = member(given, 'componentCap');
  const failure = member(given, 'extraTaskFailure');
  const weights = member(given, 'weights');
  if (weights === undefined && ruleSet.weights === null) {
    refuse('/parameters/weights', 'MISSING', { key: 'weights' });
  }
  return {
    componentCap:
      cap === undefined
        ? 'COMPONENT_100'
        : readWord(cap, '/parameters/componentCap', ['COMPONENT_100', 'SECTION_70'] as const),
    extraTaskFailure:
      failure === undefined
        ? 'NO_PENALTY'
        : readWord(failure, '/parameters/extraTaskFailure', ['NO_PENALTY', 'COUNT_AS_PLANNED'] as const),
    ...(weights === undefined ? {} : { weights: readWeights(weights, ruleSet, components) }),
  };
}

/** Over exactly the role's components, each at least 0, with the sum of the section's maximum. */
function readWeights(
  value: JsonValue,
  ruleSet: RuleSet,
  components: readonly Component[],
): Readonly<Partial<Record<Component, Rational>>> {
  const path = '/parameters/weights';
  const object = readObject(value, path, COMPONENTS);
  const foreign = Object.keys(object).find((key) => !(components as readonly string[]).includes(key));
  if (foreign !== undefined) refuse(`${path}/${foreign}`, 'INCONSISTENT', { reason: 'LEADER_FIGURE_FOR_STAFF' });
  const weights = components.map((component) => {
    const weight = readNumberWithin(required(object, path, component), `${path}/${component}`, { minimum: ZERO });
    return [component, weight] as const;
  });
  const total = sum(weights.map(([, weight]) => weight));
  if (compare(total, ruleSet.resultMaximum) !== 0) refuse(path, 'INCONSISTENT', { reason: 'WEIGHTS_SUM' });
  // Object.fromEntries forgets the keys' type, which the components give.
  return Object.fromEntries(weights) as Partial<Record<Component, Rational>>;
}
