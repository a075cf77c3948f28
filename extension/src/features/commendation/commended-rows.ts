import { severalOf } from '../register-list/act-field.ts';

/** Somebody on a decision, or a unit as a collective. */
export type Commended = { readonly employee: string | null; readonly unit: string | null; readonly name: string };

type Outcome = { readonly index: number; readonly errors: readonly { readonly message: string }[] };

/** The names of a decision in the order in which they were chosen: people as "code=name", or units by code. */
export function commendedOf(value: string, subject: 'PERSON' | 'COLLECTIVE'): readonly Commended[] {
  return severalOf(value).map((entry) => {
    const [code = '', name = code] = entry.split('=', 2);
    return subject === 'PERSON' ? { employee: code, unit: null, name } : { employee: null, unit: code, name };
  });
}

/** Who was refused and why, and what the choice holds then: what was written is not sent twice. */
export function refusedOf(value: string, outcomes: readonly Outcome[]) {
  const entries = severalOf(value);
  const refused = outcomes.filter(({ errors }) => errors.length > 0);
  return {
    written: outcomes.length - refused.length,
    refused: refused.map(({ index, errors }) => ({
      name: entries[index]?.split('=', 2).at(-1) ?? '',
      why: errors.map(({ message }) => message).join(' '),
    })),
    left: refused.map(({ index }) => entries[index] ?? '').join(','),
  };
}
