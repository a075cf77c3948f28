import { forgetSelections } from '../open-document/panel-selection.ts';
import { forgetAnswers } from '../page-marks/answer-cache.ts';
import { showMarksEverywhere } from '../page-marks/show-marks.ts';
import { sessionItem } from './session-store.ts';

/**
 * Another person, or nobody: what the last one saw is wiped before anything else is shown. A renewed token of the
 * same sign-in changes nothing.
 */
export function followSession(): void {
  sessionItem.watch((after, before) => {
    if (after?.signInId === before?.signInId) return;
    void Promise.all([forgetAnswers(), forgetSelections()]).then(showMarksEverywhere);
  });
}
