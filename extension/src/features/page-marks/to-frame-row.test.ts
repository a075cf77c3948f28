import type { PageRow } from '@congvu/schema/page-reading';
import { describe, expect, it } from 'vitest';
import type { Answers, DocumentTasks, Identified } from './answer-cache.ts';
import type { PageState } from './page-state.ts';
import { taskStateOf, toFrameRow } from './to-frame-row.ts';

const page: PageState = {
  tabId: 7,
  frameId: 0,
  documentId: 'D1',
  epoch: 1,
  origin: 'http://localhost:4100',
  host: 'localhost:4100',
  path: '/list',
  adapter: { name: 'vnpt-ioffice', version: 1 },
  kind: 'LIST',
  state: 'READ',
  certainty: null,
  check: { found: 0, read: 0, secret: 0 },
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
  restricted: false,
};
const namesake = { ...match, employeeId: 'e2', code: 'AB0002', unitName: 'Phòng Tài chính' };
const answers = (state: Identified['state'], matches: Identified['matches']): Answers => ({
  today: '2026-11-22',
  demonstration: true,
  people: {
    'Nguyễn Văn An': { endsAt: 0, value: { __typename: 'Identification', key: 'Nguyễn Văn An', state, matches } },
  },
  choices: {},
  documents: { '["1245/UBND-NC",null,null,"localhost:4100"]': { endsAt: 0, value: [] } },
});
const byName = row([
  { name: 'Nguyễn Văn An', code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' },
]);

it('shows one person with level and figure as printed in Vietnamese', () => {
  expect(toFrameRow(byName, page, answers('ONE', [match]), true)?.person).toMatchObject({
    state: 'ONE',
    mark: { level: 'GOOD', display: '87.67', commendations: null, activeDiscipline: false },
  });
});

it('makes two people of one name a choice, with nothing of either', () => {
  const person = toFrameRow(byName, page, answers('SEVERAL', [match, namesake]), true)?.person;
  expect(person).toEqual({ state: 'SEVERAL', count: 2 });
});

it('says that nobody is named, or nobody found', () => {
  expect(toFrameRow(row([]), page, answers('NONE', []), true)?.person).toEqual({ state: 'NO_HANDLER' });
  expect(toFrameRow(byName, page, answers('NONE', []), true)?.person).toEqual({ state: 'NONE' });
});

it('draws nothing for a row whose answer is not there', () => {
  const other = row([
    { name: 'Trần Thị Bích Ngọc', code: null, id: null, unit: null, post: null, order: 'FAMILY_FIRST', role: 'LEAD' },
  ]);
  expect(toFrameRow(other, page, answers('ONE', [match]), true)).toBeNull();
});

const task = (
  outcome: DocumentTasks[number]['outcome'],
  deadline = '2026-11-22',
  code = 'AB0001',
): DocumentTasks[number] => ({
  __typename: 'Task',
  id: `${outcome}${deadline}`,
  outcome,
  deadline,
  employee: { __typename: 'Employee', id: 'e1', code },
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

describe('a list without people', () => {
  const carried = (...tasks: DocumentTasks): Answers => {
    const value = { __typename: 'Identification' as const, key: 'AB0001', state: 'ONE' as const, matches: [match] };
    const documents = { '["1245/UBND-NC",null,null,"localhost:4100"]': { endsAt: 0, value: tasks } };
    return { ...answers('NONE', []), people: { AB0001: { endsAt: 0, value } }, documents };
  };

  it('shows who carries the task of the document', () => {
    const person = toFrameRow(row([]), page, carried(task('OPEN'), task('DONE')), true)?.person;
    expect(person).toMatchObject({ state: 'ONE', mark: { employeeId: 'e1' } });
  });

  it('shows the nearest deadline of open work where the page tells none', () => {
    const tasks = carried(task('DONE', '2026-11-01'), task('OPEN', '2026-12-02'), task('OPEN', '2026-11-30'));
    expect(toFrameRow({ ...row([]), deadline: null }, page, tasks, true)?.deadline).toBe('2026-11-30');
    expect(toFrameRow(row([]), page, tasks, true)?.deadline).toBe('2026-11-25');
  });

  it('shows nothing of anybody where several carry it', () => {
    const tasks = carried(task('OPEN'), task('OPEN', '2026-11-30', 'AB0002'));
    expect(toFrameRow(row([]), page, tasks, true)?.person).toEqual({ state: 'SHARED', count: 2 });
  });

  it('of several main handlers shows who carries the task, else how many they are', () => {
    const both = row([...byName.handlers, ...byName.handlers]);
    expect(toFrameRow(both, page, carried(task('OPEN')), true)?.person).toMatchObject({ state: 'ONE' });
    expect(toFrameRow(both, page, carried(), true)?.person).toEqual({ state: 'SHARED', count: 2 });
  });

  it('waits for the answer about the person', () => {
    expect(toFrameRow(row([]), page, { ...carried(task('OPEN')), people: {} }, true)).toBeNull();
  });
});

it('holds back the mark of who asked for it, and leaves one’s own its figures', () => {
  const drawn = (person: Partial<typeof match>) =>
    toFrameRow(byName, page, answers('ONE', [{ ...match, ...person }]), true);
  expect(drawn({ restricted: true, level: null, display: null })).toMatchObject({
    person: { mark: { isRestricted: true } },
  });
  expect(drawn({ restricted: true })).toMatchObject({ person: { mark: { isRestricted: false, level: 'GOOD' } } });
});
