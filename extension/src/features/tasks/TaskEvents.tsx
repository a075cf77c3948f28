import { isLocalDate, toVietnameseDate } from '@congvu/schema/primitives/local-date';
import { objectiveCauseTexts, taskEventTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { ClaimCause } from './ClaimCause.tsx';
import { DecideCause } from './DecideCause.tsx';
import { TaskEventFragment, UndoTaskEventDocument } from './tasks.operations.ts';

/** What happened to a task; what costs points can be claimed, decided and, until confirmed, undone. */
export function TaskEvents({ task: masked }: { readonly task: FragmentType<typeof TaskEventFragment> }) {
  const task = readFragment(TaskEventFragment, masked);
  const texts = useTexts(taskTexts);
  const language = useLanguage();
  const [undone, undo] = useWrite(UndoTaskEventDocument);
  if (task.events.length === 0) return null;
  return (
    <ul className="plain-list stack small">
      {task.events.map((event) => {
        const isCostly = (event.kind === 'DELAY' || event.kind === 'MAJOR_ERROR') && !event.undone;
        const cause = event.objectiveCause;
        // Handed over and not yet decided there; the receiver's own entry of being handed back is no act to undo.
        const isHandOver = event.kind === 'HAND_OVER' && !event.undone && task.takenOverBy?.outcome === 'OPEN';
        return (
          <li key={event.id} className="event stack">
            <p className="row">
              <strong>{taskEventTexts[event.kind][language]}</strong>
              {isLocalDate(event.occurredOn) && toVietnameseDate(event.occurredOn)}
              {event.undone && <span className="quiet">{texts.undone}</span>}
              {event.exempt && <span className="quiet">{texts.exempt}</span>}
              {(isCostly || isHandOver) && task.canConfirm && (
                <Button
                  kind="link"
                  onClick={() =>
                    void undo({ event: event.id, revision: task.revision }, texts.label(texts.undo, task.title))
                  }
                >
                  {texts.undo}
                </Button>
              )}
            </p>
            {event.note !== null && <p>{event.note}</p>}
            {cause !== null && (
              <p>
                {objectiveCauseTexts[cause.state][language]}: {cause.reason}
              </p>
            )}
            {cause?.state === 'CLAIMED' && task.canConfirm && <DecideCause causeId={cause.id} task={task} />}
            {isCostly && cause === null && task.canClaim && <ClaimCause eventId={event.id} task={task} />}
          </li>
        );
      })}
      <li>
        <WriteNotice state={undone} />
      </li>
    </ul>
  );
}
