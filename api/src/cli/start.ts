import { readEnvironment } from '../environment.ts';
import { Closing } from '../start/closing.ts';
import { watchForEnding } from '../start/ending.ts';
import { startSystem } from '../start/start-system.ts';
import type { Command, Terminal } from './command.ts';

export const command: Command = {
  usage: '',
  options: {},
  help: {
    vi: `Chạy toàn bộ hệ thống: cơ sở dữ liệu, api (PORT, 4000), trang văn bản mẫu (DOCUMENTS_PORT, 4100); dựng những gì còn thiếu.
Không có DATABASE_URL thì dùng PostgreSQL nhúng trong DATA_DIR và nạp dữ liệu trình diễn vào lần chạy đầu.
Khi sẵn sàng, đầu ra chuẩn có đúng một dòng JSON. TERM hoặc Ctrl+C: trả lời xong các yêu cầu đang dở rồi kết thúc, mã 0.`,
    en: `Runs the whole system: database, api (PORT, 4000), sample document site (DOCUMENTS_PORT, 4100); builds what is missing.
Without DATABASE_URL it uses the embedded PostgreSQL in DATA_DIR, with demonstration data at the first start.
When ready, standard output has exactly one line of JSON. TERM or Ctrl+C: requests in hand are answered, then exit code 0.`,
  },
  run: (_input, terminal) => runUntilEnd(terminal),
};

async function runUntilEnd(terminal: Terminal): Promise<number> {
  const environment = readEnvironment();
  const closing = new Closing();
  const ending = watchForEnding();
  const ended = new Promise<void>((resolve) =>
    ending.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  const starting = startSystem(environment, terminal, closing, ending.signal);
  // After an early end nobody waits for the start any more; what it still opens is closed by `closing`.
  starting.catch(() => {});
  try {
    const system = await Promise.race([starting, ended]);
    if (system !== undefined) {
      terminal.print(JSON.stringify(system.ready));
      system.databaseEnded.then(
        () => ending.end('DATABASE_GONE'),
        () => ending.end('DATABASE_GONE'),
      );
      await ended;
    }
  } finally {
    ending.stop();
    // Where the start failed nobody asked for an end; builds that still run must hear of it all the same.
    ending.end('OVER');
    await closing.close();
  }
  return ending.signal.reason === 'DATABASE_GONE' ? 1 : 0;
}
