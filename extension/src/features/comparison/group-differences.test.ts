import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, it } from 'vitest';
import { groupDifferences } from './group-differences.ts';

const refusal = (extensions: Readonly<Record<string, unknown>>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'refused', extensions }] });
const group = (agency: string, code: string, family: string) => ({ agency, group: code, family, people: 1 });

it.each([
  [[group('H99.01', 'CM', 'A'), group('H99.01', 'LD', 'A')], ['GROUP']],
  [
    [group('H99.01', 'CM', 'A'), group('H99.02', 'CM2', 'B')],
    ['AGENCY', 'GROUP', 'FAMILY'],
  ],
  [[group('H99.01', 'CM', 'A'), group('H99.01', 'CM', 'B')], ['FAMILY']],
  [[], []],
])('tells from the groups what differs: %j', (groups, expected) => {
  expect(groupDifferences(refusal({ code: 'BAD_REQUEST', reason: 'NOT_COMPARABLE', groups }))).toEqual(expected);
});

it('leaves other failures to be told as such', () => {
  expect(groupDifferences(refusal({ code: 'FORBIDDEN' }))).toBeNull();
  expect(groupDifferences(new Error('no network'))).toBeNull();
});
