import type { ScoringRole } from '../evaluation/assignment.ts';

/** The parts of the result: a, b, c for everyone; d, đ, e for leaders. Source: NĐ 335/2025 art. 14, 15. */
export const COMPONENTS = ['quantity', 'quality', 'progress', 'unitResult', 'organising', 'cohesion'] as const;
export type Component = (typeof COMPONENTS)[number];

/** The three that are worked out of tasks. */
export const TASK_COMPONENTS = ['quantity', 'quality', 'progress'] as const satisfies readonly Component[];
export type TaskComponent = (typeof TASK_COMPONENTS)[number];

/** The three set for leaders at 50 or 100 percent. */
export const LEADER_COMPONENTS = ['unitResult', 'organising', 'cohesion'] as const satisfies readonly Component[];
export type LeaderComponent = (typeof LEADER_COMPONENTS)[number];

export const COMPONENTS_OF: Readonly<Record<ScoringRole, readonly Component[]>> = {
  STAFF: TASK_COMPONENTS,
  LEADER: COMPONENTS,
};

/** A line of the explanation is about the general criteria, one component, or the cap of the result section. */
export const SCORE_STEPS = ['general', ...COMPONENTS, 'sectionCap'] as const;
export type ScoreStep = (typeof SCORE_STEPS)[number];
