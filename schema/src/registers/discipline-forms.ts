import { type DomainError, domainError } from '../errors/error-catalogue.ts';
import type { SubjectType } from '../evaluation/assignment.ts';
import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import { addDays, type LocalDate } from '../primitives/local-date.ts';
import { fail, ok, type Result } from '../primitives/result.ts';
import type { Source } from '../primitives/source.ts';
import { NEW_LAW_FROM, OLD_LAW_TO, source } from './register-source.ts';

/** Whose act it is, by the assignment on the day of the act: a leader is a head or a deputy. */
export interface DisciplineSubject {
  readonly subjectType: SubjectType;
  readonly leader: boolean;
}

/**
 * Which forms somebody can have. `subjectType` null: everybody; `leader` null: with or without a post. `from`, `to`: the days a
 * decision may bear, both inclusive, null open.
 */
export interface DisciplineFormRow {
  readonly subjectType: SubjectType | null;
  readonly leader: boolean | null;
  readonly forms: readonly DisciplineForm[];
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly source: Source;
}
export type DisciplineFormTable = readonly DisciplineFormRow[];

const civilServant = source('80/2025/QH15', 'art. 36', 'SECONDARY', NEW_LAW_FROM);
const cadre = source('80/2025/QH15', 'art. 35', 'SECONDARY', NEW_LAW_FROM);
const publicEmployee = source('129/2025/QH15', null, 'RECALLED');
/** That the two forms ended is published; who could have which before is our reading. */
const before = source('172/2025/NĐ-CP', null, 'ASSUMPTION', null, OLD_LAW_TO);
const party = source('Quy định của Đảng', null, 'RECALLED');

/**
 * The built-in table. Source: domain.md 7.1. Contract workers have no row: labour law was not read, an office may publish its own.
 */
export const DISCIPLINE_FORM_TABLE: DisciplineFormTable = [
  row('CIVIL_SERVANT', false, ['REPRIMAND', 'WARNING', 'DISMISSAL'], civilServant),
  row('CIVIL_SERVANT', true, ['REPRIMAND', 'WARNING', 'REMOVAL_FROM_OFFICE', 'DISMISSAL'], civilServant),
  row('CADRE', null, ['REPRIMAND', 'WARNING', 'REMOVAL_FROM_OFFICE', 'RECALL'], cadre),
  row('PUBLIC_EMPLOYEE', false, ['REPRIMAND', 'WARNING', 'DISMISSAL'], publicEmployee),
  row('PUBLIC_EMPLOYEE', true, ['REPRIMAND', 'WARNING', 'REMOVAL_FROM_OFFICE', 'DISMISSAL'], publicEmployee),
  row('CIVIL_SERVANT', false, ['REPRIMAND', 'WARNING', 'SALARY_REDUCTION', 'DISMISSAL'], before),
  row(
    'CIVIL_SERVANT',
    true,
    ['REPRIMAND', 'WARNING', 'SALARY_REDUCTION', 'DEMOTION', 'REMOVAL_FROM_OFFICE', 'DISMISSAL'],
    before,
  ),
  row('CADRE', false, ['REPRIMAND', 'WARNING', 'SALARY_REDUCTION', 'REMOVAL_FROM_OFFICE', 'RECALL'], before),
  row('CADRE', true, ['REPRIMAND', 'WARNING', 'SALARY_REDUCTION', 'DEMOTION', 'REMOVAL_FROM_OFFICE', 'RECALL'], before),
  row(null, null, ['PARTY_REPRIMAND', 'PARTY_WARNING', 'PARTY_REMOVAL', 'PARTY_EXPULSION'], party),
];

function row(
  subjectType: SubjectType | null,
  leader: boolean | null,
  forms: readonly DisciplineForm[],
  from: Source,
): DisciplineFormRow {
  return { subjectType, leader, forms, from: from.effectiveFrom, to: from.effectiveTo, source: from };
}

/**
 * How heavy a form is among those of its own body; of the Party's and the administration's equal figures match (R-D-7, RECALLED).
 * Source: domain.md 7.1.
 */
const WEIGHTS: Readonly<Record<DisciplineForm, number>> = {
  REPRIMAND: 1,
  WARNING: 2,
  SALARY_REDUCTION: 3,
  DEMOTION: 4,
  REMOVAL_FROM_OFFICE: 5,
  RECALL: 6,
  DISMISSAL: 6,
  PARTY_REPRIMAND: 1,
  PARTY_WARNING: 2,
  PARTY_REMOVAL: 5,
  PARTY_EXPULSION: 6,
};

export function isParty(form: DisciplineForm): boolean {
  return form.startsWith('PARTY_');
}

/** Below 0 where `left` is the lighter; 0 for forms that match, such as a reprimand of either body. */
export function compareForms(left: DisciplineForm, right: DisciplineForm): number {
  return WEIGHTS[left] - WEIGHTS[right];
}

/** The one form for several acts handled together (R-D-2); null for none. Of matching ones the first. */
export function heaviest(forms: readonly DisciplineForm[]): DisciplineForm | null {
  return forms.reduce<DisciplineForm | null>(
    (found, form) => (found === null || compareForms(form, found) > 0 ? form : found),
    null,
  );
}

/** The forms a decision of that day may name, light to heavy, the administration's before the Party's. */
export function allowedForms(
  subject: DisciplineSubject,
  decidedOn: LocalDate,
  table: DisciplineFormTable = DISCIPLINE_FORM_TABLE,
): readonly DisciplineForm[] {
  const forms = new Set(
    table.filter((each) => concerns(each, subject) && isOpen(each, decidedOn)).flatMap((each) => each.forms),
  );
  return [...forms].toSorted(
    (left, right) => Number(isParty(left)) - Number(isParty(right)) || compareForms(left, right),
  );
}

/**
 * Whether a decision of that day may name the form. Errors: FORM_ABOLISHED where nobody can have it any more; FORM_NOT_ALLOWED,
 * which names the allowed ones of the same body. Source: domain.md 7.1.
 */
export function checkForm(
  form: DisciplineForm,
  subject: DisciplineSubject,
  decidedOn: LocalDate,
  table: DisciplineFormTable = DISCIPLINE_FORM_TABLE,
): Result<DisciplineForm, DomainError<'FORM_NOT_ALLOWED' | 'FORM_ABOLISHED'>> {
  const allowed = allowedForms(subject, decidedOn, table);
  if (allowed.includes(form)) return ok(form);
  const last = lastDayOf(form, table);
  if (last !== null && last < decidedOn) return fail(domainError('FORM_ABOLISHED', { form, since: addDays(last, 1) }));
  const sameBody = allowed.filter((each) => isParty(each) === isParty(form));
  return fail(domainError('FORM_NOT_ALLOWED', { form, allowed: sameBody }));
}

/** The last day on which anybody could have the form; null where somebody still can, or nobody ever could. */
function lastDayOf(form: DisciplineForm, table: DisciplineFormTable): LocalDate | null {
  const ends = table.filter((each) => each.forms.includes(form)).map(({ to }) => to);
  return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
}

function concerns(each: DisciplineFormRow, subject: DisciplineSubject): boolean {
  return (
    (each.subjectType === null || each.subjectType === subject.subjectType) &&
    (each.leader === null || each.leader === subject.leader)
  );
}

function isOpen({ from, to }: DisciplineFormRow, on: LocalDate): boolean {
  return (from === null || from <= on) && (to === null || on <= to);
}
