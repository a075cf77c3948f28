/** Runs what it is given one behind the other, whatever became of the one before. */
export type Turns = <Value>(act: () => Promise<Value>) => Promise<Value>;

/**
 * The background answers many events at once. What reads a thing, thinks and then writes it takes its turn, or the second
 * of two would undo the first.
 */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const next = last.then(act);
    last = next.catch(() => undefined);
    return next;
  };
}
