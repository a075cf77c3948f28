import { migrate } from '@congvu/prisma/migrate';
import { readEnvironment } from '../environment.ts';
import { withOwner } from '../start/database-source.ts';
import type { Command } from './command.ts';

export const command: Command = {
  usage: '[--json]',
  options: {},
  help: {
    vi: `Cập nhật cấu trúc cơ sở dữ liệu tới phiên bản của chương trình này; chạy lại nhiều lần không sao.
Dùng DATABASE_OWNER_URL khi có DATABASE_URL, nếu không thì cơ sở dữ liệu nhúng trong DATA_DIR.
In tên từng bước đã áp dụng, mỗi bước một dòng.`,
    en: `Brings the structure of the database up to the version of this program; may be repeated.
Uses DATABASE_OWNER_URL where DATABASE_URL is set, else the embedded database in DATA_DIR.
Prints the name of each step applied, one a line.`,
  },
  run: async (_input, terminal) => {
    const applied = await withOwner(readEnvironment(), (ownerUrl) => migrate(ownerUrl));
    if (terminal.isJson) terminal.print(JSON.stringify({ applied }));
    else for (const name of applied) terminal.print(name);
    return 0;
  },
};
