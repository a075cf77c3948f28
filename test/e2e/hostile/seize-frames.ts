import type { Page } from 'playwright-core';

/** Who heard what while the page took our frame, and how many frames of ours came meanwhile. */
export interface Seizure {
  readonly heard: readonly string[];
  readonly came: number;
}

/** What test/documents-site/hostile/attacks/seizures.js adds to the suite. */
declare const hostile: {
  readonly seizures: readonly string[];
  seize(names: readonly string[]): Promise<Readonly<Record<string, Seizure>>>;
};

/** Runs the attacks that take our frame, a part of them in each of `pages` at the same time. The marks must be shown. */
export async function seizeFrames(pages: readonly Page[]): Promise<Readonly<Record<string, Seizure>>> {
  const results = await Promise.all(
    pages.map((page, place) =>
      page.evaluate(([count, own]) => hostile.seize(hostile.seizures.filter((_, index) => index % count === own)), [
        pages.length,
        place,
      ] as const),
    ),
  );
  return Object.assign({}, ...results);
}
