import { shownDate } from '../../ui/shown.ts';

type Finding = {
  readonly positive: boolean;
  readonly issuedOn: string | null;
  readonly remediedOn: string | null;
  readonly spreadOn: string | null;
};
type StateTexts = {
  readonly draft: string;
  readonly notRemedied: string;
  readonly issued: (on: string) => string;
  readonly remedied: (on: string) => string;
  readonly spread: (on: string) => string;
};

/** Where a finding stands: the team's draft, told to the unit, remedied or not; a good practice told or spread. */
export function findingState({ positive, issuedOn, remediedOn, spreadOn }: Finding, texts: StateTexts): string {
  if (issuedOn === null) return texts.draft;
  if (positive) return spreadOn === null ? texts.issued(shownDate(issuedOn)) : texts.spread(shownDate(spreadOn));
  return remediedOn === null ? texts.notRemedied : texts.remedied(shownDate(remediedOn));
}
