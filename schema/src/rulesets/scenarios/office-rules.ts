import type { FieldError } from '../../errors/error-catalogue.ts';
import { expectOk } from '../../primitives/result.ts';
import type { OrganisationRuleSet } from '../../scoring/organisation-rule-set.ts';
import type { RuleSet } from '../../scoring/rule-set.ts';
import { builtInRuleSets, deriveRuleSet } from '../rulesets.ts';

/** The law's own rule sets that an office derives its own from. */
export const civilServant = builtInRuleSets.get('ND335-2025/CIVIL_SERVANT');
export const publicEmployee = builtInRuleSets.get('ND233-2026/PUBLIC_EMPLOYEE');
export const cadre = builtInRuleSets.get('QD366-2025/CADRE');
export const organisation = builtInRuleSets.get('ND335-2025/ORGANISATION');

/** An office's decision; its parts below are what the law leaves to it. */
export const header = {
  code: 'H99/CC',
  version: 1,
  name: { vi: 'Quy chế đánh giá của tỉnh', en: 'The province’s regulation' },
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  decision: { number: '12/2026/QĐ-UBND', decidedOn: '2026-06-15' },
};
export const weights = {
  STAFF: { quantity: '20', quality: '32', progress: '18' },
  LEADER: { quantity: '8', quality: '13', progress: '7', unitResult: '21', organising: '11', cohesion: '10' },
};
export const office = {
  instrument: '12/2026/QĐ-UBND',
  clause: null,
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  url: null,
  certainty: 'PRACTICE',
};
/** 9, 9 and 12 points in three groups of one criterion each. */
export const groups = [
  { code: 'I', maximum: '9' },
  { code: 'II', maximum: '9' },
  { code: 'III', maximum: '12' },
];
export const criteria = [
  { code: 'I.1', group: 'I', maximum: '9' },
  { code: 'II.1', group: 'II', maximum: '9' },
  { code: 'III.1', group: 'III', maximum: '12' },
];
export const items = ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((code) => ({ code, maximum: '8.75' }));

export const derive = (base: typeof civilServant, part: object) =>
  deriveRuleSet(base, { ...header, ...part }, builtInRuleSets);
export const derivePerson = (base: typeof civilServant, part: object) => expectOk(derive(base, part)) as RuleSet;
export const deriveUnit = (part: object) => expectOk(derive(organisation, { items, ...part })) as OrganisationRuleSet;

/** Each error as "path CODE given | bound | clause", or with its payload. */
function write(errors: readonly FieldError[]): readonly string[] {
  return errors.map(({ path, error }) =>
    error.code === 'RULE_SET_OUT_OF_BOUNDS'
      ? `${path} ${error.payload.given} | ${error.payload.bound} | ${error.payload.clause}`
      : `${path} ${error.code} ${JSON.stringify(error.payload)}`,
  );
}

export function errorsOf(result: ReturnType<typeof deriveRuleSet>): readonly string[] {
  return result.ok ? [] : write(result.error);
}

export function thresholds(outstanding: string, good: string, completed: string) {
  return [
    { level: 'OUTSTANDING', atLeast: outstanding },
    { level: 'GOOD', atLeast: good },
    { level: 'COMPLETED', atLeast: completed },
  ];
}

export function equal(parts: number) {
  const components = ['quantity', 'quality', 'progress', 'unitResult', 'organising', 'cohesion'];
  return Object.fromEntries(components.map((component) => [component, `70/${parts}`]));
}
