import type { JobState } from '@congvu/schema/procedure';
import { closingTexts } from '../../locales/closing-texts.ts';
import type { Language } from '../../locales/language.ts';

export type JobFigures = {
  readonly state: JobState;
  readonly total: number;
  readonly done: number;
  readonly leftOpen: number;
  readonly stopRequested: boolean;
};

/** Whether it moves by itself, so that the screen asks again. */
export function isMoving({ state }: Pick<JobFigures, 'state'>): boolean {
  return state === 'QUEUED' || state === 'RUNNING';
}

/** How far it is, in words: people gone through, of whom closed and left open. */
export function progressText(job: JobFigures, language: Language): string {
  const texts = closingTexts[language];
  if (job.total === 0) return isMoving(job) ? texts.counting : texts.progress(0, 0);
  const parts = [texts.progress(job.done, job.total), texts.closed(job.done - job.leftOpen)];
  if (job.leftOpen > 0) parts.push(texts.left(job.leftOpen));
  if (job.stopRequested && isMoving(job)) parts.push(texts.stopping);
  return parts.join(' · ');
}
