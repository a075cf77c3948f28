import { REVOCATION_GROUNDS } from '@congvu/schema/registers';
import { revocationGroundTexts } from '@congvu/schema/texts';
import type { CommendationView_CommendationFragment } from '../../../generated/graphql.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { commendationTexts } from '../../locales/commendation-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { RevokeCommendationDocument } from './commendation.mutations.ts';

type RevokeFormProps = {
  readonly commendation: CommendationView_CommendationFragment;
  readonly onClose: () => void;
};

/** Takes a commendation back by a document. It stays in the register, and so do the titles that rest on it. */
export function RevokeForm({ commendation, onClose }: RevokeFormProps) {
  const texts = useTexts(commendationTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <ActForm
      document={RevokeCommendationDocument}
      title={texts.act.revoke}
      act={texts.act.revoke}
      start={{ on: today }}
      fields={[
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
        {
          name: 'ground',
          label: texts.input.ground,
          kind: 'select',
          isRequired: true,
          choices: choicesOf(revocationGroundTexts, language),
        },
        { name: 'document', label: common.document, kind: 'text' },
        { name: 'bonusReturned', label: texts.input.bonusReturned, kind: 'check' },
        { name: 'reason', label: common.reason, kind: 'area', isRequired: true },
      ]}
      toInput={({ on, ground, document, bonusReturned, reason }) => ({
        commendation: commendation.id,
        revision: commendation.revision,
        on,
        ground: someTerm(REVOCATION_GROUNDS, ground),
        document: orNull(document),
        reason,
        bonusReturned: commendation.bonusAmount === null ? null : bonusReturned !== '',
      })}
      onClose={onClose}
    />
  );
}
