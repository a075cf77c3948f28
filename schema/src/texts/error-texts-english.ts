import { isPost } from '../evaluation/assignment.ts';
import { isDisciplineForm } from '../evaluation/discipline-input.ts';
import { disciplineFormTexts } from './classification-terms.ts';
import { addressRefusalTexts, groupName, notComparableTexts } from './comparison-error-texts.ts';
import type { ErrorTexts } from './error-message.ts';
import { evidenceTexts } from './evidence-texts.ts';
import { inconsistencyTexts } from './inconsistency-texts.ts';
import { postTexts } from './term-texts.ts';
import { titleName } from './title-name.ts';
import { waitsForTexts } from './waits-for-texts.ts';

export const errorTextsEnglish: ErrorTexts = {
  NOT_JSON: () => 'This line is not valid JSON.',
  UNKNOWN_KEY: ({ key }) => `There is no field "${key}".`,
  MISSING: ({ key }) => `The field "${key}" is missing.`,
  NOT_A_NUMBER: ({ given }) => `"${given}" is not a number; write it like 2.4 or 12/5.`,
  OUT_OF_RANGE: ({ given, minimum, maximum }) => `${given} is outside the allowed range${range(minimum, maximum)}.`,
  UNKNOWN_VALUE: ({ given, allowed }) =>
    `"${given}" is not an allowed value${allowed.length > 0 ? `; allowed: ${allowed.join(', ')}` : ''}.`,
  INCONSISTENT: ({ reason }) => inconsistencyTexts[reason].en,
  INVALID_INPUT: ({ fields }) => `The input is not valid in ${fields.length} field(s).`,
  REQUIRED: () => 'This field is required.',
  TOO_LONG: ({ length, maximum }) => `The text has ${length} characters, at most ${maximum} are allowed.`,
  NOT_A_DATE: ({ given }) => `"${given}" is not a valid date (year-month-day).`,
  NOT_A_PERIOD: ({ given }) => `"${given}" is not a period; write it like 2026-10, 2026-Q4 or 2026.`,
  NOT_A_KEY: () => 'An idempotency key has 8–64 characters: unaccented letters, digits, "_" or "-".',
  UNIT_UNKNOWN: ({ unit }) => `There is no unit "${unit}".`,
  EMPLOYEE_UNKNOWN: ({ employee }) => `There is no person with the code "${employee}".`,
  PRODUCT_UNKNOWN: ({ product }) => `The catalogue in force has no product "${product}".`,
  RULE_SET_UNKNOWN: ({ ruleSet }) => `There is no rule set "${ruleSet}".`,
  CRITERION_UNKNOWN: ({ criterion }) => `The sheet has no criterion ${criterion}.`,
  CRITERION_MISSING: ({ criterion }) => `Criterion ${criterion} has no points yet.`,
  POINTS_ABOVE_MAXIMUM: ({ criterion, given, maximum }) =>
    `Criterion ${criterion}: ${given} points are above the maximum of ${maximum}.`,
  DEADLINE_OUTSIDE_ASSIGNMENT: ({ from, to }) =>
    to === null
      ? `The deadline must not be before ${from}, when this person's assignment begins.`
      : `The deadline must lie within this person's assignment, ${from} to ${to}.`,
  STALE_REVISION: ({ expected, actual }) =>
    `Someone else changed this (revision ${actual}, you saw revision ${expected}). Load it again and decide.`,
  IDEMPOTENCY_CONFLICT: () => 'This idempotency key was used for a request with another content.',
  PERIOD_CLOSED: ({ period }) => `The period ${period} is closed.`,
  WRONG_STATE: ({ state }) => waitsForTexts.get(state)?.en ?? `This cannot be done in the present state (${state}).`,
  UNIT_CLOSED: ({ unit, closedOn }) => `The unit "${unit}" has been closed since ${closedOn}.`,
  QUOTA_EXCEEDED: ({ group, limit, outstanding, title }) =>
    title !== undefined
      ? `This would be number ${outstanding} with "${title}"; at most ${limit} are allowed. Another decision needs an override document.`
      : `This would be outstanding number ${outstanding} ${group === null ? 'of the agency' : `of the group "${group}"`}; at most ${limit} are allowed. Another decision needs an override document.`,
  HEAD_ABOVE_UNIT: () =>
    "The head's level cannot be above the level of the unit. Another decision needs an override document.",
  FORCED_LEVEL: () =>
    'The law sets the level "Not completed" here (discipline or a conclusion). Another decision needs an override document.',
  OVERRIDE_REQUIRED: () => 'Name the document that allows this decision.',
  REASON_REQUIRED: () => 'A decision that differs from the proposal needs a reason.',
  OWN_SHEET: () => 'Nobody scores, decides or confirms their own sheet.',
  NOT_ENTITLED_ON_DAY: ({ on }) => `You had no authority over this on ${on}.`,
  ROUND_NOT_OPEN: ({ unit, year }) => `The classification of ${year} is not open in the unit "${unit}".`,
  PETITION_LATE: ({ until }) => `The time for a petition ended on ${until}.`,
  PETITION_OPEN: ({ dueOn }) => `A petition against this result is still open; it is due on ${dueOn}.`,
  RULE_SET_OUT_OF_BOUNDS: ({ parameter, given, bound, clause }) =>
    `The value ${given} of "${parameter}" is outside what ${clause} allows (${bound}).`,
  RULE_SET_PUBLISHED: ({ ruleSet, version }) =>
    `Version ${version} of the rule set "${ruleSet}" is published and never edited; publish a new version.`,
  NO_ASSIGNMENT: ({ employee, on }) => `The person with the code "${employee}" had no assignment on ${on}.`,
  NOTHING_TO_EXPORT: ({ unit, period }) => `The unit "${unit}" has no result of ${period} yet.`,
  DECISION_EXISTS: ({ decisionNumber, decidedOn }) =>
    `Decision ${decisionNumber} of ${decidedOn} handled this act already; one act is disciplined once.`,
  YEAR_NOT_DECIDED: ({ unit, year }) =>
    `The levels of ${year} are not all decided in the unit "${unit}"; nothing of that year can be commended yet.`,
  ALREADY_COMMENDED: ({ title, year }) => `"${titleName(title).en}" was given for ${year} already.`,
  CONDITIONS_MISSING: ({ conditions }) => `Conditions are not met: ${conditions.join('; ')}.`,
  COMMENDATION_HELD: ({ reason }) => `Commendation is held: ${reason}.`,
  FINDINGS_OPEN: ({ count }) =>
    `The unit has ${count} finding(s) of inspections not remedied, so it cannot be outstanding. Another decision needs an override document.`,
  SECOND_PERSON_REQUIRED: () => 'Somebody else than who proposed this must confirm it.',
  DECISION_BEFORE_ACT: ({ actOn, decidedOn }) => `The decision of ${decidedOn} is before the act of ${actOn}.`,
  FORM_NOT_ALLOWED: ({ form, allowed }) =>
    `The form "${formName(form)}" does not apply to this subject${allowed.length > 0 ? `; allowed: ${allowed.map(formName).join(', ')}` : ''}.`,
  FORM_ABOLISHED: ({ form, since }) => `The form "${formName(form)}" no longer exists since ${since}.`,
  FORM_TOO_LIGHT: ({ form, needed }) =>
    `The form "${formName(form)}" is lighter than "${formName(needed)}", which the rules ask for; say why.`,
  LIMITATION_EXPIRED: ({ until }) => `The limitation for this form ended on ${until}.`,
  VISITED_TOO_SOON: ({ unit, lastVisitedOn, unvisited }) =>
    `The unit "${unit}" was visited on ${lastVisitedOn} while ${unvisited} unit(s) were not visited yet; say why it is visited again.`,
  EXTENSION_USED: ({ until }) => `There is one extension only, at most until ${until}.`,
  DUPLICATE_RECORD: ({ decisionNumber }) =>
    `There is a record with the number or code ${decisionNumber} already, or in an earlier row of the file.`,
  EXPORT_SUPERSEDED: ({ period }) =>
    `The results of ${period} have changed since this file was made. Make a new one; the old checksum stays on record.`,
  SAVED_PAGE_UNSAFE: ({ found }) =>
    `This saved page holds "${found}", which could act or load. Save it again without scripts and addresses.`,
  SAVED_PAGES_TOO_FEW: ({ given, minimum }) =>
    `This version has ${given} saved pages; it needs at least ${minimum} before it can be published.`,
  JOB_RUNNING: ({ period }) => `This job is already running for the period ${period}.`,
  EVIDENCE_REQUIRED: ({ component }) => evidenceTexts.get(component)?.en ?? `State the evidence for "${component}".`,
  NOT_COMPARABLE: ({ reason, groups }) =>
    `${notComparableTexts[reason].en}${groups.length > 0 ? `; choose one group: ${groups.map(groupName).join('; ')}` : ''}.`,
  POST_WITHOUT_CONDITIONS: ({ post, unit }) =>
    `There are no conditions of appointment for the post "${postName(post)}" of the unit "${unit}".`,
  SESSION_LOCKED: () => 'The calibration session is locked; nothing of it changes.',
  UNITS_NOT_SUBMITTED: ({ units }) => `Units that have not submitted yet: ${units.join(', ')}.`,
  SUMMARY_ALTERED: () => 'The summary no longer matches the checksum it was frozen with. Tell the administrator.',
  FILE_UNREADABLE: ({ format }) =>
    `This ${format} file cannot be read: it is damaged, has a password, or is of another format.`,
  ARCHIVE_TOO_LARGE: ({ maximumBytes }) =>
    `This file unpacks to more than ${maximumBytes} bytes or is packed strangely, so it was not opened.`,
  ENCODING_UNKNOWN: () =>
    'The encoding of the file is not certain. Choose one (UTF-8, Windows-1258, TCVN3) or save the file as UTF-8.',
  FORMULA_IN_CELL: () => 'This cell holds a formula; put its value there instead.',
  MERGED_CELLS: ({ range }) => `The cells ${range} are merged; split them and fill each.`,
  UNIT_CYCLE: ({ codes }) => `These units lie below one another in a circle: ${codes.join(' → ')}.`,
  GROUP_UNKNOWN: ({ given }) => `The agency has no group of similar work "${given}".`,
  ASSIGNMENT_OVERLAPS: ({ from, to }) =>
    to === null
      ? `This person has an assignment from ${from} on already.`
      : `This person has an assignment from ${from} to ${to} already.`,
  IMPORT_USED: ({ line, entity }) =>
    `This import cannot be undone: what line ${line} wrote (${entity}) was changed or is used elsewhere.`,
  ROWS_REFUSED: ({ count }) => `Of the rows ${count} are not valid, so none was written.`,
  TOO_MANY_ROWS: ({ maximum }) =>
    `An XLSX file holds at most ${maximum} rows; choose CSV or JSONL, or narrow the filter.`,
  EXPORT_EXPIRED: ({ expiredAt }) => `This file could be fetched until ${expiredAt}. Make a new one.`,
  CURSOR_FOREIGN: () => 'This cursor is of another query (other filter or order). Read from the first page again.',
  SUBSCRIBER_TOO_SLOW: ({ after }) => `The stream was ended because it was read too slowly. Go on after ${after}.`,
  ADDRESS_REFUSED: ({ host, why }) => `Nothing is sent to "${host}": ${addressRefusalTexts[why].en}.`,
  DEPRECATED_FIELD: ({ field, use }) => `"${field}" will go; use "${use}".`,
  UNAUTHENTICATED: () => 'You need to sign in.',
  TOKEN_EXPIRED: () => 'The session or access token has expired.',
  TOKEN_REVOKED: () => 'The access token has been revoked.',
  TOKEN_FOREIGN_ISSUER: () => 'The access token was issued by another system.',
  WRONG_PASSWORD: ({ retryAfterSeconds }) =>
    retryAfterSeconds === null
      ? 'The user name or the password is wrong.'
      : `Too many wrong attempts. Try again in ${retryAfterSeconds} seconds.`,
  FORBIDDEN: () => 'You are not allowed to do this.',
  PURPOSE_REQUIRED: () => 'State the purpose of reading this record (header x-purpose).',
  NOT_FOUND: () => 'Not found.',
  BAD_REQUEST: () => 'The request is not valid.',
  RATE_LIMITED: ({ retryAfterSeconds }) => `Too many requests. Try again in ${retryAfterSeconds} seconds.`,
  LIMIT_EXCEEDED: ({ limit, maximum, given }) =>
    limit === 'rows'
      ? `More than ${maximum} rows do not fit one file: narrow the unit, the days or the filter.`
      : `Above the limit "${limit}": ${given}, at most ${maximum}.`,
  QUERY_TOO_DEEP: ({ maximum, given }) => `The query is ${given} levels deep, at most ${maximum}.`,
  QUERY_TOO_COSTLY: ({ maximum, given }) => `The query costs ${given}, at most ${maximum}.`,
  TOO_MANY_ALIASES: ({ maximum, given }) => `The query has ${given} aliases, at most ${maximum}.`,
  PAGE_SIZE_INVALID: ({ maximum }) => `Give first or last, from 1 to ${maximum}.`,
  BODY_TOO_LARGE: ({ maximumBytes }) => `The request is too large, at most ${maximumBytes} bytes.`,
  QUEUE_FULL: ({ maximum }) => `The queue of unsent changes is full (${maximum}). Reconnect before going on.`,
  USAGE_INVALID: ({ argument }) => `Argument not understood: ${argument}. See --help.`,
  ENVIRONMENT_INVALID: ({ name, expected }) => `The environment variable ${name} is not valid; expected: ${expected}.`,
  HOST_NOT_LOOPBACK: ({ host }) =>
    `The demonstration identity provider runs on a loopback address only, not on "${host}". Set OIDC_ISSUER.`,
  PORT_TAKEN: ({ port }) => `Port ${port} is used by another program.`,
  DATABASE_UNREACHABLE: ({ reason }) => `The database cannot be reached: ${reason}.`,
  API_UNREACHABLE: ({ url, reason }) => `The api does not answer at ${url}: ${reason}.`,
  DATA_DIRECTORY_NEWER: ({ directory, found, supported }) =>
    `The data directory "${directory}" is of version ${found}, newer than this program's ${supported}.`,
  DATA_DIRECTORY_UNUSABLE: ({ directory, reason }) => `The data directory "${directory}" cannot be used: ${reason}.`,
  BUILD_FAILED: ({ step }) => `This step failed: ${step}.`,
  ADAPTER_BROKEN: ({ adapter }) => `This page cannot be read with certainty (${adapter}); search by hand.`,
  INTERNAL: ({ requestId }) =>
    `Something failed in the system${requestId === null ? '' : `; when reporting it, give the id ${requestId}`}.`,
};

/** A form's name; the code itself where it is none of ours. */
function formName(form: string): string {
  return isDisciplineForm(form) ? disciplineFormTexts[form].en : form;
}

/** A post's name; the code itself where it is none of ours. */
function postName(post: string): string {
  return isPost(post) ? postTexts[post].en : post;
}

function range(minimum: string | undefined, maximum: string | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` (${minimum} to ${maximum})`;
  if (minimum !== undefined) return ` (at least ${minimum})`;
  return maximum === undefined ? '' : ` (at most ${maximum})`;
}
