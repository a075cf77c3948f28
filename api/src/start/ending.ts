import process from 'node:process';
import { watchLaunchers } from './launchers.ts';

/** Why the system ends; OVER: it never came up, or an end is being carried out. */
type Ending = 'SIGNAL' | 'LAUNCHER_GONE' | 'DATABASE_GONE' | 'OVER';

export interface EndingWatch {
  /** Aborted when the system has to end; `reason` is an Ending. */
  readonly signal: AbortSignal;
  /** Ends the system for a reason that is not a signal; the first reason counts. */
  readonly end: (ending: Ending) => void;
  readonly stop: () => void;
}

/** Not HUP: listening to it would undo nohup. A terminal that closes ends us as it ends everything; the database follows. */
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Listens for all that ends a start: TERM, INT, and the end of whoever started us. */
export function watchForEnding(): EndingWatch {
  const controller = new AbortController();
  const end = (ending: Ending) => controller.abort(ending);
  const onSignal = () => end('SIGNAL');
  for (const name of SIGNALS) process.on(name, onSignal);
  const unwatch = watchLaunchers(() => end('LAUNCHER_GONE'));
  return {
    signal: controller.signal,
    end,
    stop: () => {
      unwatch();
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
