/**
 * What became of one row: decided, or refused. `message` is the api's sentence in the person's language: it carries the
 * figures ("the fifth of at most four") that the error's code alone does not.
 */
export type RowOutcome = 'DONE' | { readonly code: string; readonly message: string | null };

type AnsweredRow = {
  readonly index: number;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
};

/** The outcome of each row sent, by the id of its sheet. A row the answer does not name was not decided. */
export function outcomesOf(
  sent: readonly { readonly classification: string }[],
  answered: readonly AnsweredRow[],
): Readonly<Record<string, RowOutcome>> {
  const byIndex = new Map(answered.map((row) => [row.index, row.errors]));
  return Object.fromEntries(
    sent.map(({ classification }, index): readonly [string, RowOutcome] => {
      const errors = byIndex.get(index);
      if (errors === undefined) return [classification, { code: 'SERVER_FAILED', message: null }];
      return [classification, errors[0] ?? 'DONE'];
    }),
  );
}
