import { domainError } from '@congvu/schema/errors';
import { readEnvironment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { bringUpToDate, databaseClient } from '../start/builds.ts';
import { migrateEmbedded, withOwner } from '../start/database-source.ts';
import { type Command, noteProgress } from './command.ts';

export const command: Command = {
  usage: '[--json]',
  options: {},
  help: {
    vi: `Nạp dữ liệu trình diễn (tỉnh An Bình hư cấu) vào cơ sở dữ liệu nhúng còn trống trong DATA_DIR.
Từ chối khi có DATABASE_URL hoặc OIDC_ISSUER: dữ liệu trình diễn không bao giờ nằm trong cơ sở dữ liệu của cơ quan.`,
    en: `Fills the empty embedded database in DATA_DIR with demonstration data (the fictional province An Bình).
Refused where DATABASE_URL or OIDC_ISSUER is set: a demonstration never lies in an office's database.`,
  },
  run: async (_input, terminal) => {
    const environment = readEnvironment();
    for (const [name, value] of [
      ['DATABASE_URL', environment.databaseUrl],
      ['OIDC_ISSUER', environment.oidcIssuer],
    ] as const) {
      if (value !== null) throw new Failure(domainError('ENVIRONMENT_INVALID', { name, expected: '∅' }));
    }
    const note = noteProgress(terminal);
    await bringUpToDate(databaseClient, note, new AbortController().signal);
    const { prepareOffice } = await import('../start/office.ts');
    const isSeeded = await withOwner(environment, async (_ownerUrl, source) => {
      await migrateEmbedded(source);
      let seeded = false;
      await prepareOffice(environment, source, (text) => {
        seeded = true;
        note(text);
      });
      return seeded;
    });
    if (terminal.isJson) terminal.print(JSON.stringify({ seeded: isSeeded }));
    else if (!isSeeded)
      terminal.note(
        terminal.locale === 'vi' ? 'đã có dữ liệu, không nạp gì' : 'data is there already; nothing was filled in',
      );
    return 0;
  },
};
