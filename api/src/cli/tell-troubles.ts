import type { Trouble } from './ask-api.ts';
import type { Terminal } from './command.ts';

/** One line on standard error for each refusal or error; answers the exit code. */
export function tellTroubles(troubles: readonly Trouble[], terminal: Terminal): number {
  for (const { code, message } of troubles) {
    terminal.note(
      terminal.isJson
        ? JSON.stringify({ error: { code, message } })
        : `congvu: ${code}: ${message.replaceAll('\n', ' ')}`,
    );
  }
  return troubles.length === 0 ? 0 : 1;
}
