/** Every permission there is, in the order GraphQL lists them. Each is valid for the units a grant names and those below. */
export const PERMISSIONS = [
  'EMPLOYEE_READ',
  'UNIT_READ',
  'TASK_READ',
  'TASK_ASSIGN',
  'TASK_CONFIRM',
  'SCORE_READ',
  'SCORE_CONFIRM',
  'COMMENDATION_READ',
  'DISCIPLINE_READ',
  'RANKING_READ',
  'ACCESS_READ',
  'TOKEN_MANAGE',
  'GRANT_MANAGE',
  'PLAN_FIX',
  'CLASSIFICATION_READ',
  'CLASSIFICATION_PROPOSE',
  'CLASSIFICATION_DECIDE',
  'PERIOD_CLOSE',
  'CATALOGUE_MANAGE',
  'DELEGATE',
  'STAFF_MANAGE',
  'RULES_MANAGE',
  'ADAPTER_MANAGE',
  'INSPECTION_READ',
  'INSPECTION_MANAGE',
  'FEEDBACK_MANAGE',
  'REPORT_READ',
  'PRIVACY_MANAGE',
  'PARTY_READ',
  'WEBHOOK_MANAGE',
  'TASK_IMPORT',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'EMPLOYEE',
  'MANAGER',
  'HEAD_OF_UNIT',
  'AUTHORITY',
  'HR',
  'LEADER',
  'INSPECTOR',
  'ADMINISTRATOR',
  'DATA_OFFICER',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What each role may do with the records of others in its units; one's own record needs no permission.
 *
 * MANAGER comes with a post of head or deputy, or by a grant to who acts for them: a head of a phòng scores and never
 * classifies (domain.md 3.1). HEAD_OF_UNIT comes with the post of head, AUTHORITY (cấp có thẩm quyền xếp loại) with that of a
 * managing or using agency: it decides the rows that name its very unit, not those of agencies below. Who proposes
 * (personnel) never decides. Discipline is narrower than scores: personnel, leaders and authorities (domain.md 13). An
 * inspector sees people and their work and no score; an administrator keeps the system and sees no score either.
 * PARTY_READ is narrower still: papers of the Party committee. A DATA_OFFICER answers requests about personal data, sees who
 * looked at whom and no score. Who keeps the discipline and commendation registers has STAFF_MANAGE. TASK_IMPORT takes tasks in
 * from a file and confirms none; WEBHOOK_MANAGE names an address that ids of events are sent to.
 * The database holds a copy (role_scope), which a test compares with this table.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  EMPLOYEE: ['UNIT_READ', 'TOKEN_MANAGE'],
  MANAGER: [
    'EMPLOYEE_READ',
    'UNIT_READ',
    'TASK_READ',
    'TASK_ASSIGN',
    'TASK_CONFIRM',
    'SCORE_READ',
    'SCORE_CONFIRM',
    'COMMENDATION_READ',
    'RANKING_READ',
    'TOKEN_MANAGE',
    'PLAN_FIX',
    'CLASSIFICATION_READ',
    'INSPECTION_READ',
  ],
  HEAD_OF_UNIT: ['DELEGATE'],
  AUTHORITY: [
    'EMPLOYEE_READ',
    'UNIT_READ',
    'TASK_READ',
    'SCORE_READ',
    'COMMENDATION_READ',
    'DISCIPLINE_READ',
    'RANKING_READ',
    'TOKEN_MANAGE',
    'CLASSIFICATION_READ',
    'CLASSIFICATION_DECIDE',
    'CATALOGUE_MANAGE',
    'DELEGATE',
    'INSPECTION_READ',
    'REPORT_READ',
    'PARTY_READ',
  ],
  HR: [
    'EMPLOYEE_READ',
    'UNIT_READ',
    'TASK_READ',
    'SCORE_READ',
    'COMMENDATION_READ',
    'DISCIPLINE_READ',
    'RANKING_READ',
    'ACCESS_READ',
    'TOKEN_MANAGE',
    'CLASSIFICATION_READ',
    'CLASSIFICATION_PROPOSE',
    'PERIOD_CLOSE',
    'CATALOGUE_MANAGE',
    'STAFF_MANAGE',
    'INSPECTION_READ',
    'FEEDBACK_MANAGE',
    'REPORT_READ',
    'PARTY_READ',
    'WEBHOOK_MANAGE',
    'TASK_IMPORT',
  ],
  LEADER: [
    'EMPLOYEE_READ',
    'UNIT_READ',
    'TASK_READ',
    'SCORE_READ',
    'COMMENDATION_READ',
    'DISCIPLINE_READ',
    'RANKING_READ',
    'TOKEN_MANAGE',
    'CLASSIFICATION_READ',
    'INSPECTION_READ',
    'REPORT_READ',
  ],
  INSPECTOR: [
    'EMPLOYEE_READ',
    'UNIT_READ',
    'TASK_READ',
    'ACCESS_READ',
    'TOKEN_MANAGE',
    'INSPECTION_READ',
    'INSPECTION_MANAGE',
    'FEEDBACK_MANAGE',
    'REPORT_READ',
  ],
  ADMINISTRATOR: [
    'EMPLOYEE_READ',
    'UNIT_READ',
    'ACCESS_READ',
    'TOKEN_MANAGE',
    'GRANT_MANAGE',
    'RULES_MANAGE',
    'ADAPTER_MANAGE',
    'WEBHOOK_MANAGE',
  ],
  DATA_OFFICER: ['EMPLOYEE_READ', 'UNIT_READ', 'ACCESS_READ', 'PRIVACY_MANAGE', 'TOKEN_MANAGE'],
};

export function isPermission(text: string): text is Permission {
  return (PERMISSIONS as readonly string[]).includes(text);
}
