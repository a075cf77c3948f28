import { FINDING_TOPICS, INSPECTION_AREAS, INSPECTION_KINDS, INSPECTION_MODES } from '@congvu/schema/registers';
import { findingTopicTexts, inspectionAreaTexts, inspectionKindTexts, inspectionModeTexts } from '@congvu/schema/texts';
import type { InspectionView_InspectionFragment } from '../../../generated/graphql.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { severalOf } from '../register-list/act-field.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { SaveInspectionDocument } from './inspection.mutations.ts';

type SaveInspectionFormProps = {
  /** The inspection to change; null for a new one. */
  readonly inspection: InspectionView_InspectionFragment | null;
  readonly plan: string | null;
  /** Code of the unit that holds a new one. */
  readonly unit: string;
  readonly onClose: () => void;
};

/** What an inspection is about; its team and its places come after. */
export function SaveInspectionForm({ inspection, plan, unit, onClose }: SaveInspectionFormProps) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  return (
    <ActForm
      document={SaveInspectionDocument}
      title={inspection === null ? texts.act.create : texts.act.change}
      act={common.save}
      start={
        inspection === null
          ? { unit, kind: 'DUTY_CHECK', area: 'PUBLIC_DUTY', mode: 'PLANNED' }
          : {
              unit: inspection.unit.code,
              kind: inspection.kind,
              area: inspection.area,
              mode: inspection.mode,
              title: inspection.title,
              teamKind: inspection.teamKind,
              topics: inspection.topics.join(','),
              byGovernment: inspection.byGovernment ? 'true' : '',
            }
      }
      fields={[
        { name: 'title', label: texts.input.title, kind: 'text', isRequired: true },
        { name: 'unit', label: common.unit, kind: 'unit', isRequired: true },
        {
          name: 'kind',
          label: common.kind,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(inspectionKindTexts, language),
        },
        {
          name: 'area',
          label: texts.area,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(inspectionAreaTexts, language),
        },
        {
          name: 'mode',
          label: texts.mode,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(inspectionModeTexts, language),
        },
        { name: 'teamKind', label: texts.input.teamKind, kind: 'text', isRequired: true },
        { name: 'topics', label: texts.topics, kind: 'checks', choices: choicesOf(findingTopicTexts, language) },
        { name: 'byGovernment', label: texts.byGovernment, kind: 'check' },
      ]}
      toInput={(values) => ({
        inspection: inspection?.id ?? null,
        revision: inspection?.revision ?? null,
        plan: inspection === null ? plan : (inspection.plan?.id ?? null),
        unit: values.unit,
        kind: someTerm(INSPECTION_KINDS, values.kind),
        area: someTerm(INSPECTION_AREAS, values.area),
        mode: someTerm(INSPECTION_MODES, values.mode),
        title: values.title,
        topics: severalOf(values.topics).map((topic) => someTerm(FINDING_TOPICS, topic)),
        teamKind: values.teamKind,
        byGovernment: values.byGovernment !== '',
      })}
      onClose={onClose}
    />
  );
}
