import type { DocumentContent } from './read-document.ts';

/** Rows found, read with number and, where the page names people, a handler, and passed over as secret. */
export type CheckFigures = { readonly found: number; readonly read: number; readonly secret: number };

export const countReadings = (readings: Iterable<DocumentContent>, needsHandlers: boolean): CheckFigures => {
  let found = 0;
  let read = 0;
  let secret = 0;
  for (const reading of readings) {
    found++;
    if (reading.state === 'SECRET') secret++;
    if (reading.state === 'READ' && (!needsHandlers || reading.content.handlers.length > 0)) read++;
  }
  return { found, read, secret };
};

/**
 * An empty list is in order. Of the rows that are not secret at least `minimumShare` (0.5 to 1, inclusive) must be read; below
 * it the page is not what the adapter knows, and nothing is shown.
 */
export const passesCheck = ({ found, read, secret }: CheckFigures, minimumShare: number): boolean => {
  const open = found - secret;
  return open === 0 || read >= open * minimumShare;
};
