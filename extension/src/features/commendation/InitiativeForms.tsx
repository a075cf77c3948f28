import { INFLUENCES, INITIATIVE_KINDS, INITIATIVE_LEVELS } from '@congvu/schema/registers';
import { influenceTexts, initiativeKindTexts, initiativeLevelTexts } from '@congvu/schema/texts';
import { actTexts } from '../../locales/act-texts.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull, severalOf } from '../register-list/act-field.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { may, useViewer } from '../session/viewer.ts';
import {
  RecogniseInitiativeDocument,
  RecordInitiativeDocument,
  RefuseInitiativeDocument,
} from './initiative.mutations.ts';

type Seen = { readonly id: string; readonly revision: number; readonly title: string };
type SeenFormProps = { readonly initiative: Seen; readonly onClose: () => void };

type RecordInitiativeFormProps = {
  /** The good practice it came from; null where none. */
  readonly finding: string | null;
  /** Staff code of the author to begin with, or empty. */
  readonly author: string;
  /** Code of the unit to begin with: where the good practice was found; null: the viewer’s own. */
  readonly unit: string | null;
  readonly onClose: () => void;
};

/** Personnel record anybody's; who does not keep the register proposes his own. */
export function RecordInitiativeForm({ finding, author, unit, onClose }: RecordInitiativeFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const own = viewer.employee;
  const keeps = may(viewer, 'STAFF_MANAGE');
  return (
    <ActForm
      document={RecordInitiativeDocument}
      title={texts.act.initiative}
      act={common.save}
      start={{
        year: viewer.today.slice(0, 4),
        kind: 'INITIATIVE',
        authors: keeps ? author : (own?.code ?? ''),
        unit: unit ?? own?.assignment?.unit.code ?? '',
      }}
      fields={[
        { name: 'code', label: texts.input.code, kind: 'text', isRequired: true },
        { name: 'title', label: texts.input.initiativeTitle, kind: 'text', isRequired: true },
        {
          name: 'kind',
          label: common.kind,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(initiativeKindTexts, language),
        },
        { name: 'year', label: common.year, kind: 'number', isRequired: true },
        { name: 'unit', label: common.unit, kind: 'unit', isRequired: true },
        { name: 'authors', label: texts.input.authors, kind: 'people', isRequired: true },
        { name: 'summary', label: common.summary, kind: 'area' },
      ]}
      toInput={({ kind, year, authors, summary, ...values }) => ({
        ...values,
        kind: someTerm(INITIATIVE_KINDS, kind),
        year: Number(year),
        authors: severalOf(authors),
        summary: orNull(summary),
        finding,
      })}
      onClose={onClose}
    />
  );
}

export function RecogniseForm({ initiative, onClose }: SeenFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <ActForm
      document={RecogniseInitiativeDocument}
      title={`${texts.act.recognise} · ${initiative.title}`}
      act={texts.act.recognise}
      start={{ recognisedOn: today, applied: 'true' }}
      fields={[
        {
          name: 'level',
          label: texts.input.level,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(initiativeLevelTexts, language),
        },
        {
          name: 'influence',
          label: texts.input.influence,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(influenceTexts, language),
        },
        { name: 'applied', label: texts.input.applied, kind: 'check' },
        { name: 'decisionNumber', label: common.decisionNumber, kind: 'text', isRequired: true },
        { name: 'recognisedOn', label: texts.input.recognisedOn, kind: 'date', isRequired: true },
      ]}
      toInput={({ level, influence, applied, decisionNumber, recognisedOn }) => ({
        initiative: initiative.id,
        revision: initiative.revision,
        level: someTerm(INITIATIVE_LEVELS, level),
        influence: someTerm(INFLUENCES, influence),
        applied: applied !== '',
        decisionNumber,
        recognisedOn,
      })}
      onClose={onClose}
    />
  );
}

export function RefuseForm({ initiative, onClose }: SeenFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={RefuseInitiativeDocument}
      title={`${texts.act.refuse} · ${initiative.title}`}
      act={texts.act.refuse}
      fields={[{ name: 'reason', label: common.reason, kind: 'area', isRequired: true }]}
      toInput={({ reason }) => ({ initiative: initiative.id, revision: initiative.revision, reason })}
      onClose={onClose}
    />
  );
}
