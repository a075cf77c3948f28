import { responsibilityTexts, taskOriginTexts, taskOutcomeTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage } from '../../locales/LanguageProvider.tsx';
import { Deadline } from '../open-document/OpenDocument.tsx';
import type { Person } from '../open-document/person.ts';
import { useViewer } from '../session/viewer.ts';
import { ConfirmResult } from './ConfirmResult.tsx';
import { HandOver } from './HandOver.tsx';
import { SubmitProduct } from './SubmitProduct.tsx';
import { TaskEvents } from './TaskEvents.tsx';
import { TaskLinks } from './TaskLinks.tsx';
import { TaskItemFragment } from './tasks.operations.ts';

type TaskItemProps = {
  readonly task: FragmentType<typeof TaskItemFragment>;
  readonly onPerson: (person: Person) => void;
};

/** One task: what, from which document, until when, how it stands, and what this person may do with it. */
export function TaskItem({ task: masked, onPerson }: TaskItemProps) {
  const task = readFragment(TaskItemFragment, masked);
  const language = useLanguage();
  const { today } = useViewer();
  return (
    <li className="card stack">
      <h3>{task.title}</h3>
      <p className="small quiet">
        {[
          `${task.product.code} · ${task.product.name}`,
          taskOriginTexts[task.origin][language],
          responsibilityTexts[task.responsibility][language],
        ].join(' · ')}
      </p>
      <p className="row">
        <span className="outcome" data-outcome={task.outcome}>
          {taskOutcomeTexts[task.outcome][language]}
        </span>
        <Deadline date={task.deadline} isOpen={task.outcome === 'OPEN'} />
      </p>
      {task.documents.map((document) => (
        <p key={document.id} className="small">
          <DocumentLink number={document.number} url={document.url} />
        </p>
      ))}
      <TaskLinks task={task} onPerson={onPerson} />
      <TaskEvents task={task} />
      {task.outcome === 'OPEN' && task.canConfirm && <ConfirmResult task={task} today={today} />}
      {task.outcome === 'OPEN' && !task.canConfirm && task.submittedOn === null && (
        <SubmitProduct task={task} today={today} />
      )}
      {task.outcome === 'OPEN' && task.canConfirm && task.submittedOn === null && (
        <HandOver task={task} today={today} />
      )}
    </li>
  );
}

/** A document's number, leading to the page where it lies. Only http(s): the address once came from a page. */
export function DocumentLink({ number, url }: { readonly number: string; readonly url: string | null }) {
  const protocol = url === null ? null : URL.parse(url)?.protocol;
  if (url === null || (protocol !== 'https:' && protocol !== 'http:')) return number;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {number}
    </a>
  );
}
