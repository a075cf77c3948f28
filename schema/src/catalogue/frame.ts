import { domainError, type FieldError } from '../errors/error-catalogue.ts';
import { compare, divide, type Rational, toText } from '../primitives/rational.ts';
import type { ScoreFrame } from './catalogue.ts';

/** The parts of a stored coefficient run to this. */
const LARGEST_PART = 1_000_000n;

/** The coefficient of a product: its points ÷ those of the standard product, exact. Source: domain.md 3.3. */
export function coefficientOf(points: Rational, standardPoints: Rational): Rational {
  return divide(points, standardPoints);
}

/**
 * What is wrong with a product's points: outside its group's frame, or with a coefficient that has no room where it is
 * kept (each part at most 1,000,000). Empty where nothing is. `path` is the pointer the errors stand at.
 */
export function checkProduct(
  frames: readonly Pick<ScoreFrame, 'group' | 'minimum' | 'maximum'>[],
  standardPoints: Rational,
  product: { readonly group: string; readonly points: Rational },
  path: string,
): readonly FieldError[] {
  const frame = frames.find(({ group }) => group === product.group);
  const given = toText(product.points);
  if (frame === undefined) {
    const allowed = frames.map(({ group }) => group);
    return [{ path, error: domainError('UNKNOWN_VALUE', { given: product.group, allowed }) }];
  }
  const isBelow = compare(product.points, frame.minimum) < 0;
  const isAbove = frame.maximum !== null && compare(product.points, frame.maximum) > 0;
  if (isBelow || isAbove) {
    const bounds = {
      minimum: toText(frame.minimum),
      ...(frame.maximum === null ? {} : { maximum: toText(frame.maximum) }),
    };
    return [{ path, error: domainError('OUT_OF_RANGE', { given, ...bounds }) }];
  }
  const { numerator, denominator } = coefficientOf(product.points, standardPoints);
  const hasRoom = numerator <= LARGEST_PART && denominator <= LARGEST_PART;
  return hasRoom ? [] : [{ path, error: domainError('OUT_OF_RANGE', { given: `${numerator}/${denominator}` }) }];
}

/** Frames whose groups overlap or stand twice: no product could be sorted by its points. */
export function checkFrames(
  frames: readonly Pick<ScoreFrame, 'group' | 'minimum' | 'maximum'>[],
): readonly FieldError[] {
  const inOrder = frames.map((frame, index) => ({ ...frame, index })).toSorted((a, b) => compare(a.minimum, b.minimum));
  const errors: FieldError[] = [];
  for (const [place, frame] of inOrder.entries()) {
    const before = inOrder[place - 1];
    const path = `/frames/${frame.index}`;
    if (frame.maximum !== null && compare(frame.maximum, frame.minimum) < 0)
      errors.push({
        path,
        error: domainError('OUT_OF_RANGE', { given: toText(frame.maximum), minimum: toText(frame.minimum) }),
      });
    else if (before !== undefined && (before.maximum === null || compare(before.maximum, frame.minimum) >= 0))
      errors.push({ path, error: domainError('INCONSISTENT', { reason: 'FRAMES_OVERLAP' }) });
    if (frames.findIndex(({ group }) => group === frame.group) !== frame.index)
      errors.push({ path, error: domainError('INCONSISTENT', { reason: 'DUPLICATE_CODE' }) });
  }
  return errors;
}
