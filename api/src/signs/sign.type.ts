import {
  type ComparedWith,
  displayRoot,
  SIGN_FLOOR_NAMES,
  SIGN_KINDS,
  SIGN_STATES,
  type Sign,
  type SignFloor,
  type SignGroup,
  type SignKind,
} from '@congvu/schema/calibration';
import { toDisplayIn } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import { type ProductRow, productById } from '../catalogue/product.store.ts';
import { ProductRef } from '../catalogue/product.type.ts';
import { RuleSetFamilyRef } from '../comparable-group/rule-set-family.type.ts';
import { type EmployeeRow, employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef, WorkGroupRef } from '../unit/unit.type.ts';
import { workGroupByCode } from '../unit-comparison/work-group.store.ts';

const KINDS: Readonly<Record<SignKind, string>> = {
  LENIENT:
    'The mean of a manager’s people of one comparable group lies DISTANCE standard deviations or more above that of the group’s people whom others scored.',
  SEVERE: 'The same, below.',
  NARROW_SPREAD: 'The standard deviation of his people of one comparable group is at most 1/DISTANCE of the others’.',
  NEWCOMERS_LAST:
    'All who came to the unit within six months of the period’s end, at least NEWCOMERS, stand last among his people.',
  LEAVERS_LAST:
    'All whose post there ends by three months after the period, at least NEWCOMERS, stand last among his people.',
  PRODUCT_SPLIT:
    'At least SPLIT_TASKS of one person’s tasks of one product are parts, each at most SPLIT_SHARE of a whole product, and parts are more than half of his tasks of it.',
  EQUAL_SCORES: 'At least EQUAL_PEOPLE people of a manager all have one total.',
  ONE_SITTING: 'At least SITTING_SHEETS sheets were confirmed one after another within SITTING_SECONDS seconds.',
};
const SignKindEnum = builder.enumType('SignKind', {
  description:
    'What may be a sign. Floors are named as in SignFloorName; no text of law names one: all are assumptions (ASSUMPTION) until an office publishes its own.',
  values: Object.fromEntries(SIGN_KINDS.map((kind) => [kind, { description: KINDS[kind] }])) as Readonly<
    Record<SignKind, { readonly description: string }>
  >,
});
const SignStateEnum = builder.enumType('SignState', {
  description:
    'NOT_ENOUGH_DATA: below the floor nothing is said, neither a sign nor none; `floor` names it, `given` is what there was.',
  values: SIGN_STATES,
});
const SignFloorNameEnum = builder.enumType('SignFloorName', {
  description: 'Below what nothing is said, and from where something is shown.',
  values: SIGN_FLOOR_NAMES,
});

const SignFloorRef = builder.objectRef<SignFloor>('SignFloor').implement({
  description: 'A floor of signs; an office may put its own in its place (SIGN_FLOORS).',
  fields: (t) => ({
    name: t.expose('name', { type: SignFloorNameEnum, description: 'Which one.' }),
    value: t.exposeString('value', { description: 'Its exact value.' }),
    certainty: t.field({
      type: CertaintyEnum,
      description: 'How sure its ground is.',
      resolve: ({ source }) => source.certainty,
    }),
  }),
});

const ComparedWithRef = builder.objectRef<ComparedWith>('ComparedManagers').implement({
  description:
    'All other managers of the unit and period who scored at least PEOPLE people of the same comparable group, together.',
  fields: (t) => ({
    managers: t.exposeInt('managers', { description: 'How many.' }),
    people: t.exposeInt('people', { description: 'How many people of the group they scored.' }),
    mean: t.expose('mean', { type: 'Exact', description: 'Mean of these people’s totals.' }),
    variance: t.expose('variance', { type: 'Exact', description: 'Square of the standard deviation, exact.' }),
    display: t.string({
      description: 'Mean and standard deviation with two decimals, in the language of Accept-Language.',
      resolve: ({ mean, variance }, _args, { locale }) => {
        const root = displayRoot(variance);
        return `${toDisplayIn(mean, locale)} ± ${locale === 'vi' ? root.replace('.', ',') : root}`;
      },
    }),
  }),
});

const SignGroupRef = builder.objectRef<SignGroup>('SignGroup').implement({
  description: 'A comparable group: one classifying agency, one group of similar work, one family of rule sets.',
  fields: (t) => ({
    agency: t.exposeString('agency', { description: 'Code of the agency that classifies its people.' }),
    group: t.field({
      type: WorkGroupRef,
      description: 'The group of similar work.',
      resolve: async ({ group: code }, _args, context) =>
        (await loadOne(context, workGroupByCode, code)) ?? { code, name: code },
    }),
    family: t.field({
      type: RuleSetFamilyRef,
      description: 'By which rule sets they are scored.',
      resolve: ({ family }) => family,
    }),
  }),
});

const SignRef = builder.objectRef<Sign>('Sign').implement({
  description:
    'A question to who calibrates, never a finding about somebody: no score, level, quota, order or notification follows from it.',
  record: { kind: 'ranking', of: ({ employee, manager }) => employee ?? manager },
  fields: (t) => ({
    kind: t.expose('kind', { type: SignKindEnum, description: 'What was looked at.' }),
    state: t.expose('state', { type: SignStateEnum, description: 'What it came to.' }),
    given: t.expose('given', {
      type: 'Exact',
      description: 'The figure held against the floor: a mean, a variance (NARROW_SPREAD), or a count.',
    }),
    display: t.string({
      description: 'The same for reading: of a variance its root.',
      resolve: ({ kind, state, given }, _args, { locale }) => {
        const root = kind === 'NARROW_SPREAD' && state !== 'NOT_ENOUGH_DATA' ? displayRoot(given) : null;
        return root === null ? toDisplayIn(given, locale) : locale === 'vi' ? root.replace('.', ',') : root;
      },
    }),
    floor: t.expose('floor', { type: SignFloorRef, description: 'The floor that decided.' }),
    comparable: t.expose('comparable', {
      type: ComparedWithRef,
      nullable: true,
      description: 'Whom it was compared with; null where nobody is.',
    }),
    group: t.expose('group', {
      type: SignGroupRef,
      nullable: true,
      description: 'The comparable group whose people are meant; null of signs that compare nobody with others.',
    }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit of the sheets.',
      resolve: ({ unit }, _args, context) => getUnit(context, unit),
    }),
    manager: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Who confirmed; null for a product that was split.',
      resolve: ({ manager }, _args, context): Promise<EmployeeRow | null> | null =>
        manager === null ? null : loadOne(context, employeeById, manager),
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Whose product was split; null otherwise.',
      resolve: ({ employee }, _args, context): Promise<EmployeeRow | null> | null =>
        employee === null ? null : loadOne(context, employeeById, employee),
    }),
    product: t.field({
      type: ProductRef,
      nullable: true,
      description: 'The product that was split; null otherwise.',
      resolve: ({ product }, _args, context): Promise<ProductRow | null> | null =>
        product === null ? null : loadOne(context, productById, product),
    }),
  }),
});
export const SignConnection = connectionOf('Sign', SignRef, 'signs');
