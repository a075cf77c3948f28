import type { Transaction } from '@congvu/prisma/database';
import type { SheetState } from '@congvu/schema/evaluation';

/** What a confirmation writes into a sheet; its figures are worked out after it. */
export interface ConfirmedColumns {
  readonly id: string;
  readonly state: SheetState;
  /** Decimal text. */
  readonly general: string;
  readonly organising: number | null;
  readonly cohesion: number | null;
  readonly organisingEvidence: string | null;
  readonly cohesionEvidence: string | null;
  readonly confirmedAs: string | null;
  readonly opinion: string | null;
  readonly confirmedById: string;
  readonly confirmedByName: string;
  readonly revision: number;
}

/** Writes confirmations by one statement. */
export async function markConfirmed(tx: Transaction, sheets: readonly ConfirmedColumns[], at: Date): Promise<void> {
  const written = await tx.$executeRaw`
    update congvu.period_sheet s set state = r.state, general = r.general, organising = r.organising,
      cohesion = r.cohesion, organising_evidence = r."organisingEvidence", cohesion_evidence = r."cohesionEvidence",
      confirmed_as = r."confirmedAs", opinion = r.opinion, provisional = false, confirmed_by_id = r."confirmedById",
      confirmed_by_name = r."confirmedByName", confirmed_at = ${at}, revision = r.revision, updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) as r (id uuid, state congvu.sheet_state, general numeric,
      organising smallint, cohesion smallint, "organisingEvidence" text, "cohesionEvidence" text, "confirmedAs" text,
      opinion text, "confirmedById" uuid, "confirmedByName" text, revision integer)
    where s.id = r.id`;
  // A policy that hides a row from an update does so silently.
  if (written !== sheets.length) throw Object.assign(new Error('A sheet may not be confirmed.'), { code: '42501' });
}
