import { z } from 'zod';
import { isLocalDate, type LocalDate } from './local-date.ts';
import { isPeriod, type Period } from './period.ts';
import { parseRational, type Rational } from './rational.ts';

/** zod shapes of the primitives, which are written as text. The message of an issue is the code of the error catalogue. */
export const localDateShape = z.string({ error: 'NOT_A_DATE' }).transform((text, context): LocalDate => {
  if (isLocalDate(text)) return text;
  context.addIssue({ code: 'custom', message: 'NOT_A_DATE', input: text });
  return z.NEVER;
});

export const periodShape = z.string({ error: 'NOT_A_PERIOD' }).transform((text, context): Period => {
  if (isPeriod(text)) return text;
  context.addIssue({ code: 'custom', message: 'NOT_A_PERIOD', input: text });
  return z.NEVER;
});

/** Longer texts are refused before they are read as a number. */
const LONGEST_NUMBER = 64;

/** An exact number: "94", "2.4", "263/3". */
export const exactShape = z.string({ error: 'NOT_A_NUMBER' }).transform((text, context): Rational => {
  const parsed = text.length <= LONGEST_NUMBER ? parseRational(text) : null;
  if (parsed?.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: 'NOT_A_NUMBER', input: text });
  return z.NEVER;
});
