import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import type { Source } from '../primitives/source.ts';
import {
  allowedForms,
  compareForms,
  DISCIPLINE_FORM_TABLE,
  type DisciplineFormTable,
  type DisciplineSubject,
  isParty,
} from './discipline-forms.ts';
import { source } from './register-source.ts';

/** NONE: nothing is being served. The others are the rules of domain.md 7.2. */
export type RepeatedActRule = 'NONE' | 'R-D-3-i' | 'R-D-3-ii' | 'R-D-4';

/** The form the rules ask for, by which rule, and where that stands. */
interface EscalatedForm {
  readonly form: DisciplineForm;
  readonly rule: RepeatedActRule;
  readonly source: Source;
}

const decree = source('172/2025/NĐ-CP', null, 'SECONDARY', '2025-07-01');

/**
 * The form for a new act of somebody who is serving a discipline.
 *
 * `deserved` is the form for the new act alone; `current` that of the administrative decision in force on the last day of the
 * new act, null where there is none. Lighter than or equal to the current: one form heavier than the current (R-D-3-i); heavier: one
 * form heavier than the deserved (R-D-3-ii). "One heavier" is the next form the subject can have on the day of the decision, the
 * heaviest itself where none is left. After a removal from office that is dismissal or recall (R-D-4). Forms of the Party are not
 * escalated: these are rules of the administration.
 *
 * Source: NĐ 172/2025/NĐ-CP (SECONDARY).
 */
export function escalateForm(
  given: { readonly deserved: DisciplineForm; readonly current: DisciplineForm | null },
  subject: DisciplineSubject,
  decidedOn: LocalDate,
  table: DisciplineFormTable = DISCIPLINE_FORM_TABLE,
): EscalatedForm {
  const { deserved, current } = given;
  if (current === null || isParty(deserved) || isParty(current))
    return { form: deserved, rule: 'NONE', source: decree };
  const isHeavier = compareForms(deserved, current) > 0;
  const form = nextHeavier(isHeavier ? deserved : current, subject, decidedOn, table);
  if (current === 'REMOVAL_FROM_OFFICE') return { form, rule: 'R-D-4', source: decree };
  return { form, rule: isHeavier ? 'R-D-3-ii' : 'R-D-3-i', source: decree };
}

function nextHeavier(
  than: DisciplineForm,
  subject: DisciplineSubject,
  decidedOn: LocalDate,
  table: DisciplineFormTable,
): DisciplineForm {
  const forms = allowedForms(subject, decidedOn, table).filter((each) => !isParty(each));
  return forms.find((each) => compareForms(each, than) > 0) ?? than;
}
