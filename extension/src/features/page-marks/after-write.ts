import { storage } from 'wxt/utils/storage';
import { forgetAnswers } from './answer-cache.ts';
import { showMarksEverywhere } from './show-marks.ts';

/** Counts the writes that were answered; screens watch it to ask again for what they show. */
export const writeCount = storage.defineItem<number>('session:writes', { fallback: 0 });

/** A write changes a person's level and a document's state: caches are void, and open overlays are drawn anew. */
export async function afterWrite(): Promise<void> {
  await forgetAnswers();
  await writeCount.setValue((await writeCount.getValue()) + 1);
  void showMarksEverywhere();
}
