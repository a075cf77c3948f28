import { domainError } from '@congvu/schema/errors';
import { builder } from '../builder.ts';
import { requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { SheetStateEnum } from '../period-sheet/sheet-parts.type.ts';
import { optionalDate } from '../query-arguments.ts';
import { LevelEnum } from '../score/score.type.ts';
import { type IdentificationRow, identify, type MarkRow } from './identify.store.ts';
import { PostEnum } from './post.type.ts';

const IdentificationStateEnum = builder.enumType('IdentificationState', {
  description: 'How many people a key may mean. Two of one name is a choice for a person, never a guess.',
  values: ['ONE', 'SEVERAL', 'NONE'] as const,
});

const MarkRef = builder.objectRef<MarkRow>('Mark').implement({
  description: 'What is shown beside a person’s name on a page. Each mark read is logged.',
  record: { kind: 'mark', of: (mark) => mark.employeeId },
  fields: (t) => ({
    employeeId: t.globalID({
      description: 'Identifier of the person, for `node`.',
      resolve: (mark) => ({ type: 'Employee', id: mark.employeeId }),
    }),
    code: t.exposeString('code', { description: 'Staff code.' }),
    name: t.exposeString('name', { description: 'Full name.' }),
    title: t.exposeString('title', { description: 'Title in the assignment on the day.' }),
    post: t.expose('post', { type: PostEnum, description: 'Post on the day.' }),
    unitCode: t.exposeString('unitCode', { description: 'Code of the unit on the day.' }),
    unitName: t.exposeString('unitName', { description: 'Name of the unit on the day.' }),
    period: t.expose('period', {
      type: 'Period',
      nullable: true,
      description: 'Period of the latest sheet with a level.',
    }),
    level: t.expose('level', {
      type: LevelEnum,
      nullable: true,
      description: 'Level of that sheet; null where one may not know or none exists.',
    }),
    sheetState: t.expose('sheetState', { type: SheetStateEnum, nullable: true, description: 'State of that sheet.' }),
    display: t.exposeString('display', { nullable: true, description: 'Its total with two decimals.' }),
    provisional: t.exposeBoolean('provisional', { description: 'Whether that figure is not yet confirmed.' }),
    openTasks: t.exposeInt('openTasks', { description: 'Open tasks one may see.' }),
    lateTasks: t.exposeInt('lateTasks', { description: 'Those of them past their deadline.' }),
    commendations: t.exposeInt('commendations', {
      nullable: true,
      description: 'Commendations in force; null where one is not allowed to know.',
    }),
    activeDiscipline: t.exposeBoolean('activeDiscipline', {
      nullable: true,
      description: 'Whether a discipline decision has effect; null where one is not allowed to know.',
    }),
    activeDisciplineUntil: t.expose('activeDisciplineUntil', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day of its effect.',
    }),
    restricted: t.exposeBoolean('restricted', {
      description:
        'Whether the person’s data are held back from document pages at his request: the mark then has no figure, and pages say so.',
    }),
  }),
});

const IdentificationRef = builder.objectRef<IdentificationRow>('Identification').implement({
  description: 'Whom a key of a page means.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key as it was given.' }),
    state: t.field({
      type: IdentificationStateEnum,
      description: 'One, several or none.',
      resolve: ({ matches }) => (matches.length === 0 ? 'NONE' : matches.length === 1 ? 'ONE' : 'SEVERAL'),
    }),
    matches: t.field({ type: [MarkRef], description: 'At most 5.', resolve: ({ matches }) => [...matches] }),
  }),
});

builder.queryField('identify', (t) =>
  t.field({
    type: [IdentificationRef],
    description: 'Whom a page’s worth of keys means, answered in their order.',
    authScopes: { reads: 'EMPLOYEE_READ' },
    args: {
      keys: t.arg.stringList({
        description: 'Staff codes, user names, e-mail addresses or names as the page shows them, at most 500.',
      }),
      on: t.arg({ type: 'LocalDate', required: false, description: 'Today unless stated.' }),
    },
    resolve: async (_root, { keys, on }, context) => {
      if (keys.length > LIMITS.identifyKeys) {
        const payload = { limit: 'identifyKeys', maximum: LIMITS.identifyKeys, given: keys.length };
        throw requestError(domainError('LIMIT_EXCEEDED', payload), context.locale);
      }
      return [...(await identify(context, keys, optionalDate(on, context) ?? context.today))];
    },
  }),
);
