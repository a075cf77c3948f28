import type { Classifier } from '../classification/classification.policy.ts';
import { mayPropose } from '../classification/classification.policy.ts';

/** Who evaluates a unit's own year: its leaders, or the personnel body for them. `confirms`: units of SCORE_CONFIRM. */
export function maySubmitUnitResult(classifier: Classifier, confirms: readonly string[], unitPath: string): boolean {
  return confirms.includes(unitPath) || mayPropose(classifier, unitPath);
}

/** Exactly the authority that recognises it, and never its own head (Nghị định 335/2025/NĐ-CP art. 5). */
export function mayDecideUnitResult(
  classifier: Classifier,
  authorityPath: string,
  own: { readonly isHead: boolean; readonly unitPath: string | null },
  unitPath: string,
): boolean {
  if (own.isHead && own.unitPath === unitPath) return false;
  return classifier.decides.includes(authorityPath);
}
