/** What our api does at each request besides answering, done here by hand with pg so that PostGraphile can be asked with it too. */

const LOG = `insert into congvu.access_entry (user_id, read_by, employee_id, purpose, kind, screen, request_id)
  select $1, $2, e.id, 'STATISTICS', 'card', null, 'postgraphile-request' from congvu.employee e where e.code = $3`;

/**
 * Finds out who asks and writes the access entry of the card of `code`. Answers his settings: `settings` with every scope as the
 * database says it now. Throws where the subject is nobody.
 */
export async function signInAndLog(pool, { subject, settings, code }) {
  const client = await pool.connect();
  try {
    const { rows } = await client.query({
      name: 'who',
      text: 'select * from congvu.authenticate_subject($1, $2)',
      values: ['embedded', subject],
    });
    const [actor] = rows;
    if (!actor) throw new Error('Nobody has this subject.');
    const { rowCount } = await client.query({
      name: 'log',
      text: LOG,
      values: [actor.user_id, actor.display_name, code],
    });
    if (rowCount !== 1) throw new Error(`The read of ${code} left ${rowCount} entries.`);
    return { ...settings, ...scopesOf(settings, actor.permissions) };
  } finally {
    client.release();
  }
}

/** Each permission's setting, an array literal of PostgreSQL: paths hold no character that it would quote. */
function scopesOf(settings, permissions) {
  const names = Object.keys(settings).filter((name) => name.startsWith('congvu.scope_'));
  const held = Object.entries(permissions).map(([name, paths]) => [
    `congvu.scope_${name.toLowerCase()}`,
    `{${paths.join(',')}}`,
  ]);
  return Object.fromEntries([...names.map((name) => [name, '{}']), ...held]);
}
