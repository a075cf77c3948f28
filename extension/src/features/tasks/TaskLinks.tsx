import type { TaskItem_TaskFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodWithin } from '../../locales/period-sentence.ts';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { shownDate } from '../../ui/shown.ts';
import type { Person } from '../open-document/person.ts';

type TaskLinksProps = {
  readonly task: Pick<TaskItem_TaskFragment, 'takenOverFrom' | 'takenOverBy' | 'carriedOverFrom'>;
  readonly onPerson: (person: Person) => void;
};

/** Where a task came from and who goes on with it, each one click away. What one may not see is not mentioned. */
export function TaskLinks({ task, onPerson }: TaskLinksProps) {
  const texts = useTexts(taskTexts);
  const language = useLanguage();
  const { takenOverFrom, takenOverBy, carriedOverFrom } = task;
  const hands = [
    { words: texts.takenOverFrom, other: takenOverFrom },
    { words: texts.takenOverBy, other: takenOverBy },
  ];
  return (
    <>
      {carriedOverFrom !== null && (
        <p className="small">
          {texts.carriedOver(periodWithin(carriedOverFrom.period, language), shownDate(carriedOverFrom.deadline))}
        </p>
      )}
      {hands.map(
        ({ words, other }) =>
          other !== null && (
            <p key={words} className="small">
              {words}{' '}
              <Button
                kind="link"
                onClick={() => onPerson({ ...other.employee, title: other.employee.assignment?.title ?? '' })}
              >
                {other.employee.name}
              </Button>
            </p>
          ),
      )}
    </>
  );
}
