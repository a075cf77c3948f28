import type { PageRow } from '@congvu/schema/page-reading';
import { expect, it } from 'vitest';
import type { Answers, DocumentTasks, Identified } from './answer-cache.ts';
import type { PageState } from './page-state.ts';
import { taskStateOf, toFrameRow } from './to-frame-row.ts';

const page: PageState = {
  documentId: 'D1',
  epoch: 1,
  origin: 'http://localhost:4100',
  host: 'localhost:4100',
  path: '/list',
  adapter: { name: 'vnpt-ioffice', version: 1 },
  kind: 'LIST',
  state: 'READ',
  complete: true,
  rows: {},
};
const row = (handlers: PageRow['handlers']): PageRow => ({
  key: 1,
  number: '1245/UBND-NC',
  issuer: null,
  date: null,
  deadline: '2026-11-25',
  handlers,
});
const match: Identified['matches'][number] = {
  __typename: 'Mark',
  employeeId: 'e1',
  code: 'AB0001',
  name: 'Nguyễn Văn An',
  title: 'Chuyên viên',
  unitName: 'Phòng Tổ chức',
  period: '2026-10',
  level: 'GOOD',
  display: '87.67',
  provisional: true,
  commendations: null,
  activeDiscipline: null,
  activeDisciplineUntil: null,
};
const answers = (state: Identified['state'], matches: Identified['matches']): Answers => ({
  today: '2026-11-22',
  demonstration: true,
  people: {
    'Nguyễn Văn An': { endsAt: 0, value: { __typename: 'Identification', key: 'Nguyễn Văn An', state, matches } },
  },
  documents: { '["1245/UBND-NC",null,null,"localhost:4100"]': { endsAt: 0, value: [] } },
});
const byName = row([
  { name: 'Nguyễn Văn An', code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' },
]);

it('shows one person with level and figure as printed in Vietnamese', () => {
  expect(toFrameRow(byName, page, answers('ONE', [match]))?.person).toMatchObject({
    state: 'ONE',
    mark: { level: 'GOOD', display: '87,67', commendations: null, activeDiscipline: false },
  });
});

it('makes two people of one name a choice, with nothing of either', () => {
  const person = toFrameRow(byName, page, answers('SEVERAL', [match, match]))?.person;
  expect(person).toEqual({ state: 'SEVERAL', count: 2 });
});

it('says that nobody is named, or nobody found', () => {
  expect(toFrameRow(row([]), page, answers('NONE', []))?.person).toEqual({ state: 'NO_HANDLER' });
  expect(toFrameRow(byName, page, answers('NONE', []))?.person).toEqual({ state: 'NONE' });
});

it('draws nothing for a row whose answer is not there', () => {
  const other = row([
    { name: 'Trần Thị Bích Ngọc', code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' },
  ]);
  expect(toFrameRow(other, page, answers('ONE', [match]))).toBeNull();
});

const task = (outcome: DocumentTasks[number]['outcome'], deadline = '2026-11-22'): DocumentTasks[number] => ({
  __typename: 'Task',
  id: `${outcome}${deadline}`,
  outcome,
  deadline,
});

it.each([
  ['no task', [], 'NONE'],
  ['an open task due today', [task('OPEN')], 'OPEN'],
  ['an open task due yesterday', [task('OPEN', '2026-11-21')], 'LATE'],
  ['a late one beside a done one', [task('DONE'), task('OPEN', '2026-11-21')], 'LATE'],
  ['all done', [task('DONE'), task('DONE', '2026-11-01')], 'DONE'],
  ['one not done', [task('DONE'), task('NOT_DONE')], 'NOT_DONE'],
  ['only one handed over', [task('HANDED_OVER')], 'NONE'],
] as const)('tells the state of %s', (_name, tasks, state) => {
  expect(taskStateOf([...tasks], '2026-11-22')).toBe(state);
});
