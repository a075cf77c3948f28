/** Whose regime applies; it belongs to a work segment, not to a person. Source: domain.md 2. */
export const SUBJECT_TYPES = ['CADRE', 'CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'CONTRACT'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** The post held in a unit: head (người đứng đầu), deputy (cấp phó), staff. */
export const POSTS = ['HEAD', 'DEPUTY', 'STAFF'] as const;
export type Post = (typeof POSTS)[number];

export function isPost(text: string): text is Post {
  return (POSTS as readonly string[]).includes(text);
}

/** How a person is scored: leaders by six components, others by three. */
export const SCORING_ROLES = ['STAFF', 'LEADER'] as const;
export type ScoringRole = (typeof SCORING_ROLES)[number];

/** Heads and deputies are scored as leaders. Source: NĐ 335/2025 art. 15. */
export function scoringRoleOf(post: Post): ScoringRole {
  return post === 'STAFF' ? 'STAFF' : 'LEADER';
}
