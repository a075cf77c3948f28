import { DISCIPLINE_FORMS } from '@congvu/schema/evaluation';
import { COMPLAINT_OUTCOMES } from '@congvu/schema/registers';
import { complaintOutcomeTexts, disciplineFormTexts } from '@congvu/schema/texts';
import type { ReactNode } from 'react';
import type { DecisionView_DecisionFragment, DisciplineDecisionAction } from '../../../generated/graphql.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { disciplineTexts } from '../../locales/discipline-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import type { OfferedAct } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import {
  AnnulDisciplineDecisionDocument,
  RecordComplaintDocument,
  ReplaceDisciplineDecisionDocument,
} from './decision.mutations.ts';

type Decision = DecisionView_DecisionFragment;
type FormProps = { readonly decision: Decision; readonly onClose: () => void };

const forms: Readonly<Record<DisciplineDecisionAction, (props: FormProps) => ReactNode>> = {
  ANNUL: (props) => <AnnulForm {...props} />,
  REPLACE: (props) => <ReplaceForm {...props} />,
  RECORD_COMPLAINT: (props) => <ComplaintForm {...props} />,
};

/** The acts that the api offers on a decision now, each with its form. Nothing decided is ever edited. */
export function useDecisionActs(decision: Decision): readonly OfferedAct[] {
  const { act } = useTexts(disciplineTexts);
  const labels = { ANNUL: act.annul, REPLACE: act.replace, RECORD_COMPLAINT: act.complaint };
  return decision.actions.map((name) => ({
    name,
    label: labels[name],
    form: (onClose) => forms[name]({ decision, onClose }),
  }));
}

function AnnulForm({ decision, onClose }: FormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={AnnulDisciplineDecisionDocument}
      title={texts.act.annul}
      act={texts.act.annul}
      start={{ on: today }}
      fields={[
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
        { name: 'document', label: common.document, kind: 'text', isRequired: true },
        { name: 'reason', label: common.reason, kind: 'area', isRequired: true },
      ]}
      toInput={(values) => ({ decision: decision.id, revision: decision.revision, ...values })}
      onClose={onClose}
    />
  );
}

function ReplaceForm({ decision, onClose }: FormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <ActForm
      document={ReplaceDisciplineDecisionDocument}
      title={texts.act.replace}
      act={texts.act.replace}
      start={{ decidedOn: today, effectiveFrom: today, issuer: decision.issuer }}
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
        { name: 'document', label: common.document, kind: 'text', isRequired: true },
        { name: 'reason', label: common.reason, kind: 'area', isRequired: true },
        { name: 'reasonForForm', label: texts.input.reasonForForm, kind: 'area' },
      ]}
      toInput={({ form, effectiveTo, reasonForForm, ...values }) => ({
        ...values,
        decision: decision.id,
        revision: decision.revision,
        form: someTerm(DISCIPLINE_FORMS, form),
        effectiveTo: orNull(effectiveTo),
        reasonForForm: orNull(reasonForForm),
      })}
      onClose={onClose}
    />
  );
}

function ComplaintForm({ decision, onClose }: FormProps) {
  const texts = useTexts(disciplineTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  return (
    <ActForm
      document={RecordComplaintDocument}
      title={texts.act.complaint}
      act={common.save}
      start={{
        filedOn: decision.complaint?.filedOn ?? '',
        outcome: decision.complaint?.outcome ?? 'PENDING',
      }}
      fields={[
        { name: 'filedOn', label: texts.input.filedOn, kind: 'date', isRequired: true },
        {
          name: 'outcome',
          label: texts.input.outcome,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(complaintOutcomeTexts, language),
        },
        { name: 'document', label: common.document, kind: 'text' },
      ]}
      toInput={({ filedOn, outcome, document }) => ({
        decision: decision.id,
        revision: decision.revision,
        filedOn,
        outcome: someTerm(COMPLAINT_OUTCOMES, outcome),
        document: orNull(document),
      })}
      onClose={onClose}
    />
  );
}
