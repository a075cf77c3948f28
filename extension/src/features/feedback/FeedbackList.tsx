import { useQuery } from '@apollo/client/react';
import { FEEDBACK_KINDS, FEEDBACK_STATES } from '@congvu/schema/registers';
import { feedbackKindTexts, feedbackOutcomeTexts, feedbackStateTexts, findingTopicTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { feedbackTexts } from '../../locales/feedback-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { choicesOf } from '../../ui/SelectField.tsx';
import { shownDate } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { DueMark } from '../register-list/DueMark.tsx';
import { RegisterHead } from '../register-list/RegisterHead.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import { readRegisterFilter, termsOf, toRegisterInput, writeRegisterFilter } from '../register-list/register-filter.ts';
import { may, useViewer } from '../session/viewer.ts';
import { FeedbackRegisterDocument } from './feedback.operations.ts';
import { path } from './feedback-path.ts';
import { ReceiveForm } from './ReceiveForm.tsx';

/** The register of feedback, overdue first. Nothing here says who sent it. */
export function FeedbackList({ filters }: Pick<ScreenProps, 'filters'>) {
  const texts = useTexts(feedbackTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const [isReceiving, setIsReceiving] = useState(false);
  const filter = readRegisterFilter(filters, { unit: viewer.units[0]?.code ?? '' });
  const input = {
    ...toRegisterInput(filter),
    kind: termsOf(FEEDBACK_KINDS, filter.kind),
    state: termsOf(FEEDBACK_STATES, filter.state),
  };
  const query = useQuery(FeedbackRegisterDocument, {
    variables: { filter: input },
    context: { purpose: 'INSPECTION' },
  });
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <RegisterHead
        register="feedback"
        purpose="INSPECTION"
        filter={filter}
        input={input}
        kinds={choicesOf(feedbackKindTexts, language)}
        states={choicesOf(feedbackStateTexts, language)}
        onApply={(next) => goTo({ path, item: null, filters: writeRegisterFilter(next) })}
      />
      {may(viewer, 'FEEDBACK_MANAGE') && !isReceiving && (
        <Button onClick={() => setIsReceiving(true)}>{texts.receive}</Button>
      )}
      {isReceiving && <ReceiveForm unit={filter.unit} onClose={() => setIsReceiving(false)} />}
      <QueryStates query={query} empty={texts.empty}>
        {({ feedback: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <RegisterTable
              label={texts.title}
              headings={[texts.number, texts.kind, texts.about, texts.receivedOn, texts.dueOn, texts.outcome]}
              rows={edges.map(({ node }) => ({
                key: node.id,
                isLate: node.overdue,
                cells: [
                  <a key="number" href={writeAddress({ path, item: node.id, filters: writeRegisterFilter(filter) })}>
                    {node.number}
                  </a>,
                  [
                    feedbackKindTexts[node.kind][language],
                    node.topic === null ? null : findingTopicTexts[node.topic][language],
                  ]
                    .filter(Boolean)
                    .join(' · '),
                  [node.unit.name, node.employee?.name].filter(Boolean).join(' · '),
                  shownDate(node.receivedOn),
                  <DueMark key="due" dueOn={node.dueOn} isOver={node.answeredInTime !== null} />,
                  [
                    feedbackStateTexts[node.state][language],
                    node.answeredInTime === null ? null : node.answeredInTime ? texts.inTime : texts.late,
                    node.outcome === null ? null : feedbackOutcomeTexts[node.outcome][language],
                  ]
                    .filter(Boolean)
                    .join(' · '),
                ],
              }))}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          )
        }
      </QueryStates>
    </div>
  );
}
