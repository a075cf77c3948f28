import { FOLLOW_UP_STATES } from '@congvu/schema/registers';
import { recommendationStateTexts } from '@congvu/schema/texts';
import type { RecommendationView_RecommendationFragment } from '../../../generated/graphql.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recommendationTexts } from '../../locales/recommendation-texts.ts';
import type { OfferedAct } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import {
  AddFollowUpDocument,
  CloseRecommendationDocument,
  WithdrawRecommendationDocument,
} from './recommendation.mutations.ts';

type Recommendation = RecommendationView_RecommendationFragment;
type FormProps = { readonly recommendation: Recommendation; readonly onClose: () => void };

/** The acts that the api offers on a recommendation now; recording an act of somebody is done on the register of discipline. */
export function useRecommendationActs(recommendation: Recommendation): readonly OfferedAct[] {
  const { act } = useTexts(recommendationTexts);
  return recommendation.actions.flatMap((name): OfferedAct[] => {
    switch (name) {
      case 'FOLLOW_UP':
        return [{ name, label: act.followUp, form: (onClose) => <FollowUpForm {...{ recommendation, onClose }} /> }];
      case 'CLOSE':
        return [{ name, label: act.close, form: (onClose) => <CloseForm {...{ recommendation, onClose }} /> }];
      case 'WITHDRAW':
        return [{ name, label: act.withdraw, form: (onClose) => <WithdrawForm {...{ recommendation, onClose }} /> }];
      case 'OPEN_VIOLATION':
        return [];
      default:
        return name satisfies never;
    }
  });
}

function FollowUpForm({ recommendation, onClose }: FormProps) {
  const texts = useTexts(recommendationTexts);
  const common = useTexts(actTexts);
  const language = useLanguage();
  return (
    <ActForm
      document={AddFollowUpDocument}
      title={texts.act.followUp}
      act={common.save}
      start={{ state: 'UNDER_WAY' }}
      fields={[
        {
          name: 'state',
          label: common.state,
          kind: 'select',
          isRequired: true,
          choices: FOLLOW_UP_STATES.map((value) => ({ value, label: recommendationStateTexts[value][language] })),
        },
        { name: 'proof', label: common.proof, kind: 'text' },
        { name: 'note', label: common.content, kind: 'area', isRequired: true },
      ]}
      toInput={({ state, note, proof }) => ({
        recommendation: recommendation.id,
        revision: recommendation.revision,
        state: someTerm(FOLLOW_UP_STATES, state),
        note,
        proof: orNull(proof),
      })}
      onClose={onClose}
    />
  );
}

function CloseForm({ recommendation, onClose }: FormProps) {
  const texts = useTexts(recommendationTexts);
  const common = useTexts(actTexts);
  const { today } = useViewer();
  return (
    <ActForm
      document={CloseRecommendationDocument}
      title={texts.act.close}
      act={texts.act.close}
      start={{ on: today }}
      fields={[
        { name: 'on', label: common.on, kind: 'date', isRequired: true },
        { name: 'note', label: common.note, kind: 'area' },
      ]}
      toInput={({ on, note }) => ({
        recommendation: recommendation.id,
        revision: recommendation.revision,
        on,
        note: orNull(note),
      })}
      onClose={onClose}
    />
  );
}

function WithdrawForm({ recommendation, onClose }: FormProps) {
  const texts = useTexts(recommendationTexts);
  const common = useTexts(actTexts);
  return (
    <ActForm
      document={WithdrawRecommendationDocument}
      title={texts.act.withdraw}
      act={texts.act.withdraw}
      fields={[{ name: 'reason', label: common.reason, kind: 'area', isRequired: true }]}
      toInput={({ reason }) => ({ recommendation: recommendation.id, revision: recommendation.revision, reason })}
      onClose={onClose}
    />
  );
}
