import { RECOMMENDATION_KINDS } from '@congvu/schema/registers';
import { recommendationKindTexts } from '@congvu/schema/texts';
import { actTexts } from '../../locales/act-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recommendationTexts } from '../../locales/recommendation-texts.ts';
import { type Choice, choicesOf } from '../../ui/SelectField.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { numberOrNull, orNull } from '../register-list/act-field.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { IssueRecommendationDocument } from './recommendation.mutations.ts';

type RecommendFormProps = {
  readonly inspection: string;
  /** The findings it may rest on. */
  readonly findings: readonly Choice[];
  readonly onClose: () => void;
};

/** A recommendation to one unit or one person, with one owner; without an owner the api refuses it. */
export function RecommendForm({ inspection, findings, onClose }: RecommendFormProps) {
  const texts = useTexts(recommendationTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <ActForm
      document={IssueRecommendationDocument}
      title={texts.act.recommend}
      act={texts.act.recommend}
      start={{ issuedOn: today }}
      fields={[
        {
          name: 'kind',
          label: common.kind,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(recommendationKindTexts, language),
        },
        { name: 'finding', label: texts.input.finding, kind: 'select', choices: findings },
        { name: 'content', label: common.content, kind: 'area', isRequired: true },
        {
          name: 'targetUnit',
          label: texts.input.targetUnit,
          kind: 'unit',
          when: ({ targetEmployee }) => targetEmployee === '',
        },
        {
          name: 'targetEmployee',
          label: texts.input.targetEmployee,
          kind: 'person',
          when: ({ targetUnit }) => targetUnit === '',
        },
        {
          name: 'ownerUnit',
          label: texts.input.ownerUnit,
          kind: 'unit',
          when: ({ ownerEmployee }) => ownerEmployee === '',
        },
        {
          name: 'ownerEmployee',
          label: texts.input.ownerEmployee,
          kind: 'person',
          when: ({ ownerUnit }) => ownerUnit === '',
        },
        { name: 'amount', label: texts.input.amount, kind: 'number', when: ({ kind }) => kind === 'RECOVER' },
        { name: 'issuedOn', label: common.issuedOn, kind: 'date', isRequired: true },
        { name: 'dueOn', label: common.dueOn, kind: 'date' },
      ]}
      toInput={(values) => ({
        inspection,
        finding: orNull(values.finding),
        kind: someTerm(RECOMMENDATION_KINDS, values.kind),
        content: values.content,
        targetUnit: orNull(values.targetUnit),
        targetEmployee: orNull(values.targetEmployee),
        ownerUnit: orNull(values.ownerUnit),
        ownerEmployee: orNull(values.ownerEmployee),
        amount: numberOrNull(values.amount),
        issuedOn: values.issuedOn,
        dueOn: orNull(values.dueOn),
      })}
      onClose={onClose}
    />
  );
}
