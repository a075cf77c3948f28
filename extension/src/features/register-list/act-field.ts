import type { Choice } from '../../ui/SelectField.tsx';

/**
 * One thing that an act needs. Its value is a text: a date as the api writes it, "true" or empty for a check, the staff
 * code of a person (of named people "code=name"), the code of a unit, several of them with commas between.
 */
export type ActField<Name extends string> = {
  /** The input's own name, so that the api's word on "/name" stands under it. */
  readonly name: Name;
  readonly label: string;
  readonly kind:
    | 'text'
    | 'area'
    | 'date'
    | 'number'
    | 'check'
    | 'select'
    | 'checks'
    | 'person'
    | 'people'
    | 'namedPeople'
    | 'unit'
    | 'units';
  readonly isRequired?: boolean;
  /** Of units: the code of the one at or below which they lie, of what is chosen so far. */
  readonly under?: (values: ActValues<Name>) => string;
  /** Of a select and of checks. */
  readonly choices?: readonly Choice[];
  /** Shown only where this holds of what is chosen so far; else it is not sent. */
  readonly when?: (values: ActValues<Name>) => boolean;
};

export type ActValues<Name extends string> = Readonly<Record<Name, string>>;

/** What a form begins with; what is not named begins empty. */
export function startValues<Name extends string>(
  fields: readonly ActField<Name>[],
  start: Partial<ActValues<Name>>,
): ActValues<Name> {
  // Every name of the fields gets its value here, and there are no others.
  return Object.fromEntries(fields.map(({ name }) => [name, start[name] ?? ''])) as ActValues<Name>;
}

/** What is sent: texts in one Unicode form without blanks around them, nothing of a field that is not shown. */
export function sentValues<Name extends string>(
  fields: readonly ActField<Name>[],
  values: ActValues<Name>,
): ActValues<Name> {
  const sent = fields.map((field) => {
    const isShown = field.when?.(values) ?? true;
    return [field.name, isShown ? values[field.name].trim().normalize('NFC') : ''] as const;
  });
  return Object.fromEntries(sent) as ActValues<Name>;
}

/** Null for nothing, as inputs that may be left out take it. */
export function orNull(value: string): string | null {
  return value === '' ? null : value;
}

/** A whole number; null for nothing. The field takes nothing else. */
export function numberOrNull(value: string): number | null {
  return value === '' ? null : Number(value);
}

/** The values of a field that takes several. */
export function severalOf(value: string): string[] {
  return value.split(',').filter((each) => each !== '');
}

/** A text with one thing a line, without the empty ones. */
export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Of a field of named people: staff codes with the names they were chosen by. */
export function namedOf(value: string): { readonly employee: string; readonly name: string }[] {
  return severalOf(value).map((each) => {
    const at = each.indexOf('=');
    return { employee: each.slice(0, at), name: each.slice(at + 1) };
  });
}
