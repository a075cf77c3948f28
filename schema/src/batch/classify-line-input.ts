import type {
  AgencyYear,
  ClassifyingRules,
  DisciplineFact,
  PersonYear,
  QuotaChoices,
} from '../classification/agency-year.ts';
import { POSTS } from '../evaluation/assignment.ts';
import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import { LEVELS } from '../evaluation/level.ts';
import { type Rational, whole, ZERO } from '../primitives/rational.ts';
import { LEAVE_KINDS } from '../procedure/procedure-terms.ts';
import { builtInRuleSets } from '../rulesets/rulesets.ts';
import { QUOTA_BASES } from '../scoring/quota-rules.ts';
import { DISCIPLINE_CAUSES } from '../scoring/year-rules.ts';
import {
  findIdentity,
  type JsonObject,
  member,
  readArray,
  readBoolean,
  readNumberWithin,
  readObject,
  readText,
  readWord,
  refuse,
  required,
} from './json-reader.ts';
import { type JsonValue, quote } from './read-json.ts';

const KEYS = ['id', 'ruleSet', 'year', 'unit', 'people', 'parameters'] as const;
const PERSON_KEYS = [
  'code',
  'role',
  'group',
  'months',
  'workedMonths',
  'leave',
  'resultPoints',
  'quality',
  'delays',
  'discipline',
  'concluded',
] as const;

/** The forms contract.md names; those of older laws stay out of the exchange. */
export const BATCH_DISCIPLINE_FORMS = [
  'REPRIMAND',
  'WARNING',
  'REMOVAL_FROM_OFFICE',
  'DISMISSAL',
  'PARTY_REPRIMAND',
  'PARTY_WARNING',
  'PARTY_REMOVAL',
  'PARTY_EXPULSION',
] as const satisfies readonly DisciplineForm[];

const MONTHS = 12;
/** A period's total, and a mean of task-result points, are points of 100. */
const MOST_POINTS = whole(100);
/** More delays than any year has; it keeps the count a small whole number. */
const MOST_DELAYS = whole(1_000_000_000);
const LAST_YEAR = whole(9999);

interface ClassifyLine {
  readonly rules: ClassifyingRules;
  readonly agency: AgencyYear;
}

/** One line of `congvu classify`, read to the letter of contract.md. Throws a LineFault at the first fault. */
export function readClassifyLine(line: JsonValue): ClassifyLine {
  const object = readObject(line, '', KEYS);
  const id = required(object, '', 'id');
  if (findIdentity(line) === null) refuse('/id', 'UNKNOWN_VALUE', { given: quote(id), allowed: [] });
  const rules = readRules(required(object, '', 'ruleSet'));
  readNumberWithin(required(object, '', 'year'), '/year', { minimum: whole(1), maximum: LAST_YEAR, wholeOnly: true });
  const unit = readUnit(required(object, '', 'unit'));
  const people = readPeople(required(object, '', 'people'));
  const quota = readQuotaChoices(member(object, 'parameters'));
  return { rules, agency: { unit, people, quota } };
}

/** Any rule set that says how a year is classified, one that knows levels only included. */
function readRules(value: JsonValue): ClassifyingRules {
  const found = typeof value === 'string' ? builtInRuleSets.find(value) : null;
  if (found !== null && found.kind !== 'ORGANISATION' && found.year !== null) {
    return { thresholds: found.thresholds, year: found.year };
  }
  const allowed = builtInRuleSets.list().filter((each) => each.kind !== 'ORGANISATION' && each.year !== null);
  return refuse('/ruleSet', 'UNKNOWN_VALUE', { given: quote(value), allowed: allowed.map(({ code }) => code) });
}

function readUnit(value: JsonValue): AgencyYear['unit'] {
  const unit = readObject(value, '/unit', ['level', 'outstanding']);
  const level = required(unit, '/unit', 'level');
  return {
    level: level === null ? null : readWord(level, '/unit/level', LEVELS),
    isOutstanding: readBoolean(required(unit, '/unit', 'outstanding'), '/unit/outstanding'),
  };
}

/** Codes are unique and at most one person is the head. */
function readPeople(value: JsonValue): readonly PersonYear[] {
  const codes = new Set<string>();
  let hasHead = false;
  return readArray(value, '/people').map((each, index) => {
    const path = `/people/${index}`;
    const person = readPerson(each, path);
    if (codes.has(person.code)) refuse(`${path}/code`, 'INCONSISTENT', { reason: 'DUPLICATE_CODE' });
    if (hasHead && person.post === 'HEAD') refuse(`${path}/role`, 'INCONSISTENT', { reason: 'MORE_THAN_ONE_HEAD' });
    codes.add(person.code);
    hasHead ||= person.post === 'HEAD';
    return person;
  });
}

function readPerson(value: JsonValue, path: string): PersonYear {
  const person = readObject(value, path, PERSON_KEYS);
  const get = (key: (typeof PERSON_KEYS)[number]) => required(person, path, key);
  return {
    code: readText(get('code'), `${path}/code`),
    post: readWord(get('role'), `${path}/role`, POSTS),
    group: readText(get('group'), `${path}/group`),
    months: readMonths(get('months'), `${path}/months`),
    workedMonths: readNumberWithin(get('workedMonths'), `${path}/workedMonths`, {
      minimum: ZERO,
      maximum: whole(MONTHS),
    }),
    leave: readWord(get('leave'), `${path}/leave`, LEAVE_KINDS),
    resultPoints: readPoints(get('resultPoints'), `${path}/resultPoints`),
    // Not bounded by 1: where the section is capped instead of the components, extra work lifts a component above it.
    quality: readNumberWithin(get('quality'), `${path}/quality`, { minimum: ZERO }),
    delays: readNumberWithin(get('delays'), `${path}/delays`, {
      minimum: ZERO,
      maximum: MOST_DELAYS,
      wholeOnly: true,
    }).smallNumerator,
    discipline: readDiscipline(member(person, 'discipline'), `${path}/discipline`),
    ...readConcluded(member(person, 'concluded'), `${path}/concluded`),
  };
}

function readPoints(value: JsonValue, path: string): Rational {
  return readNumberWithin(value, path, { minimum: ZERO, maximum: MOST_POINTS });
}

function readMonths(value: JsonValue, path: string): PersonYear['months'] {
  const months = readArray(value, path);
  if (months.length !== MONTHS) {
    refuse(path, 'OUT_OF_RANGE', { given: String(months.length), minimum: String(MONTHS), maximum: String(MONTHS) });
  }
  return months.map((month, index) => (month === null ? null : readPoints(month, `${path}/${index}`)));
}

function readDiscipline(value: JsonValue | undefined, path: string): readonly DisciplineFact[] {
  if (value === undefined) return [];
  return readArray(value, path).map((each, index) => {
    const at = `${path}/${index}`;
    const decision = readObject(each, at, ['form', 'cause', 'countsInYear']);
    return {
      form: readWord(required(decision, at, 'form'), `${at}/form`, BATCH_DISCIPLINE_FORMS),
      cause: readWord(required(decision, at, 'cause'), `${at}/cause`, DISCIPLINE_CAUSES),
      countsInYear: readSwitch(decision, at, 'countsInYear') ?? true,
    };
  });
}

function readConcluded(
  value: JsonValue | undefined,
  path: string,
): Pick<PersonYear, 'hasDegradation' | 'hasCorruptionInUnit'> {
  const concluded = value === undefined ? {} : readObject(value, path, ['degradation', 'corruptionInUnit']);
  return {
    hasDegradation: readSwitch(concluded, path, 'degradation') ?? false,
    hasCorruptionInUnit: readSwitch(concluded, path, 'corruptionInUnit') ?? false,
  };
}

/** Undefined where absent, so that a default holds. */
function readSwitch(object: JsonObject, path: string, key: string): boolean | undefined {
  const value = member(object, key);
  return value === undefined ? undefined : readBoolean(value, `${path}/${key}`);
}

function readQuotaChoices(value: JsonValue | undefined): QuotaChoices {
  const path = '/parameters';
  const given = value === undefined ? {} : readObject(value, path, ['quotaBasis', 'quotaMinOne', 'quotaIncludeHead']);
  const basis = member(given, 'quotaBasis');
  const minOne = readSwitch(given, path, 'quotaMinOne');
  const includeHead = readSwitch(given, path, 'quotaIncludeHead');
  return {
    ...(basis === undefined ? {} : { basis: readWord(basis, `${path}/quotaBasis`, QUOTA_BASES) }),
    ...(minOne === undefined ? {} : { minOne }),
    ...(includeHead === undefined ? {} : { includeHead }),
  };
}
