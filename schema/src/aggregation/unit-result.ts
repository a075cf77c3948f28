import type { Level } from '../evaluation/level.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import { divide, multiply, type Rational, subtract, ZERO } from '../primitives/rational.ts';
import type { Component } from '../scoring/component.ts';
import type { LeaderFigure } from '../scoring/period-score.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import type { YearRules } from '../scoring/year-rules.ts';

/** One managed person's sheet of the period. */
export interface SubordinateSheet {
  readonly sheet: string;
  readonly employee: string;
  /** The unit of the sheet and those above it. */
  readonly lineage: readonly string[];
  readonly isConfirmed: boolean;
  /** Null: INSUFFICIENT_DATA, which is neither below nor above. */
  readonly level: Level | null;
}

/** A part of a deputy's field: a unit with all below it, or one person. */
export interface FieldPart {
  readonly unit: string | null;
  readonly employee: string | null;
  readonly validFrom: LocalDate;
  /** Last day; null while it lasts. */
  readonly validTo: LocalDate | null;
}

export interface UnitFigure {
  /** Null: to be set by the authority (MANUAL), or the component is dropped (DROP). */
  readonly figure: LeaderFigure | null;
  readonly basis: 'SUBORDINATES' | YearRules['noSubordinates']['value'];
  /** The sheets below COMPLETED, which made it 50. */
  readonly failed: readonly string[];
  /** Without data, and so ignored. */
  readonly ignored: readonly string[];
  /** Not confirmed yet; the figure may still fall. */
  readonly pending: readonly string[];
}

/**
 * Component d of a leader: 100 where every managed person with a confirmed figure is at COMPLETED or better, 50 where one is not.
 * `subordinates`: those of the head's unit, or of a deputy's field (`inField`), without the leader. Where none has a figure the
 * rule set's `noSubordinates` decides.
 *
 * Source: NĐ 335/2025 art. 15(3)(a), (4); domain.md 3.6, 3.15.
 */
export function unitResultOf(
  subordinates: readonly SubordinateSheet[],
  noSubordinates: YearRules['noSubordinates']['value'],
): UnitFigure {
  const pending = subordinates.filter(({ isConfirmed }) => !isConfirmed).map(({ sheet }) => sheet);
  const confirmed = subordinates.filter(({ isConfirmed }) => isConfirmed);
  const ignored = confirmed.filter(({ level }) => level === null).map(({ sheet }) => sheet);
  const failed = confirmed.filter(({ level }) => level === 'NOT_COMPLETED').map(({ sheet }) => sheet);
  if (confirmed.length > ignored.length) {
    return { figure: failed.length > 0 ? 50 : 100, basis: 'SUBORDINATES', failed, ignored, pending };
  }
  return { figure: noSubordinates === 'HUNDRED' ? 100 : null, basis: noSubordinates, failed, ignored, pending };
}

/**
 * Those of the subordinates a deputy answers for between two days, both included. A deputy without any part of his own answers
 * for all. Source: NĐ 335/2025 art. 15(4).
 */
export function inField(
  parts: readonly FieldPart[],
  subordinates: readonly SubordinateSheet[],
  from: LocalDate,
  to: LocalDate,
): readonly SubordinateSheet[] {
  const current = parts.filter(({ validFrom, validTo }) => validFrom <= to && (validTo === null || validTo >= from));
  if (current.length === 0) return subordinates;
  return subordinates.filter(({ employee, lineage }) =>
    current.some((part) => part.employee === employee || (part.unit !== null && lineage.includes(part.unit))),
  );
}

/**
 * A leader's weights without component d, in proportion and with the same sum; what DROP scores by. Any figure of d then adds
 * nothing.
 */
export function weightsWithoutUnitResult(
  weights: NonNullable<RuleSet['weights']>['LEADER'],
  resultMaximum: Rational,
): Readonly<Record<Component, Rational>> {
  const rest = subtract(resultMaximum, weights.unitResult);
  const share = (weight: Rational) => divide(multiply(weight, resultMaximum), rest);
  return {
    quantity: share(weights.quantity),
    quality: share(weights.quality),
    progress: share(weights.progress),
    unitResult: ZERO,
    organising: share(weights.organising),
    cohesion: share(weights.cohesion),
  };
}

/** The two figures the authority sets, each with what shows it where it is 50. */
export interface LeaderEvidence {
  readonly organising: LeaderFigure;
  readonly organisingEvidence: string | null;
  readonly cohesion: LeaderFigure;
  readonly cohesionEvidence: string | null;
}

/** Components at 50 that nothing is said for: the lower value needs a finding. Source: NĐ 335/2025 art. 15(3)(b)(c). */
export function findMissingEvidence(given: LeaderEvidence): readonly ('organising' | 'cohesion')[] {
  const evidence = { organising: given.organisingEvidence, cohesion: given.cohesionEvidence };
  return (['organising', 'cohesion'] as const).filter(
    (component) => given[component] === 50 && (evidence[component] ?? '').trim() === '',
  );
}
