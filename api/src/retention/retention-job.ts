import {
  RETENTION_ENTITIES,
  type RetentionEntity,
  type RetentionTerm,
  retentionCutoff,
} from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import type { JobHandler } from '../jobs/job-run.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { getUnit } from '../unit/unit.store.ts';

/**
 * Counts, for each term of the retention table in force, the rows past their time in a unit and below, and proposes what is then
 * done with them. It erases nothing: a second person confirms. Nothing past its time, nothing proposed.
 */
export const proposeRetentionJob: JobHandler = async (run) => {
  const { context, job } = run;
  const unit = await getUnit(context, job.unitId);
  const { table } = await loadRegisterTable(context, 'RETENTION', unit.pathText, context.today);
  const terms = table.filter(isProposed);
  await run.setTotal(terms.length);
  let next = Number(job.cursor ?? '0');
  for (const term of terms.slice(next)) {
    const cutoff = retentionCutoff(term.years, context.today);
    const { rows, sample } = await countDue(context, job.unitId, term.subject, cutoff);
    next += 1;
    const goesOn = await run.step(String(next), async (tx) => {
      const payload = { entity: term.subject, cutoff, rows };
      if (rows === 0) return { done: 1, leftOpen: 0, payload };
      await tx.retentionProposal.create({
        data: {
          jobId: job.id,
          entity: term.subject,
          cutoff: new Date(cutoff),
          rows,
          sample: [...sample],
          // Plain values, as the table is published.
          basis: JSON.parse(JSON.stringify(term)),
          proposedById: job.createdById,
        },
      });
      return { done: 1, leftOpen: 0, payload };
    });
    if (!goesOn) return;
  }
};

type ProposedTerm = RetentionTerm & { readonly subject: RetentionEntity; readonly years: number };

/** What is kept for ever is never proposed. */
function isProposed(term: RetentionTerm): term is ProposedTerm {
  return term.years !== null && RETENTION_ENTITIES.some((entity) => entity === term.subject);
}

async function countDue(context: Context, unitId: string, entity: RetentionEntity, cutoff: string) {
  const [due] = await query<{ readonly rows: number; readonly sample: readonly string[] }>(
    context,
    sql`select r.rows, r.sample from congvu.retention_count(${unitId}::uuid, ${entity}::congvu.retention_entity, ${cutoff}::date) r`,
  );
  if (due === undefined) throw new Error('Who asked for the job no longer protects the data of its unit.');
  return due;
}
