import { actTexts } from '../../locales/act-texts.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { numberOrNull, orNull, severalOf } from '../register-list/act-field.ts';
import { useViewer } from '../session/viewer.ts';
import { RecordCommendationDocument } from './commendation.mutations.ts';
import { titleChoices } from './title-choices.ts';
import { useInitiativeChoices } from './use-initiative-choices.ts';

type RecordCommendationFormProps = {
  readonly start: {
    readonly employee?: string;
    readonly titleCode?: string;
    readonly title?: string;
    readonly year?: string;
  };
  readonly onClose: () => void;
};

/** One decision for one person or one collective. Whether its title's conditions hold, the api says. */
export function RecordCommendationForm({ start, onClose }: RecordCommendationFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const initiatives = useInitiativeChoices(start.employee ?? '');
  return (
    <ActForm
      document={RecordCommendationDocument}
      title={texts.act.commend}
      act={texts.act.commend}
      start={{ kind: texts.kinds.regular, decidedOn: today, ...start }}
      fields={[
        { name: 'employee', label: common.employee, kind: 'person' },
        { name: 'unit', label: texts.input.collective, kind: 'unit', when: ({ employee }) => employee === '' },
        {
          name: 'titleCode',
          label: texts.input.titleCode,
          kind: 'select',
          choices: titleChoices(language),
        },
        { name: 'title', label: texts.input.title, kind: 'text', isRequired: true },
        { name: 'form', label: texts.form, kind: 'text', isRequired: true },
        { name: 'kind', label: texts.input.kindOfCommendation, kind: 'text', isRequired: true },
        { name: 'year', label: common.year, kind: 'number' },
        { name: 'achievedFrom', label: texts.input.achievedFrom, kind: 'date' },
        { name: 'achievedTo', label: texts.input.achievedTo, kind: 'date' },
        { name: 'decisionNumber', label: common.decisionNumber, kind: 'text', isRequired: true },
        { name: 'decidedOn', label: common.decidedOn, kind: 'date', isRequired: true },
        { name: 'issuer', label: common.issuer, kind: 'text', isRequired: true },
        { name: 'initiatives', label: texts.initiativesOf, kind: 'checks', choices: initiatives },
        { name: 'reason', label: texts.reason, kind: 'area' },
        { name: 'overrideDocument', label: texts.input.override, kind: 'text' },
      ]}
      toInput={(values) => ({
        employee: orNull(values.employee),
        unit: orNull(values.unit),
        titleCode: orNull(values.titleCode),
        form: values.form,
        title: values.title,
        kind: values.kind,
        year: numberOrNull(values.year),
        achievedFrom: orNull(values.achievedFrom),
        achievedTo: orNull(values.achievedTo),
        decisionNumber: values.decisionNumber,
        decidedOn: values.decidedOn,
        issuer: values.issuer,
        reason: orNull(values.reason),
        initiatives: severalOf(values.initiatives),
        recommendation: null,
        overrideDocument: orNull(values.overrideDocument),
      })}
      onClose={onClose}
    />
  );
}
