import { noteProgress, type Terminal } from './command.ts';

/** Narrow enough for every terminal. */
const WIDTH = 24;

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly leftOpen: number;
}

/** "[############------------]  50 %  600/1200  · 3 left open" */
export function progressLine({ done, total, leftOpen }: Progress, locale: Terminal['locale']): string {
  const share = total === 0 ? 0 : done / total;
  const filled = Math.round(share * WIDTH);
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}]`;
  const open = locale === 'vi' ? 'còn mở' : 'left open';
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${done}/${total}  · ${leftOpen} ${open}`;
}

/** Tells progress on standard error, a line each time it moved: a log keeps lines, and nothing is drawn over. */
export function progressTeller(terminal: Terminal): (progress: Progress) => void {
  const note = noteProgress(terminal);
  let told = '';
  return (progress) => {
    const line = progressLine(progress, terminal.locale);
    if (line !== told && !terminal.isJson) note(line);
    told = line;
  };
}
