import type { ConfirmPeriodSheetInput, Sheet_SheetFragment } from '../../../generated/graphql.ts';
import { type LeaderFigures, toLeaderFigure } from './live-score.ts';

/** A leader's figures as chosen, with what shows that one of them is 50, as typed. */
export type LeaderDraft = LeaderFigures & { readonly organisingEvidence: string; readonly cohesionEvidence: string };

export type LeaderProblems = { readonly [Field in keyof LeaderDraft]?: 'REQUIRED' | 'EVIDENCE_REQUIRED' };

type LeaderSheet = Pick<
  Sheet_SheetFragment,
  'unitResult' | 'unitResultNow' | 'organising' | 'cohesion' | 'organisingEvidence' | 'cohesionEvidence'
>;

/**
 * Starts from the sheet. While it is being changed the unit's result is what the subordinates' sheets make it now: that is
 * what confirming stores.
 */
export function leaderDraftOf(sheet: LeaderSheet, isChanging: boolean): LeaderDraft {
  return {
    unitResult: toLeaderFigure(isChanging ? (sheet.unitResultNow ?? sheet.unitResult) : sheet.unitResult),
    organising: toLeaderFigure(sheet.organising),
    cohesion: toLeaderFigure(sheet.cohesion),
    organisingEvidence: sheet.organisingEvidence ?? '',
    cohesionEvidence: sheet.cohesionEvidence ?? '',
  };
}

/** What is still missing: both figures, and for a 50 what shows it (art. 15(3)). None means it can be sent. */
export function leaderProblems(draft: LeaderDraft): LeaderProblems {
  const lacks = (name: 'organising' | 'cohesion') =>
    draft[name] === 50 && draft[`${name}Evidence`].trim() === '' ? { [`${name}Evidence`]: 'EVIDENCE_REQUIRED' } : {};
  return {
    ...(draft.organising === null ? { organising: 'REQUIRED' } : {}),
    ...(draft.cohesion === null ? { cohesion: 'REQUIRED' } : {}),
    ...lacks('organising'),
    ...lacks('cohesion'),
  };
}

/** The leader's part of the input. Evidence of a figure that is 100 is not sent: there is nothing to show. */
export function toLeaderInput(
  draft: LeaderDraft,
): Pick<ConfirmPeriodSheetInput, 'organising' | 'cohesion' | 'organisingEvidence' | 'cohesionEvidence'> {
  const evidence = (figure: number | null, typed: string) => (figure === 50 ? typed.trim().normalize('NFC') : null);
  return {
    organising: draft.organising,
    cohesion: draft.cohesion,
    organisingEvidence: evidence(draft.organising, draft.organisingEvidence),
    cohesionEvidence: evidence(draft.cohesion, draft.cohesionEvidence),
  };
}
