import type { DomainError, ErrorCode, PayloadOf } from '../errors/error-catalogue.ts';
import type { Locale } from '../primitives/locale.ts';
import { errorTextsEnglish } from './error-texts-english.ts';
import { errorTextsVietnamese } from './error-texts-vietnamese.ts';

/** One sentence a person reads for each code, made of what the error carries. */
export type ErrorTexts = { readonly [Code in ErrorCode]: (payload: PayloadOf<Code>) => string };

const texts: Readonly<Record<Locale, ErrorTexts>> = { vi: errorTextsVietnamese, en: errorTextsEnglish };

/** The sentence for a code and its payload. */
export function errorMessage<Code extends ErrorCode>(code: Code, payload: PayloadOf<Code>, locale: Locale): string {
  return texts[locale][code](payload);
}

/** The sentence for an error as a value. */
export function describeError(error: DomainError, locale: Locale): string {
  // `error` pairs its code with that code's payload; the union of pairs is not assignable to one generic pair.
  return errorMessage(error.code, error.payload as PayloadOf<ErrorCode>, locale);
}
