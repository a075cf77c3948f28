// The door of this domain: what other packages may use of it.

export { CERTAINTIES, type Certainty, type Source } from '../primitives/source.ts';
export {
  type CompactExplanation,
  decodeExplanation,
  encodeExplanation,
} from './compact-explanation.ts';
export {
  COMPONENTS,
  COMPONENTS_OF,
  type Component,
  LEADER_COMPONENTS,
  type LeaderComponent,
  SCORE_STEPS,
  type ScoreStep,
  TASK_COMPONENTS,
  type TaskComponent,
} from './component.ts';
export type { Rule } from './law-values.ts';
export { levelOf } from './level-of.ts';
export { type LevelRuleSet, levelRuleSetShape } from './level-rule-set.ts';
export {
  type OrganisationRuleSet,
  organisationRuleSetShape,
  UNIT_ITEMS,
  type UnitItem,
} from './organisation-rule-set.ts';
export type {
  ExplanationLine,
  LeaderFigure,
  LeaderPeriodInput,
  PeriodScore,
  ScoredPeriod,
  ScoreInput,
  ScoreItem,
  ScoreParameters,
  StaffPeriodInput,
  UnscoredPeriod,
} from './period-score.ts';
export { QUOTA_BASES, type Quota, type QuotaBasis } from './quota-rules.ts';
export { type Criterion, type Parameter, type RuleSet, ruleSetShape, type WrittenRuleSet } from './rule-set.ts';
export { scorePeriod } from './score-period.ts';
export {
  DAY_KINDS,
  type DayKind,
  type DelayUnit,
  DISCIPLINE_CAUSES,
  type DisciplineCause,
  FORCING_FACTS,
  type ForcedRule,
  type ForcingFact,
  type MinWorkedDays,
  type YearRules,
} from './year-rules.ts';
