import type { Transaction } from '@congvu/prisma/database';
import type { LeftOpenReason } from '@congvu/schema/procedure';

/** Keeps why people were left open; a job taken up again says it anew. */
export async function keepLeftOpen(
  tx: Transaction,
  jobId: string,
  people: ReadonlyMap<string, LeftOpenReason>,
): Promise<void> {
  if (people.size === 0) return;
  await tx.$executeRaw`
    insert into congvu.job_item (job_id, employee_id, reason)
    select ${jobId}::uuid, i.id, i.reason from unnest(${[...people.keys()]}::uuid[], ${[...people.values()]}::text[]) as i (id, reason)
    on conflict (job_id, employee_id) do update set reason = excluded.reason`;
}
