import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { Person } from '../open-document/person.ts';
import { TaskItem } from './TaskItem.tsx';
import { TasksDocument } from './tasks.operations.ts';

const pageSize = 50;
/** The api's own limit of one page; a person with more tasks in one month looks them up by name. */
const pageLimit = 100;

type TasksTabProps = {
  readonly person: Person;
  readonly period: string;
  readonly onPerson: (person: Person) => void;
};

/** The person's tasks of the period, the nearest deadline first. */
export function TasksTab({ person, period, onPerson }: TasksTabProps) {
  const texts = useTexts(taskTexts);
  const common = useTexts(stateTexts);
  const [first, setFirst] = useState(pageSize);
  const query = useQuery(TasksDocument, { variables: { employee: person.code, period, first } });
  return (
    <section className="section stack">
      <QueryStates query={query} empty={texts.empty}>
        {({ employee, tasks }) => (
          <>
            {employee !== null && (
              <p className="small quiet">
                {[
                  texts.open(employee.taskCounts.open),
                  texts.done(employee.taskCounts.done),
                  texts.late(employee.taskCounts.late),
                  texts.notDone(employee.taskCounts.notDone),
                ].join(' · ')}
              </p>
            )}
            {tasks.edges.length === 0 && <p>{texts.empty}</p>}
            <ul className="plain-list stack">
              {openFirst(nodesOf(tasks)).map((task) => (
                <TaskItem key={task.id} task={task} onPerson={onPerson} />
              ))}
            </ul>
            {tasks.pageInfo.hasNextPage && first < pageLimit && (
              <Button onClick={() => setFirst(Math.min(first + pageSize, pageLimit))}>{common.more}</Button>
            )}
          </>
        )}
      </QueryStates>
    </section>
  );
}

/** What is still to do stands above what is done; within each the nearest deadline first, as the api gave them. */
function openFirst<Task extends { readonly outcome: string }>(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted((left, right) => Number(right.outcome === 'OPEN') - Number(left.outcome === 'OPEN'));
}
