import { describe, expect, it } from 'vitest';
import { isPermission, PERMISSIONS, ROLE_PERMISSIONS, ROLES } from './permission.ts';

describe('roles', () => {
  it.each(ROLES)('%s has each permission at most once', (role) => {
    const own = ROLE_PERMISSIONS[role];
    expect(new Set(own).size).toBe(own.length);
    expect(own.every(isPermission)).toBe(true);
  });

  it('give every permission to someone', () => {
    const given = new Set(ROLES.flatMap((role) => ROLE_PERMISSIONS[role]));
    expect(PERMISSIONS.filter((permission) => !given.has(permission))).toEqual([]);
  });

  it.each([
    ['DISCIPLINE_READ', ['AUTHORITY', 'HR', 'LEADER']],
    ['SCORE_READ', ['MANAGER', 'AUTHORITY', 'HR', 'LEADER']],
    ['SCORE_CONFIRM', ['MANAGER']],
    ['TASK_ASSIGN', ['MANAGER']],
    ['GRANT_MANAGE', ['ADMINISTRATOR']],
    ['CLASSIFICATION_DECIDE', ['AUTHORITY']],
    ['CLASSIFICATION_PROPOSE', ['HR']],
    ['PERIOD_CLOSE', ['HR']],
    ['STAFF_MANAGE', ['HR']],
    ['RULES_MANAGE', ['ADMINISTRATOR']],
    ['ADAPTER_MANAGE', ['ADMINISTRATOR']],
    ['INSPECTION_MANAGE', ['INSPECTOR']],
    ['FEEDBACK_MANAGE', ['HR', 'INSPECTOR']],
    ['REPORT_READ', ['AUTHORITY', 'HR', 'LEADER', 'INSPECTOR']],
    ['PRIVACY_MANAGE', ['DATA_OFFICER']],
    ['PARTY_READ', ['AUTHORITY', 'HR']],
    ['WEBHOOK_MANAGE', ['HR', 'ADMINISTRATOR']],
    ['TASK_IMPORT', ['HR']],
  ] as const)('keep %s to %j', (permission, roles) => {
    expect(ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission))).toEqual(roles);
  });

  it('let nobody who proposes a level decide it, nor who scores by a post of deputy', () => {
    const both = ROLES.filter((role) =>
      (['CLASSIFICATION_PROPOSE', 'SCORE_CONFIRM'] as const).some((each) => ROLE_PERMISSIONS[role].includes(each)),
    ).filter((role) => ROLE_PERMISSIONS[role].includes('CLASSIFICATION_DECIDE'));
    expect(both).toEqual([]);
  });

  it('let who takes tasks in from a file confirm none', () => {
    const both = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('TASK_IMPORT')).filter((role) =>
      (['TASK_CONFIRM', 'SCORE_CONFIRM'] as const).some((each) => ROLE_PERMISSIONS[role].includes(each)),
    );
    expect(both).toEqual([]);
  });

  it.each(['INSPECTOR', 'ADMINISTRATOR', 'DATA_OFFICER'] as const)('show %s no score and no discipline', (role) => {
    const narrow = ['SCORE_READ', 'CLASSIFICATION_READ', 'RANKING_READ', 'DISCIPLINE_READ', 'PARTY_READ'] as const;
    expect(narrow.filter((permission) => ROLE_PERMISSIONS[role].includes(permission))).toEqual([]);
  });

  it('let an employee see no record of another', () => {
    const reads = ROLE_PERMISSIONS.EMPLOYEE.filter((permission) => permission.endsWith('_READ'));
    expect(reads).toEqual(['UNIT_READ']);
    expect(isPermission('CLASSIFY')).toBe(false);
  });
});
