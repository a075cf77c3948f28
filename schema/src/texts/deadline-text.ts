import type { DeadlineStatus } from '../evaluation/task.ts';
import type { Locale } from '../primitives/locale.ts';

/** "còn 3 ngày", "hôm nay", "quá hạn 2 ngày". */
export function deadlineText({ kind, days }: DeadlineStatus, locale: Locale): string {
  if (kind === 'TODAY') return locale === 'vi' ? 'hôm nay' : 'today';
  if (locale === 'vi') return kind === 'LEFT' ? `còn ${days} ngày` : `quá hạn ${days} ngày`;
  const count = days === 1 ? '1 day' : `${days} days`;
  return kind === 'LEFT' ? `${count} left` : `${count} overdue`;
}
