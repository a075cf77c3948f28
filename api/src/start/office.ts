import { demonstrationAccounts, seedDemonstration } from '@congvu/prisma/seed';
import { toLocalDate } from '@congvu/schema/primitives/local-date';
import type { LocalisedText } from '@congvu/schema/texts';
import pg from 'pg';
import type { Environment } from '../environment.ts';
import type { AccountHint } from '../identity/sign-in-page.ts';
import type { DatabaseSource } from './database-source.ts';
import { withConnection } from './with-connection.ts';

/** Whose database this is. */
export interface Office {
  readonly demonstration: boolean;
  /** Accounts to show; empty outside a demonstration. */
  readonly accounts: readonly AccountHint[];
  /** Whether the database is the office's own and, as far as we may see, nothing is in it yet. */
  readonly isEmptyOffice: boolean;
}

/**
 * Seeds the demonstration where it may be seeded, and tells what the database is.
 *
 * Only our own, empty, embedded database is seeded, and only while no issuer is named: a demonstration is never put
 * beside an office's data, nor behind an office's accounts.
 */
export async function prepareOffice(
  environment: Environment,
  source: DatabaseSource,
  note: (text: LocalisedText) => void,
): Promise<Office> {
  const found = await findOffice(source);
  const mayBeSeeded = source.isEmbedded && source.ownerUrl !== null && environment.oidcIssuer === null;
  if (found !== 'EMPTY' || !mayBeSeeded || source.ownerUrl === null) {
    const demonstration = found === 'DEMONSTRATION';
    const isEmptyOffice = found === 'EMPTY' && !source.isEmbedded;
    // Elsewhere the accounts are of no use: the provider that knows their passwords runs beside the embedded database.
    const accounts = demonstration && source.isEmbedded ? demonstrationAccounts : [];
    return { demonstration, accounts, isEmptyOffice };
  }
  note({ vi: 'nạp dữ liệu trình diễn (hư cấu)', en: 'filling in the demonstration data (fictional)' });
  let told = 0;
  await seedDemonstration(source.ownerUrl, {
    today: toLocalDate(new Date()),
    onProgress: (share) => {
      if (share < told + PROGRESS_STEP) return;
      told = share;
      const percent = Math.round(share * 100);
      note({ vi: `dữ liệu trình diễn: ${percent} %`, en: `demonstration data: ${percent} %` });
    },
  });
  return { demonstration: true, accounts: demonstrationAccounts, isEmptyOffice: false };
}

/** A line for each quarter: enough to see that it goes on, in a terminal and in a log. */
const PROGRESS_STEP = 0.25;

/** An office's own database that was not migrated yet has no such table: it is empty too. */
const NO_SUCH_TABLE = new Set(['42P01', '3F000']);

async function findOffice(source: DatabaseSource): Promise<'EMPTY' | 'DEMONSTRATION' | 'OFFICE'> {
  try {
    const { rows } = await withConnection({ connectionString: source.ownerUrl ?? source.apiUrl }, (client) =>
      client.query<{ demonstration: boolean }>('select demonstration from congvu.office'),
    );
    const office = rows[0];
    if (office === undefined) return 'EMPTY';
    return office.demonstration ? 'DEMONSTRATION' : 'OFFICE';
  } catch (error) {
    if (error instanceof pg.DatabaseError && NO_SUCH_TABLE.has(error.code ?? '')) return 'EMPTY';
    throw error;
  }
}
