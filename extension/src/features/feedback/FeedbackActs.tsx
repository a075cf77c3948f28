import { FEEDBACK_OUTCOMES } from '@congvu/schema/registers';
import { feedbackOutcomeTexts } from '@congvu/schema/texts';
import type { FeedbackAction, FeedbackView_FeedbackFragment } from '../../../generated/graphql.ts';
import { feedbackTexts } from '../../locales/feedback-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { ActBar, type OfferedAct } from '../register-list/ActBar.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { someTerm } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { AnswerFeedbackDocument, AssignFeedbackDocument, CloseFeedbackDocument } from './feedback.operations.ts';
import { SenderForm } from './SenderForm.tsx';

/** What the viewer may do with one entry now. */
export function FeedbackActs({ feedback }: { readonly feedback: FeedbackView_FeedbackFragment }) {
  const texts = useTexts(feedbackTexts);
  const language = useLanguage();
  const { today } = useViewer();
  const { id, revision, actions, number } = feedback;
  const titled = (act: string) => `${act} · ${number}`;
  const acts: Readonly<Record<FeedbackAction, Omit<OfferedAct, 'name'>>> = {
    ASSIGN: {
      label: texts.assign,
      form: (onClose) => (
        <ActForm
          document={AssignFeedbackDocument}
          title={titled(texts.assign)}
          act={texts.assignAct}
          fields={[
            { name: 'unit', label: texts.assignedUnit, kind: 'unit' },
            { name: 'handler', label: texts.handler, kind: 'person' },
          ]}
          toInput={({ unit, handler }) => ({ feedback: id, revision, unit: orNull(unit), handler: orNull(handler) })}
          onClose={onClose}
        />
      ),
    },
    ANSWER: {
      label: texts.answer,
      form: (onClose) => (
        <ActForm
          document={AnswerFeedbackDocument}
          title={titled(texts.answer)}
          act={texts.answerAct}
          start={{ on: today }}
          fields={[
            { name: 'on', label: texts.answeredOn, kind: 'date', isRequired: true },
            { name: 'document', label: texts.answerDocument, kind: 'text', isRequired: true },
            {
              name: 'outcome',
              label: texts.outcome,
              kind: 'select',
              isRequired: true,
              choices: choicesOf(feedbackOutcomeTexts, language),
            },
          ]}
          toInput={({ on, document, outcome }) => ({
            feedback: id,
            revision,
            on,
            document,
            outcome: someTerm(FEEDBACK_OUTCOMES, outcome),
          })}
          onClose={onClose}
        />
      ),
    },
    CLOSE: {
      label: texts.close,
      form: (onClose) => (
        <ActForm
          document={CloseFeedbackDocument}
          title={titled(texts.close)}
          act={texts.close}
          fields={[]}
          toInput={() => ({ feedback: id, revision })}
          onClose={onClose}
        />
      ),
    },
    REVEAL_SENDER: {
      label: texts.reveal,
      form: (onClose) => <SenderForm feedback={feedback} onClose={onClose} />,
    },
  };
  return <ActBar acts={actions.map((name) => ({ name, ...acts[name] }))} />;
}
