import type { DisciplineForm } from '../../evaluation/discipline-input.ts';
import type { DisciplineSubject } from '../discipline-forms.ts';
import type { LimitationException } from '../register-words.ts';
import type { RepeatedActRule } from '../repeated-act.ts';

export const leader: DisciplineSubject = { subjectType: 'CIVIL_SERVANT', leader: true };
export const staff: DisciplineSubject = { subjectType: 'CIVIL_SERVANT', leader: false };
export const cadre: DisciplineSubject = { subjectType: 'CADRE', leader: true };

/** D2–D4 of domain.md 15.6 and the days around their ends. `until` null: no limitation. */
export const limitations: readonly {
  readonly name: string;
  readonly form: DisciplineForm;
  readonly actTo: string;
  readonly exception?: LimitationException;
  readonly until: string | null;
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}[] = [
  {
    name: 'D2: a reprimand for an act that ended on 15/06/2021',
    form: 'REPRIMAND',
    actTo: '2021-06-15',
    until: '2026-06-15',
    allowed: ['2026-06-14', '2026-06-15'],
    refused: ['2026-06-16', '2026-11-22'],
  },
  {
    name: 'D3: a warning for the same act',
    form: 'WARNING',
    actTo: '2021-06-15',
    until: '2031-06-15',
    allowed: ['2026-11-22', '2031-06-15'],
    refused: ['2031-06-16'],
  },
  {
    name: 'a removal from office for the same act',
    form: 'REMOVAL_FROM_OFFICE',
    actTo: '2021-06-15',
    until: '2031-06-15',
    allowed: ['2031-06-15'],
    refused: ['2031-06-16'],
  },
  {
    name: 'D4: a fake diploma used in 2009',
    form: 'REPRIMAND',
    actTo: '2009-09-01',
    exception: 'FAKE_DIPLOMA',
    until: null,
    allowed: ['2026-11-22', '2099-12-31'],
    refused: [],
  },
  {
    name: 'a form of the Party, whose limits were not read',
    form: 'PARTY_REPRIMAND',
    actTo: '2009-09-01',
    until: null,
    allowed: ['2026-11-22'],
    refused: [],
  },
];

/** D7–D9 of domain.md 15.6 and their neighbours, decided on 10/03/2026. */
export const repeatedActs: readonly {
  readonly name: string;
  readonly subject: DisciplineSubject;
  readonly current: DisciplineForm | null;
  readonly deserved: DisciplineForm;
  readonly form: DisciplineForm;
  readonly rule: RepeatedActRule;
}[] = [
  { name: 'D7', subject: leader, current: 'REPRIMAND', deserved: 'REPRIMAND', form: 'WARNING', rule: 'R-D-3-i' },
  {
    name: 'D8',
    subject: leader,
    current: 'REPRIMAND',
    deserved: 'WARNING',
    form: 'REMOVAL_FROM_OFFICE',
    rule: 'R-D-3-ii',
  },
  { name: 'D9', subject: staff, current: 'WARNING', deserved: 'REPRIMAND', form: 'DISMISSAL', rule: 'R-D-3-i' },
  { name: 'nothing being served', subject: staff, current: null, deserved: 'WARNING', form: 'WARNING', rule: 'NONE' },
  {
    name: 'a leader serving a warning',
    subject: leader,
    current: 'WARNING',
    deserved: 'REPRIMAND',
    form: 'REMOVAL_FROM_OFFICE',
    rule: 'R-D-3-i',
  },
  {
    name: 'a non-leader, heavier',
    subject: staff,
    current: 'REPRIMAND',
    deserved: 'WARNING',
    form: 'DISMISSAL',
    rule: 'R-D-3-ii',
  },
  {
    name: 'a former leader after a removal',
    subject: staff,
    current: 'REMOVAL_FROM_OFFICE',
    deserved: 'REPRIMAND',
    form: 'DISMISSAL',
    rule: 'R-D-4',
  },
  {
    name: 'a cadre after a removal',
    subject: cadre,
    current: 'REMOVAL_FROM_OFFICE',
    deserved: 'WARNING',
    form: 'RECALL',
    rule: 'R-D-4',
  },
  {
    name: 'an old demotion',
    subject: leader,
    current: 'DEMOTION',
    deserved: 'WARNING',
    form: 'REMOVAL_FROM_OFFICE',
    rule: 'R-D-3-i',
  },
  {
    name: 'the heaviest of all',
    subject: leader,
    current: 'WARNING',
    deserved: 'DISMISSAL',
    form: 'DISMISSAL',
    rule: 'R-D-3-ii',
  },
  {
    name: 'a form of the Party',
    subject: leader,
    current: 'WARNING',
    deserved: 'PARTY_REPRIMAND',
    form: 'PARTY_REPRIMAND',
    rule: 'NONE',
  },
];

/** D10 of domain.md 15.6 and the table of 7.1: null where the form is allowed. */
export const checkedForms: readonly (readonly [
  subject: DisciplineSubject,
  form: DisciplineForm,
  decidedOn: string,
  refusal: 'FORM_NOT_ALLOWED' | 'FORM_ABOLISHED' | null,
])[] = [
  [leader, 'DEMOTION', '2026-03-10', 'FORM_ABOLISHED'],
  [leader, 'DEMOTION', '2025-07-01', 'FORM_ABOLISHED'],
  [leader, 'DEMOTION', '2025-06-30', null],
  [staff, 'DEMOTION', '2025-06-30', 'FORM_NOT_ALLOWED'],
  [staff, 'SALARY_REDUCTION', '2025-06-30', null],
  [staff, 'SALARY_REDUCTION', '2025-07-01', 'FORM_ABOLISHED'],
  [staff, 'REMOVAL_FROM_OFFICE', '2026-03-10', 'FORM_NOT_ALLOWED'],
  [leader, 'REMOVAL_FROM_OFFICE', '2026-03-10', null],
  [leader, 'RECALL', '2026-03-10', 'FORM_NOT_ALLOWED'],
  [cadre, 'RECALL', '2026-03-10', null],
  [cadre, 'DISMISSAL', '2026-03-10', 'FORM_NOT_ALLOWED'],
  [{ subjectType: 'PUBLIC_EMPLOYEE', leader: false }, 'DISMISSAL', '2026-03-10', null],
  [{ subjectType: 'PUBLIC_EMPLOYEE', leader: false }, 'REMOVAL_FROM_OFFICE', '2026-03-10', 'FORM_NOT_ALLOWED'],
  [{ subjectType: 'PUBLIC_EMPLOYEE', leader: true }, 'REMOVAL_FROM_OFFICE', '2026-03-10', null],
  [{ subjectType: 'CONTRACT', leader: false }, 'REPRIMAND', '2026-03-10', 'FORM_NOT_ALLOWED'],
  [{ subjectType: 'CONTRACT', leader: false }, 'PARTY_WARNING', '2026-03-10', null],
];
