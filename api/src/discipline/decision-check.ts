import { type DomainError, domainError } from '@congvu/schema/errors';
import type { DisciplineForm } from '@congvu/schema/evaluation';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import {
  allowedForms,
  checkForm,
  compareForms,
  type DisciplineFormTable,
  type DisciplineSubject,
  escalateForm,
  isParty,
  isWithinLimitation,
} from '@congvu/schema/registers';
import type { ViolationRow } from './violation.store.ts';
import { type Clocks, limitOf } from './violation-clock.ts';

/** What limitation and the order of days are counted by. */
export type CheckedAct = Pick<
  ViolationRow,
  'actFrom' | 'actTo' | 'discoveredOn' | 'concludedOn' | 'limitationStart' | 'limitationException'
> & { readonly clocks: Clocks };

/** A decision as its input says it, with what is known of the person. */
export interface CheckedDecision {
  readonly form: DisciplineForm;
  readonly decidedOn: LocalDate;
  readonly reasonForForm: string | null;
  readonly subject: DisciplineSubject;
  readonly acts: readonly CheckedAct[];
  /** Form of the administrative decision that had effect on the last day of the acts; null: none had. */
  readonly current: DisciplineForm | null;
}

/** A field of the input and what is wrong with it. */
export interface FieldRefusal {
  readonly path: string;
  readonly error: DomainError;
}

/**
 * What stands against a decision, the first of: it is dated before its act; the subject cannot have its form then; the act is past its
 * limitation with that form (administrative forms only: the Party's own were not read); a new act during a discipline asks
 * for a heavier one (R-D-3, R-D-4) and no reason is given. Null where nothing does.
 */
export function checkDecision(decision: CheckedDecision, table: DisciplineFormTable): FieldRefusal | null {
  const { acts, decidedOn, form, subject } = decision;
  const early = acts.find((act) => decidedOn < act.actFrom);
  if (early !== undefined) {
    // A date column, or a LocalDate of the input.
    return {
      path: '/decidedOn',
      error: domainError('DECISION_BEFORE_ACT', { actOn: early.actFrom as LocalDate, decidedOn }),
    };
  }
  const allowed = checkForm(form, subject, decidedOn, table);
  if (!allowed.ok) return { path: '/form', error: allowed.error };
  if (isParty(form)) return null;
  for (const act of acts) {
    const limit = limitOf(act, form, act.clocks);
    if (limit.until !== null && !isWithinLimitation(limit, decidedOn))
      return { path: '/form', error: domainError('LIMITATION_EXPIRED', { until: limit.until }) };
  }
  return tooLight(decision, table);
}

function tooLight(
  { current, decidedOn, form, reasonForForm, subject }: CheckedDecision,
  table: DisciplineFormTable,
): FieldRefusal | null {
  const [lightest] = allowedForms(subject, decidedOn, table).filter((each) => !isParty(each));
  if (current === null || reasonForForm !== null || lightest === undefined) return null;
  // What the new act alone deserves is the office's to judge; whatever it is, one step above the current one is the least.
  const { form: needed } = escalateForm({ deserved: lightest, current }, subject, decidedOn, table);
  if (compareForms(form, needed) >= 0) return null;
  return { path: '/form', error: domainError('FORM_TOO_LIGHT', { form, needed }) };
}
