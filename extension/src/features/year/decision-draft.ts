import type { Level } from '@congvu/schema/evaluation';

/** What is typed for one person. `level` empty: not chosen yet. NONE: decided that the year has no level. */
export type DecisionDraft = {
  readonly level: Level | 'NONE' | '';
  readonly reason: string;
  readonly overrideDocument: string;
  readonly handling: string;
};

/** What a decision is compared with. */
export type Proposed = {
  readonly id: string;
  readonly revision: number;
  readonly proposedLevel: Level | null;
  readonly proposal: 'LEVEL' | 'NOT_CLASSIFIED' | 'PENDING_UNIT' | 'AUTHORITY_DECIDES' | null;
};

/** One row of the mutation. */
export type DecisionRow = {
  readonly classification: string;
  readonly revision: number;
  readonly level: Level | null;
  readonly notClassified: boolean;
  readonly reason: string | null;
  readonly overrideDocument: string | null;
  readonly handling: string | null;
};

/** Starts from the proposal, so that the authority changes only what he sees otherwise; nothing is chosen where none was made. */
export function startDecision({ proposal, proposedLevel }: Proposed): DecisionDraft {
  const level = proposal === 'NOT_CLASSIFIED' ? 'NONE' : proposal === 'LEVEL' ? (proposedLevel ?? '') : '';
  return { level, reason: '', overrideDocument: '', handling: '' };
}

/** A tie or a pending unit proposes nothing, so that nothing is differed from. */
export function differsFromProposal(row: Proposed, draft: DecisionDraft): boolean {
  const proposed = startDecision(row).level;
  return proposed !== '' && draft.level !== '' && draft.level !== proposed;
}

export type DraftProblem = 'LEVEL_MISSING' | 'REASON_MISSING';

/** What would certainly be refused; null where nothing would. The api knows the quota and the forced rules. */
export function problemOfDecision(row: Proposed, draft: DecisionDraft): DraftProblem | null {
  if (draft.level === '') return 'LEVEL_MISSING';
  return differsFromProposal(row, draft) && draft.reason.trim() === '' ? 'REASON_MISSING' : null;
}

/** The rows to send; null while one of them lacks something. */
export function toDecisionRows(
  rows: readonly Proposed[],
  drafts: Readonly<Record<string, DecisionDraft>>,
): readonly DecisionRow[] | null {
  const ready = rows.flatMap((row) => {
    const draft = drafts[row.id] ?? startDecision(row);
    return problemOfDecision(row, draft) === null ? [toDecisionRow(row, draft)] : [];
  });
  return ready.length === rows.length ? ready : null;
}

function toDecisionRow({ id, revision }: Proposed, draft: DecisionDraft): DecisionRow {
  return {
    classification: id,
    revision,
    level: draft.level === 'NONE' || draft.level === '' ? null : draft.level,
    notClassified: draft.level === 'NONE',
    reason: toText(draft.reason),
    overrideDocument: toText(draft.overrideDocument),
    handling: toText(draft.handling),
  };
}

/** One Unicode form, and null for nothing. */
export function toText(typed: string): string | null {
  const text = typed.trim().normalize('NFC');
  return text === '' ? null : text;
}
