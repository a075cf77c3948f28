/** What must be undone at the end, in reverse order of its making. */
export class Closing {
  readonly #steps: (() => unknown)[] = [];
  #isClosed = false;

  /** Adds a step; where the end has already come it is taken at once, so that nothing made meanwhile stays. */
  async add(step: () => unknown): Promise<void> {
    if (this.#isClosed) await step();
    else this.#steps.push(step);
  }

  /** Takes every step even where one fails; throws the first failure afterwards. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
