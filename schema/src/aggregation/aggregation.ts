// The door of this domain: what other packages may use of it.
export { cumulativeQuarter } from './cumulative-quarter.ts';
export { countDelays, delaysOf, type NewDeadline, type TaskDates } from './delays.ts';
export {
  ACT_OUTCOMES,
  type ActOutcome,
  type CountedAct,
  causeOf,
  countedDisciplines,
  type DisciplineOnAct,
  type ViolationAct,
} from './disciplines.ts';
export { type Figures, meanFigures, type WeightedFigures } from './figures.ts';
export { hasWorkedEnough, type MergedMonth, type MonthSegment, mergeMonth, type SplitMethod } from './merge-month.ts';
export {
  ABSENCE_KINDS,
  type AbsenceKind,
  type AbsenceSpan,
  countWorkedDays,
  type DateSpan,
  type ServiceOfYear,
  serviceOfYear,
  type WorkedMonth,
  type WorkingMonth,
  workingMonths,
} from './service-time.ts';
export { agencyOfUnit, type DatedUnit, type MonthsByAgency, monthsByAgency, standingUnit } from './successors.ts';
export { type CarriedItem, closeItem, type HandOver, handOver, remainingUnits } from './task-effects.ts';
export {
  type FieldPart,
  findMissingEvidence,
  inField,
  type LeaderEvidence,
  type SubordinateSheet,
  type UnitFigure,
  unitResultOf,
  weightsWithoutUnitResult,
} from './unit-result.ts';
export { type Aggregate, aggregateMonths, aggregateYear, type PeriodFigures, type YearAggregate } from './year.ts';
