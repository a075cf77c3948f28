import { daysBetween, isLocalDate } from '@congvu/schema/primitives/local-date';
import { deadlineText } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { shownDate } from '../../ui/shown.ts';
import { deadlineOf } from '../dashboard/deadline-of.ts';
import { useViewer } from '../session/viewer.ts';

type DueMarkProps = {
  /** The last day; null: nothing is due. */
  readonly dueOn: string | null;
  /** Done, closed or withdrawn: the day is told, not how far away it is. */
  readonly isOver?: boolean;
};

/** Until when, in words: "còn 3 ngày", "hôm nay", "quá hạn 2 ngày". Late is said by the words, not by the colour alone. */
export function DueMark({ dueOn, isOver = false }: DueMarkProps) {
  const texts = useTexts(registerListTexts);
  const language = useLanguage();
  const { today } = useViewer();
  if (dueOn === null) return <>—</>;
  const days = isLocalDate(today) && isLocalDate(dueOn) ? daysBetween(today, dueOn) : null;
  return (
    <span className="due">
      {texts.due(shownDate(dueOn))}
      {!isOver && days !== null && (
        <strong className={days < 0 ? 'post late' : 'post'}>{deadlineText(deadlineOf(days), language)}</strong>
      )}
    </span>
  );
}
