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
export { levelOf } from './level-of.ts';
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
export { type Criterion, type Rule, type RuleSet, ruleSetShape, type WrittenRuleSet } from './rule-set.ts';
export { scorePeriod } from './score-period.ts';
