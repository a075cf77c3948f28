import { FEEDBACK_KINDS, FINDING_TOPICS } from '@congvu/schema/registers';
import { feedbackKindTexts, findingTopicTexts } from '@congvu/schema/texts';
import { feedbackTexts } from '../../locales/feedback-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { ActForm } from '../register-list/ActForm.tsx';
import { orNull } from '../register-list/act-field.ts';
import { someTerm, termOf } from '../register-list/register-filter.ts';
import { useViewer } from '../session/viewer.ts';
import { ReceiveFeedbackDocument } from './feedback.operations.ts';

type ReceiveFormProps = { readonly unit: string; readonly onClose: () => void };

/** Enters what a citizen said. Who said it goes with it and is stored apart; no list gives it back. */
export function ReceiveForm({ unit, onClose }: ReceiveFormProps) {
  const texts = useTexts(feedbackTexts);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <>
      <ActForm
        document={ReceiveFeedbackDocument}
        title={texts.receiveTitle}
        act={texts.receiveAct}
        start={{ unit, receivedOn: today }}
        onClose={onClose}
        fields={[
          { name: 'unit', label: texts.unit, kind: 'unit', isRequired: true },
          {
            name: 'kind',
            label: texts.kind,
            kind: 'select',
            isRequired: true,
            choices: choicesOf(feedbackKindTexts, language),
          },
          { name: 'topic', label: texts.topic, kind: 'select', choices: choicesOf(findingTopicTexts, language) },
          { name: 'channel', label: texts.channel, kind: 'text', isRequired: true },
          { name: 'receivedOn', label: texts.receivedOn, kind: 'date', isRequired: true },
          { name: 'dueOn', label: texts.dueOn, kind: 'date', isRequired: true },
          { name: 'employee', label: texts.person, kind: 'person' },
          { name: 'content', label: texts.content, kind: 'area', isRequired: true },
          { name: 'senderName', label: texts.senderName, kind: 'text' },
          { name: 'senderContact', label: texts.senderContact, kind: 'text' },
        ]}
        toInput={({
          unit: where,
          kind,
          topic,
          channel,
          receivedOn,
          dueOn,
          employee,
          content,
          senderName,
          senderContact,
        }) => ({
          unit: where,
          kind: someTerm(FEEDBACK_KINDS, kind),
          topic: termOf(FINDING_TOPICS, topic),
          channel,
          receivedOn,
          dueOn,
          employee: orNull(employee),
          content,
          sender:
            senderName === '' && senderContact === ''
              ? null
              : { name: orNull(senderName), contact: orNull(senderContact) },
        })}
      />
      <p className="small quiet">{texts.senderNote}</p>
    </>
  );
}
