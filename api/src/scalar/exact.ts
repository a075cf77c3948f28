import { parseRational, type Rational, rational } from '@congvu/schema/primitives/rational';
import { expectOk } from '@congvu/schema/primitives/result';

/** A stored numerator and denominator, as the driver gives large numbers: text. */
export function exact(numerator: string, denominator: string): Rational {
  return rational(BigInt(numerator), BigInt(denominator));
}

export function optionalExact(numerator: string | null, denominator: string | null): Rational | null {
  return numerator === null || denominator === null ? null : exact(numerator, denominator);
}

/** A stored decimal, "4.500000". */
export function exactDecimal(text: string): Rational {
  return expectOk(parseRational(text));
}

export function optionalDecimal(text: string | null): Rational | null {
  return text === null ? null : exactDecimal(text);
}

/** An exact number as it is kept in JSON: "94" or "263/3". */
export function optionalRational(text: string | null): Rational | null {
  return text === null ? null : expectOk(parseRational(text));
}
