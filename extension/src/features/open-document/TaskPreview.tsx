import { useQuery } from '@apollo/client/react';
import { taskOriginTexts } from '@congvu/schema/texts';
import type { TaskPreviewInput } from '../../../generated/graphql.ts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodSentence } from '../../locales/period-sentence.ts';
import { taskTexts } from '../../locales/task-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { PreviewScoreFragment, TaskPreviewDocument } from './assign-task.operations.ts';

/** Whether the task will count as planned or as arising work, and what it does to the score. */
export function TaskPreview({ input }: { readonly input: TaskPreviewInput }) {
  const texts = useTexts(taskTexts);
  const language = useLanguage();
  const query = useQuery(TaskPreviewDocument, { variables: { input } });
  return (
    <section className="notice stack" aria-label={texts.preview}>
      <QueryStates query={query} empty={null}>
        {({ taskPreview }) => {
          if (taskPreview.__typename === 'InvalidInputError') {
            return <Problem code={taskPreview.fields[0]?.code ?? taskPreview.code} />;
          }
          return (
            <>
              <p>
                <strong>
                  {texts.previewLine(
                    periodSentence(taskPreview.period, language),
                    taskOriginTexts[taskPreview.origin][language],
                  )}
                </strong>
              </p>
              <p className="small">{taskPreview.text}</p>
              <dl className="figures">
                <ScoreFigure label={texts.before} score={taskPreview.before} />
                <ScoreFigure label={texts.ifDone} score={taskPreview.afterDone} />
                <ScoreFigure label={texts.ifNotDone} score={taskPreview.afterNotDone} />
              </dl>
            </>
          );
        }}
      </QueryStates>
    </section>
  );
}

type ScoreFigureProps = {
  readonly label: string;
  readonly score: FragmentType<typeof PreviewScoreFragment> | null;
};

function ScoreFigure({ label, score: masked }: ScoreFigureProps) {
  const score = readFragment(PreviewScoreFragment, masked);
  const language = useLanguage();
  const display = score?.display ?? null;
  return (
    <div>
      <dt className="small quiet">{label}</dt>
      <dd>
        {display === null ? '—' : language === 'vi' ? display.replace('.', ',') : display}{' '}
        <LevelMark level={score?.level ?? null} />
      </dd>
    </div>
  );
}
