import { DISCIPLINE_FORMS } from '@congvu/schema/evaluation';
import { disciplineFormTexts } from '@congvu/schema/texts';
import type { ViolationView_ViolationFragment } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownDate } from '../../ui/shown.ts';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull, severalOf } from '../register-list/act-field.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { RecordDisciplineDecisionDocument } from './decision.mutations.ts';

type RecordDecisionFormProps = {
  readonly violation: ViolationView_ViolationFragment;
  readonly onClose: () => void;
};

/** A decision on this act, and on others of the same person that it names. Its end and what it brings the table says. */
export function RecordDecisionForm({ violation, onClose }: RecordDecisionFormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const { employee } = violation;
  const others = nodesOf(employee.violations ?? { edges: [] }).filter(
    ({ id, state }) => id !== violation.id && state === 'OPEN',
  );
  return (
    <ActForm
      document={RecordDisciplineDecisionDocument}
      title={`${texts.act.decide} · ${employee.name}`}
      act={texts.act.decide}
      start={{ decidedOn: today, effectiveFrom: today }}
      fields={[
        {
          name: 'form',
          label: texts.form,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(disciplineFormTexts, language),
        },
        { name: 'decisionNumber', label: common.decisionNumber, kind: 'text', isRequired: true },
        { name: 'decidedOn', label: common.decidedOn, kind: 'date', isRequired: true },
        { name: 'issuer', label: common.issuer, kind: 'text', isRequired: true },
        { name: 'effectiveFrom', label: common.effectiveFrom, kind: 'date', isRequired: true },
        { name: 'effectiveTo', label: common.effectiveTo, kind: 'date' },
        {
          name: 'violations',
          label: texts.input.otherActs,
          kind: 'checks',
          choices: others.map(({ id, summary, actFrom }) => ({
            value: id,
            label: `${shownDate(actFrom)} · ${summary ?? texts.untold}`,
          })),
          when: () => others.length > 0,
        },
        { name: 'reasonForForm', label: texts.input.reasonForForm, kind: 'area' },
        { name: 'summary', label: common.summary, kind: 'area' },
      ]}
      toInput={(values) => ({
        employee: employee.code,
        violation: null,
        act: null,
        violations: [violation.id, ...severalOf(values.violations)],
        form: someTerm(DISCIPLINE_FORMS, values.form),
        decisionNumber: values.decisionNumber,
        decidedOn: values.decidedOn,
        effectiveFrom: values.effectiveFrom,
        effectiveTo: orNull(values.effectiveTo),
        issuer: values.issuer,
        reasonForForm: orNull(values.reasonForForm),
        summary: orNull(values.summary),
      })}
      onClose={onClose}
    />
  );
}
