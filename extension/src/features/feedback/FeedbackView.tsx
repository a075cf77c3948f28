import { useQuery } from '@apollo/client/react';
import { feedbackKindTexts, feedbackOutcomeTexts, feedbackStateTexts, findingTopicTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { feedbackTexts } from '../../locales/feedback-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import type { ScreenProps } from '../dashboard/screen.ts';
import { DueMark } from '../register-list/DueMark.tsx';
import { FeedbackActs } from './FeedbackActs.tsx';
import { FeedbackFragment, OneFeedbackDocument } from './feedback.operations.ts';
import { path } from './feedback-path.ts';

type FeedbackViewProps = { readonly id: string } & Pick<ScreenProps, 'filters'>;

/** One entry: what was said of whom, who handles it until when, and what was answered. */
export function FeedbackView({ id, filters }: FeedbackViewProps) {
  const texts = useTexts(feedbackTexts);
  const query = useQuery(OneFeedbackDocument, { variables: { id }, context: { purpose: 'INSPECTION' } });
  return (
    <div className="section stack">
      <p>
        <a href={writeAddress({ path, item: null, filters })}>{texts.back}</a>
      </p>
      <QueryStates query={query} empty={texts.notFound}>
        {({ node }) => (node?.__typename === 'Feedback' ? <Entry feedback={node} /> : null)}
      </QueryStates>
    </div>
  );
}

function Entry({ feedback: masked }: { readonly feedback: FragmentType<typeof FeedbackFragment> }) {
  const feedback = readFragment(FeedbackFragment, masked);
  const texts = useTexts(feedbackTexts);
  const language = useLanguage();
  const { topic, answeredOn, answeredInTime, outcome } = feedback;
  return (
    <>
      <div className="row spread">
        <h1>
          {feedbackKindTexts[feedback.kind][language]} {feedback.number}
        </h1>
        <span className="state">{feedbackStateTexts[feedback.state][language]}</span>
      </div>
      <p className="small">
        {[
          texts.received(shownDate(feedback.receivedOn)),
          feedback.channel,
          topic === null ? null : findingTopicTexts[topic][language],
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        · <DueMark dueOn={feedback.dueOn} isOver={answeredOn !== null} />
      </p>
      <p className="written">{feedback.content}</p>
      <dl className="facts">
        <dt>{texts.about}</dt>
        <dd>
          {[feedback.unit.name, feedback.employee && `${feedback.employee.name} (${feedback.employee.code})`]
            .filter(Boolean)
            .join(' · ')}
        </dd>
        {feedback.assignedUnit !== null && (
          <>
            <dt>{texts.assignedUnit}</dt>
            <dd>{feedback.assignedUnit.name}</dd>
          </>
        )}
        {feedback.handler !== null && (
          <>
            <dt>{texts.handler}</dt>
            <dd>{feedback.handler.name}</dd>
          </>
        )}
      </dl>
      {answeredOn !== null && (
        <div className="notice">
          <p>
            {texts.answered(shownDate(answeredOn), feedback.answerDocument ?? '—')}
            {answeredInTime !== null && (
              <strong className={answeredInTime ? undefined : 'late'}>
                {' '}
                · {answeredInTime ? texts.inTime : texts.late}
              </strong>
            )}
          </p>
          {outcome !== null && (
            <p>
              {texts.outcome}: <strong>{feedbackOutcomeTexts[outcome][language]}</strong>
            </p>
          )}
        </div>
      )}
      <FeedbackActs feedback={feedback} />
    </>
  );
}
