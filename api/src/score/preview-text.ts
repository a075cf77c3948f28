import { toText } from '@congvu/schema/primitives/rational';
import type { Locale } from '@congvu/schema/texts';
import type { TaskPreview } from './preview.service.ts';

/** What a task would be and do, in a sentence. */
export function previewText(preview: TaskPreview, locale: Locale): string {
  const units = toText(preview.units);
  return locale === 'vi' ? vietnamese(preview, units) : english(preview, units);
}

function figure(preview: TaskPreview['before'], locale: Locale): string | null {
  return preview?.display ? (locale === 'vi' ? preview.display.replace('.', ',') : preview.display) : null;
}

function vietnamese(preview: TaskPreview, units: string): string {
  const kind =
    preview.origin === 'PLANNED'
      ? `Nhiệm vụ theo kế hoạch: ${units} đơn vị quy đổi được cộng vào tổng số được giao.`
      : `Nhiệm vụ phát sinh sau khi chốt kế hoạch: ${units} đơn vị quy đổi không cộng vào tổng số được giao, chỉ cộng vào kết quả khi hoàn thành.`;
  const done = figure(preview.afterDone, 'vi');
  const notDone = figure(preview.afterNotDone, 'vi');
  return done === null || notDone === null ? kind : `${kind} Nếu hoàn thành: ${done} điểm; nếu không: ${notDone} điểm.`;
}

function english(preview: TaskPreview, units: string): string {
  const kind =
    preview.origin === 'PLANNED'
      ? `Planned: its ${units} converted units are added to what was assigned.`
      : `Arisen after the plan was fixed: its ${units} converted units are not added to what was assigned and count only when done.`;
  const done = figure(preview.afterDone, 'en');
  const notDone = figure(preview.afterNotDone, 'en');
  return done === null || notDone === null ? kind : `${kind} If done: ${done} points; if not: ${notDone}.`;
}
