import { expect, it } from 'vitest';
import { olderDecisions } from './older-decisions.ts';

const revisions = [{ revision: 1 }, { revision: 2 }, { revision: 3 }];

it.each([
  [1, []],
  [2, [1]],
  [3, [1, 2]],
])('of three decisions, beside number %i stand %j', (revision, older) => {
  expect(olderDecisions({ revision, revisions }).map((each) => each.revision)).toEqual(older);
});
