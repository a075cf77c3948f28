import { compare, multiply, type Rational, rational, whole } from './rational.ts';

/** A limit of which much is used. */
export interface NearLimit<Name extends string = string> {
  readonly limit: Name;
  readonly used: number;
  readonly maximum: number;
}

/** From what share of a limit somebody is told. */
export const NEAR_SHARE: Rational = rational(4, 5);

/**
 * The limits that are nearly used up, in the order of `limits`; one that is used up or exceeded is among them. Of a name that is not in
 * `used` nothing is said.
 */
export function nearLimits<Name extends string>(
  used: Readonly<Partial<Record<Name, number>>>,
  limits: Readonly<Record<Name, number>>,
  share: Rational = NEAR_SHARE,
): readonly NearLimit<Name>[] {
  // The keys of a record are its names.
  return (Object.keys(limits) as Name[]).flatMap((limit) => {
    const [given, maximum] = [used[limit], limits[limit]];
    if (given === undefined || compare(whole(given), multiply(whole(maximum), share)) < 0) return [];
    return [{ limit, used: given, maximum }];
  });
}
