import { type Database, type Transaction, translateDatabaseError } from '@congvu/prisma/database';
import { actorOf, type Person } from './small-organisation.ts';

/**
 * What comes of a write in a person's name: "done", "nothing" where no row was there for him, or the code of the refusal.
 * Throws what is no refusal, such as a broken check.
 */
export async function attemptWrite(
  database: Database,
  person: Person,
  work: (tx: Transaction) => Promise<unknown>,
): Promise<string> {
  try {
    const result = await database.runAs(actorOf(person), () => database.withActor(work));
    return result && typeof result === 'object' && 'count' in result && result.count === 0 ? 'nothing' : 'done';
  } catch (error) {
    const translated = translateDatabaseError(error);
    if (!translated) throw error;
    return translated.code;
  }
}
